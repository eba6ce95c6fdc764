package videoroom

import (
	"net/url"
	"regexp"
	"strings"

	"visavis/internal/problem"
)

// webexRoom accepts personal rooms and invitations to meetings. A room belongs to a site, which is a host.
func webexRoom(link *url.URL) (string, problem.Code) {
	withoutParameters(link, "hostKey", "hk")
	path, host := segments(link), strings.TrimPrefix(link.Host, "www.")
	switch {
	case len(path) == 2 && (path[0] == "meet" || path[0] == "join"):
		return host + "/meet/" + escaped(strings.ToLower(path[1])), ""
	case len(path) == 2 && path[0] == "m":
		return host + "/m/" + escaped(strings.ToLower(path[1])), ""
	case len(path) >= 1 && path[len(path)-1] == "j.php" && link.Query().Get("MTID") != "":
		return host + "/j?" + url.Values{"MTID": {strings.ToLower(link.Query().Get("MTID"))}}.Encode(), ""
	case len(path) == 6 && path[1] == "sites" && path[3] == "meeting" && (path[4] == "download" || path[4] == "info" || path[4] == "register"):
		return host + "/meeting/" + escaped(strings.ToLower(path[5])), ""
	default:
		return "", problem.LinkNotARoom
	}
}

// webexAddress is the video address of a personal room.
var webexAddress = regexp.MustCompile(`^(?i)(?:sip:)?([a-z][a-z0-9._-]*)@([a-z0-9-]+)\.webex\.com$`)

// webexOfAddress returns the link to the personal room with the address, or "".
func webexOfAddress(text string) string {
	parts := webexAddress.FindStringSubmatch(text)
	if parts == nil {
		return ""
	}
	return "https://" + strings.ToLower(parts[2]) + ".webex.com/meet/" + strings.ToLower(parts[1])
}
