// Package videoroom reads the links, meeting IDs and invitations of video rooms that people paste. It is pure.
package videoroom

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"visavis/ent/videolink"
	"visavis/internal/problem"
)

// A Room is a video room as it is stored.
type Room struct {
	Provider videolink.Provider
	URL      string // where customers are sent
	Identity string // the same for every way to write the link to one room

	PerAppointment bool // the URL is that of a service, below which every appointment has a room
}

const (
	// longestText is more than any provider's invitation.
	longestText = 20_000
	// longestLink is the longest text that the indexes of both databases can hold.
	longestLink = 2000
)

// Read reads a pasted link, meeting ID or invitation. provider is the chosen one, nil to derive it. Problems never quote
// the text.
func Read(field, pasted string, provider *videolink.Provider) (Room, *problem.Problem) {
	if len(pasted) > longestText {
		return Room{}, problem.New(problem.TooLong, field, longestText)
	}
	text := clean(pasted)
	room, code := read(text, provider)
	switch {
	case !utf8.ValidString(pasted):
		code = problem.LinkInvalid
	case text == "":
		code = problem.Required
	case code != "":
	case provider != nil && *provider == videolink.ProviderSKYPE:
		code = problem.ProviderEnded
	case max(len(room.URL), len(room.Identity)) > longestLink:
		return Room{}, problem.New(problem.TooLong, field, longestLink)
	case provider != nil:
		room.Provider = *provider
	}
	if code != "" {
		return Room{}, problem.New(code, field)
	}
	return room, nil
}

func read(text string, provider *videolink.Provider) (Room, problem.Code) {
	switch {
	case isPhoneNumber(text):
		return Room{}, problem.PhoneNumber
	case isMeetingID(text):
		return roomOfMeetingID(text, provider)
	case strings.ContainsFunc(text, isSpace):
		return readInvitation(text, provider)
	default:
		return readLink(trimPunctuation(text))
	}
}

// ReadService reads the address of a Jitsi service, which creates rooms on demand.
func ReadService(field, pasted string, provider *videolink.Provider) (Room, *problem.Problem) {
	address := strings.TrimRight(trimPunctuation(clean(pasted)), "/")
	if address == "" {
		return Room{}, problem.New(problem.Required, field)
	}
	// A service is the beginning of a room's address.
	link, code := parseLink(address + "/tenant/room")
	if code != "" {
		return Room{}, problem.New(code, field)
	}
	derived, chosen := providerOf(link.Hostname()), providerOf(link.Hostname())
	if derived == videolink.ProviderOTHER && provider != nil {
		chosen = *provider
	}
	room := Room{Provider: chosen, URL: strings.TrimSuffix(link.String(), "/tenant/room"), PerAppointment: true}
	switch {
	case chosen == videolink.ProviderOTHER && provider == nil:
		code = problem.ProviderRequired
	case chosen != videolink.ProviderJITSI || provider != nil && *provider != chosen:
		code = problem.RoomsUnsupported
	case strings.ContainsAny(room.URL, "?#"):
		code = problem.LinkInvalid
	case len(room.URL) > longestLink:
		return Room{}, problem.New(problem.TooLong, field, longestLink)
	default:
		return room, nil
	}
	return Room{}, problem.New(code, field)
}

// readLink reads one link.
func readLink(text string) (Room, problem.Code) {
	link, code := parseLink(text)
	if code != "" {
		return Room{}, code
	}
	if link, code = unwrap(link); code != "" {
		return Room{}, code
	}
	provider := providerOf(link.Hostname())
	identity, code := rules[provider](link)
	if written := link.String(); trimPunctuation(written) != written { // a parameter is gone
		return readLink(trimPunctuation(written))
	}
	return Room{Provider: provider, URL: link.String(), Identity: identity}, code
}

// A rule returns the identity of the room behind a link of a provider: equal for every way to write the link. It removes
// from the link what makes its holder the host. Identities are escaped, because not every database stores every byte.
type rule func(link *url.URL) (identity string, code problem.Code)

var rules = map[videolink.Provider]rule{
	videolink.ProviderZOOM:            zoomRoom,
	videolink.ProviderGOOGLE_MEET:     meetRoom,
	videolink.ProviderSKYPE:           func(*url.URL) (string, problem.Code) { return "", problem.ProviderEnded },
	videolink.ProviderMICROSOFT_TEAMS: teamsRoom,
	videolink.ProviderWEBEX:           webexRoom,
	videolink.ProviderWHEREBY:         wherebyRoom,
	videolink.ProviderJITSI:           jitsiRoom,
	videolink.ProviderOTHER:           otherRoom,
}

// hosts maps the suffixes of host names to providers.
var hosts = []struct {
	suffix   string
	provider videolink.Provider
}{
	{"zoom.us", videolink.ProviderZOOM},
	{"zoom.com", videolink.ProviderZOOM},
	{"zoomgov.com", videolink.ProviderZOOM},
	{"meet.google.com", videolink.ProviderGOOGLE_MEET},
	{"skype.com", videolink.ProviderSKYPE},
	{"teams.microsoft.com", videolink.ProviderMICROSOFT_TEAMS},
	{"teams.microsoft.us", videolink.ProviderMICROSOFT_TEAMS},
	{"teams.cloud.microsoft", videolink.ProviderMICROSOFT_TEAMS},
	{"teams.live.com", videolink.ProviderMICROSOFT_TEAMS},
	{"webex.com", videolink.ProviderWEBEX},
	{"whereby.com", videolink.ProviderWHEREBY},
	{"meet.jit.si", videolink.ProviderJITSI},
	{"moderated.jitsi.net", videolink.ProviderJITSI},
	{"8x8.vc", videolink.ProviderJITSI},
}

func providerOf(host string) videolink.Provider {
	for _, known := range hosts {
		if isBelow(host, known.suffix) {
			return known.provider
		}
	}
	return videolink.ProviderOTHER
}

// isBelow reports whether a host is the domain or in it.
func isBelow(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}
