package videoroom

import (
	"net/url"
	"path"
	"strings"

	"visavis/internal/problem"
)

// hostKeys are parameters by which the holder of a link becomes the host, on services that this package does not know.
var hostKeys = []string{"zak", "roomKey", "hostKey", "host_key", "moderatorKey", "moderatorPW", "moderator_password", "jwt"}

// otherRoom identifies a room by its whole address. What the fragment means is unknown: FaceTime and others keep the key of
// the room there. Only the settings of a Jitsi service of the salon's own do not count.
func otherRoom(link *url.URL) (string, problem.Code) {
	inFragment, _ := url.ParseQuery(link.Fragment) // as Jitsi reads it; what is left of a malformed one counts
	for _, parameters := range []url.Values{link.Query(), inFragment} {
		for name := range parameters {
			if isOneOf(name, hostKeys) {
				return "", problem.LinkForHost
			}
		}
	}
	identity := strings.TrimPrefix(link.Host, "www.") + escaped(path.Clean("/"+link.Path))
	if query := link.Query().Encode(); query != "" { // in the order of the names
		identity += "?" + query
	}
	if link.Fragment != "" && !isSetting(link.Fragment) {
		identity += "#" + link.EscapedFragment()
	}
	return identity, ""
}

func isSetting(fragment string) bool {
	for _, prefix := range []string{"config.", "interfaceConfig.", "userInfo."} {
		if strings.HasPrefix(fragment, prefix) {
			return true
		}
	}
	return false
}
