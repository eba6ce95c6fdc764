package videoroom

import (
	"net/url"
	"strings"

	"visavis/internal/problem"
)

// teamsRoom accepts invitations: the long ones, which name a thread and a message in it, and the short ones, whose ID is
// unique on a host.
func teamsRoom(link *url.URL) (string, problem.Code) {
	path := teamsPath(link)
	switch {
	case len(path) >= 4 && path[0] == "l" && path[1] == "meetup-join":
		return "teams:" + escaped(path[2]+"/"+path[3]), ""
	case len(path) == 3 && path[0] == "l" && path[1] == "meetup-join":
		return "teams:" + escaped(path[2]+"/0"), ""
	case len(path) == 2 && path[0] == "meet":
		space := "teams.microsoft.com"
		if isBelow(link.Hostname(), "teams.live.com") {
			space = "teams.live.com"
		}
		return space + "/meet/" + escaped(path[1]), ""
	default:
		return "", problem.LinkNotARoom
	}
}

// teamsPath returns the parts of the address of the meeting, which may stand in the fragment, or in a parameter of the
// page that offers the app.
func teamsPath(link *url.URL) []string {
	address := link
	if strings.HasPrefix(link.Path, "/dl/launcher/") {
		if inner, err := url.Parse(link.Query().Get("url")); err == nil {
			address = inner
		}
	}
	if strings.HasPrefix(address.Fragment, "/") {
		if inner, err := url.Parse(address.Fragment); err == nil {
			address = inner
		}
	}
	return segments(address)
}
