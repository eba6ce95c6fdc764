package videoroom

import (
	"net/url"
	"regexp"
	"strings"

	"visavis/internal/problem"
)

// zoomID is the form of the IDs of meetings and webinars. Unlike phone numbers they do not begin with 0.
var zoomID = regexp.MustCompile(`^[1-9][0-9]{8,10}$`)

// zoomRoom accepts invitations to meetings and webinars, and personal links. A start link becomes the invitation. The ID
// alone identifies the room, on every host of Zoom but those of the government's Zoom.
func zoomRoom(link *url.URL) (string, problem.Code) {
	space := "zoom:"
	if isBelow(link.Hostname(), "zoomgov.com") {
		space = "zoomgov:"
	}
	// zak signs the host in; tk is the seat of one registered participant.
	withoutParameters(link, "zak", "zpk", "tk", "role")
	path := segments(link)
	switch {
	case len(path) >= 2 && path[0] == "my":
		return space + "my/" + escaped(strings.ToLower(path[1])), ""
	case len(path) >= 2 && (path[0] == "j" || path[0] == "w") && zoomID.MatchString(path[1]):
		return space + path[1], ""
	case len(path) >= 2 && path[0] == "s" && zoomID.MatchString(path[1]):
		link.Path, link.RawPath = "/j/"+path[1], ""
		return space + path[1], ""
	case len(path) == 3 && path[0] == "wc" && zoomID.MatchString(path[1]) && path[2] == "start":
		link.Path, link.RawPath = "/wc/"+path[1]+"/join", ""
		return space + path[1], ""
	case len(path) >= 2 && path[0] == "wc" && zoomID.MatchString(path[1]):
		return space + path[1], ""
	case len(path) == 3 && path[0] == "wc" && path[1] == "join" && zoomID.MatchString(path[2]):
		return space + path[2], ""
	case len(path) == 3 && path[0] == "launch" && path[1] == "jc" && zoomID.MatchString(path[2]):
		return space + path[2], ""
	case len(path) == 1 && path[0] == "join" && zoomID.MatchString(link.Query().Get("confno")):
		return space + link.Query().Get("confno"), ""
	default:
		return "", problem.LinkNotARoom
	}
}

// isZoomApp reports whether the link opens Zoom's app.
func isZoomApp(link *url.URL) bool {
	return (link.Scheme == "zoommtg" || link.Scheme == "zoomus") && zoomID.MatchString(link.Query().Get("confno"))
}

// zoomOfApp returns the link of a browser to the same meeting.
func zoomOfApp(link *url.URL) *url.URL {
	browser := &url.URL{Scheme: "https", Host: link.Host, User: link.User, Path: "/j/" + link.Query().Get("confno")}
	if passcode := link.Query().Get("pwd"); passcode != "" {
		browser.RawQuery = url.Values{"pwd": {passcode}}.Encode()
	}
	return browser
}
