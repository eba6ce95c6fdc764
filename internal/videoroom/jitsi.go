package videoroom

import (
	"net/url"
	"slices"
	"strings"

	"visavis/internal/problem"
)

// jitsiPages are the pages of Jitsi services that are not rooms.
var jitsiPages = []string{"static", "images", "libs", "css", "sounds", "http-bind", "xmpp-websocket"}

// jitsiRoom accepts a name, which is case-insensitive, below at most a tenant. Its fragment has settings of the call. A
// token (jwt) is that of one participant, mostly of the moderator.
func jitsiRoom(link *url.URL) (string, problem.Code) {
	withoutParameters(link, "jwt")
	if strings.Contains(strings.ToLower(link.Fragment), "jwt") {
		link.Fragment, link.RawFragment = "", ""
	}
	path, least := segments(link), 1
	switch {
	case isBelow(link.Hostname(), "moderated.jitsi.net"):
		return "", problem.LinkForHost
	case isBelow(link.Hostname(), "8x8.vc"):
		least = 2
	}
	if len(path) < least || len(path) > 2 || slices.Contains(jitsiPages, strings.ToLower(path[0])) {
		return "", problem.LinkNotARoom
	}
	return strings.TrimPrefix(link.Host, "www.") + "/" + escaped(strings.ToLower(strings.Join(path, "/"))), ""
}
