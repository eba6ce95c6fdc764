package videoroom

import (
	"net/url"
	"regexp"
	"strings"

	"visavis/internal/problem"
)

// meetID is the form of Google Meet's codes. Without its hyphens, any word of ten letters has it.
var meetID = regexp.MustCompile(`^[a-z]{3}-?[a-z]{4}-?[a-z]{3}$`)

// meetRoom accepts links with a code or the nickname of a room.
func meetRoom(link *url.URL) (string, problem.Code) {
	path := segments(link)
	if len(path) == 2 && path[0] == "lookup" {
		return "meet:lookup/" + escaped(strings.ToLower(path[1])), ""
	}
	if len(path) == 2 && path[0] == "_meet" {
		path = path[1:]
	}
	if len(path) == 1 {
		if code := strings.ToLower(path[0]); meetID.MatchString(code) {
			return "meet:" + strings.ReplaceAll(code, "-", ""), ""
		}
	}
	return "", problem.LinkNotARoom
}
