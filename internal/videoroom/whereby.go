package videoroom

import (
	"net/url"
	"slices"
	"strings"

	"visavis/internal/problem"
)

// wherebyPages are the pages of Whereby that are not rooms.
var wherebyPages = []string{
	"about", "account", "blog", "create", "create-room", "information", "login", "org", "pricing", "signin", "sign-in", "signup", "sign-up", "user",
}

// wherebyRoom accepts a name, which is case-insensitive. roomKey makes its holder the host.
func wherebyRoom(link *url.URL) (string, problem.Code) {
	withoutParameters(link, "roomKey")
	path := segments(link)
	if len(path) != 1 || slices.Contains(wherebyPages, strings.ToLower(path[0])) {
		return "", problem.LinkNotARoom
	}
	return strings.TrimPrefix(link.Host, "www.") + "/" + escaped(strings.ToLower(path[0])), ""
}
