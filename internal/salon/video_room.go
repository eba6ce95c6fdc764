package salon

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"visavis/ent"
	"visavis/ent/videolink"
	"visavis/internal/problem"
)

// videoRoom is a video link as it is stored.
type videoRoom struct {
	provider videolink.Provider
	url      string // where customers are sent
	room     string // the same for every way to write the link to one room

	perAppointment bool // the url is that of a service, below which every appointment has a room
}

func (r *videoRoom) isThatOf(link *ent.VideoLink) bool {
	return link.URL == r.url && link.Provider == r.provider && link.RoomPerAppointment == r.perAppointment
}

// readVideoRoom validates a pasted link or meeting ID. Its problems never quote it.
func readVideoRoom(field, pasted string, provider *videolink.Provider) (videoRoom, *problem.Problem) {
	pasted = strings.TrimSpace(pasted)
	if pasted == "" {
		return videoRoom{}, problem.New(problem.Required, field)
	}
	if len(pasted) > linkLength {
		return videoRoom{}, problem.New(problem.TooLong, field, linkLength)
	}
	if !looksLikeLink(pasted) {
		link, p := linkOfMeetingID(field, pasted, provider)
		if p != nil {
			return videoRoom{}, p
		}
		pasted = link
	}
	link, p := readLink(field, pasted)
	if p != nil {
		return videoRoom{}, p
	}
	room := videoRoom{provider: providerOf(link.Hostname()), url: link.String(), room: roomOf(link)}
	if max(len(room.url), len(room.room)) > linkLength {
		return videoRoom{}, problem.New(problem.TooLong, field, linkLength)
	}
	if provider != nil {
		room.provider = *provider
	}
	return room, nil
}

// readVideoService validates the address of a Jitsi service, which creates rooms on demand.
func readVideoService(field, pasted string, provider *videolink.Provider) (videoRoom, *problem.Problem) {
	pasted = strings.TrimRight(strings.TrimSpace(pasted), "/")
	if pasted == "" {
		return videoRoom{}, problem.New(problem.Required, field)
	}
	// A service is the beginning of a room's address.
	room, p := readVideoRoom(field, pasted+"/room", provider)
	switch {
	case p != nil:
		return videoRoom{}, p
	case room.provider != videolink.ProviderJITSI:
		return videoRoom{}, problem.New(problem.ProviderRequired, field)
	case strings.ContainsAny(room.url, "?#"):
		return videoRoom{}, problem.New(problem.LinkInvalid, field)
	}
	room.url, room.perAppointment = strings.TrimSuffix(room.url, "/room"), true
	return room, nil
}

// linkLength is the longest text that the indexes of both databases can hold.
const linkLength = 2000

func looksLikeLink(pasted string) bool {
	return strings.Contains(pasted, ":") || strings.Contains(pasted, "/") || strings.Contains(pasted, ".")
}

var (
	zoomID = regexp.MustCompile(`^[0-9]{9,11}$`)
	meetID = regexp.MustCompile(`^[a-z]{3}-?[a-z]{4}-?[a-z]{3}$`) // without its hyphens, any word of ten letters
)

// linkOfMeetingID returns the link of a bare meeting ID. The form of the ID distinguishes Zoom from Google Meet.
func linkOfMeetingID(field, pasted string, provider *videolink.Provider) (string, *problem.Problem) {
	digits := strings.NewReplacer(" ", "", "\u00a0", "", "-", "").Replace(pasted) // Zoom's pages group them
	letters := strings.ToLower(pasted)
	isZoom := zoomID.MatchString(digits)
	isMeet := meetID.MatchString(letters) && (provider != nil || strings.Contains(letters, "-"))
	switch {
	case isZoom && (provider == nil || *provider == videolink.ProviderZOOM):
		return "https://zoom.us/j/" + digits, nil
	case isMeet && (provider == nil || *provider == videolink.ProviderGOOGLE_MEET):
		plain := strings.ReplaceAll(letters, "-", "")
		return "https://meet.google.com/" + plain[:3] + "-" + plain[3:7] + "-" + plain[7:], nil
	case provider == nil:
		return "", problem.New(problem.ProviderRequired, field)
	default:
		return "", problem.New(problem.MeetingIDInvalid, field)
	}
}

// readLink validates a link; a missing scheme means https.
func readLink(field, pasted string) (*url.URL, *problem.Problem) {
	if !strings.Contains(pasted, "://") && !hasScheme.MatchString(pasted) {
		pasted = "https://" + pasted
	}
	link, err := url.Parse(pasted)
	switch {
	case err != nil || !utf8.ValidString(pasted) || strings.ContainsFunc(pasted, unicode.IsSpace) || strings.ContainsAny(pasted, "\"<>\\"):
		return nil, problem.New(problem.LinkInvalid, field)
	case !strings.EqualFold(link.Scheme, "https"):
		return nil, problem.New(problem.LinkNotHTTPS, field)
	case link.User != nil:
		return nil, problem.New(problem.LinkHasCredentials, field)
	case !hasHost(link) || strings.Trim(link.Path, "/") == "" && link.RawQuery == "" && !hasRoute(link):
		return nil, problem.New(problem.LinkInvalid, field)
	}
	link.Scheme = "https"
	return link, nil
}

// hasHost reports whether the link names an internet host, and normalizes it: ASCII, and a port only if it is not that of
// https.
func hasHost(link *url.URL) bool {
	host, err := idna.Lookup.ToASCII(link.Hostname())
	if err != nil || !hostForm.MatchString(host) {
		return false
	}
	if link.Port() != "" {
		port, err := strconv.ParseUint(link.Port(), 10, 16)
		if err != nil || port == 0 {
			return false
		}
		if port != 443 {
			host = fmt.Sprintf("%s:%d", host, port)
		}
	}
	link.Host = host
	return true
}

var (
	hasScheme = regexp.MustCompile(`^[a-zA-Z][a-zA-Z+-]*:[^0-9]`)
	hostForm  = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+$`)
)

// hosts maps the suffixes of host names to providers.
var hosts = []struct {
	suffix   string
	provider videolink.Provider
}{
	{"zoom.us", videolink.ProviderZOOM},
	{"zoom.com", videolink.ProviderZOOM},
	{"meet.google.com", videolink.ProviderGOOGLE_MEET},
	{"skype.com", videolink.ProviderSKYPE},
	{"teams.microsoft.com", videolink.ProviderMICROSOFT_TEAMS},
	{"teams.live.com", videolink.ProviderMICROSOFT_TEAMS},
	{"webex.com", videolink.ProviderWEBEX},
	{"whereby.com", videolink.ProviderWHEREBY},
	{"meet.jit.si", videolink.ProviderJITSI},
}

func providerOf(host string) videolink.Provider {
	host = strings.ToLower(host)
	for _, known := range hosts {
		if host == known.suffix || strings.HasSuffix(host, "."+known.suffix) {
			return known.provider
		}
	}
	return videolink.ProviderOTHER
}

// hasRoute reports whether the fragment names the room, as in some web apps. Other fragments are settings of the call.
func hasRoute(link *url.URL) bool { return strings.HasPrefix(link.Fragment, "/") }

// roomOf returns an identity of the room behind a link: the meeting ID if it alone identifies the room, else the whole
// address. It is escaped, because not every database stores every byte.
func roomOf(link *url.URL) string {
	clean := url.URL{Path: path.Clean("/" + link.Path)}
	host, way := strings.TrimPrefix(link.Host, "www."), clean.EscapedPath()
	switch providerOf(link.Hostname()) {
	case videolink.ProviderZOOM:
		for segment := range strings.SplitSeq(way, "/") {
			if zoomID.MatchString(segment) {
				return "zoom:" + segment
			}
		}
	case videolink.ProviderGOOGLE_MEET:
		if id := strings.ToLower(path.Base(way)); meetID.MatchString(id) {
			return "meet:" + strings.ReplaceAll(id, "-", "")
		}
	case videolink.ProviderWHEREBY, videolink.ProviderJITSI:
		clean.Path = strings.ToLower(clean.Path) // these names are case-insensitive
		return host + clean.EscapedPath()
	}
	if query := link.Query().Encode(); query != "" { // in the order of the names
		way += "?" + query
	}
	if hasRoute(link) {
		way += "#" + link.EscapedFragment()
	}
	return host + way
}
