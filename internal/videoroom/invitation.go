package videoroom

import (
	"net/url"
	"regexp"
	"strings"

	"visavis/ent/videolink"
	"visavis/internal/problem"
)

// readInvitation reads the room out of a text with several words: the link, else the meeting ID. It ignores phone numbers
// and other pages, such as those of help.
func readInvitation(text string, provider *videolink.Provider) (Room, problem.Code) {
	found := linksIn(text)
	room, code := found.room()
	switch {
	case brokenLink.MatchString(text):
		return Room{}, problem.LinkInvalid
	case code != "":
		return Room{}, code
	case found.isEmpty():
		return roomOfInvitedID(text, provider)
	case passcode.MatchString(text) && lacksPasscode(room):
		return Room{}, problem.PasscodeMissing
	default:
		return room, ""
	}
}

// brokenLink is a link with spaces in it, of which the beginning may be another room.
var brokenLink = regexp.MustCompile(`^\S+[0-9/][\s\x{a0}]+[0-9][0-9\s\x{a0}]*$`)

// links are the links in a text.
type links struct {
	known, unknown []Room       // by whether the provider is
	wrong          problem.Code // of the first link of a known provider that is not a room, else of the first link
	wrongIsKnown   bool
}

func linksIn(text string) (found links) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return isSpace(r) || strings.ContainsRune(`<>"`, r) }) {
		word = trimPunctuation(word)
		if _, behind, isLabelled := strings.Cut(word, ":https://"); isLabelled { // Link:https://…
			word = "https://" + behind
		}
		if isLink := strings.Contains(word, "://"); !isLink && !namesProvider(word) || strings.HasPrefix(word, "tel:") {
			continue
		}
		room, code := readLink(word)
		link, unparsed := parseLink(word)
		isKnown := unparsed == "" && providerOf(link.Hostname()) != videolink.ProviderOTHER
		switch {
		case code != "":
			if found.wrong == "" || isKnown && !found.wrongIsKnown {
				found.wrong, found.wrongIsKnown = code, isKnown
			}
		case room.Provider != videolink.ProviderOTHER:
			found.known = withRoom(found.known, room)
		default:
			found.unknown = withRoom(found.unknown, room)
		}
	}
	return found
}

// namesProvider reports whether a word without a scheme is a link to a known provider.
func namesProvider(word string) bool {
	host, _, hasPath := strings.Cut(word, "/")
	return hasPath && providerOf(strings.ToLower(host)) != videolink.ProviderOTHER
}

// withRoom adds a room unless it is there. Of two links to it, the longer is kept, which may have the passcode.
func withRoom(rooms []Room, room Room) []Room {
	for i := range rooms {
		if rooms[i].Identity == room.Identity {
			if len(room.URL) > len(rooms[i].URL) {
				rooms[i] = room
			}
			return rooms
		}
	}
	return append(rooms, room)
}

func (l *links) isEmpty() bool { return len(l.known)+len(l.unknown) == 0 && l.wrong == "" }

// room returns the only room. Links of unknown providers count only if there are no others.
func (l *links) room() (Room, problem.Code) {
	rooms := l.known
	if len(rooms) == 0 && !l.wrongIsKnown {
		rooms = l.unknown
	}
	switch len(rooms) {
	case 0:
		return Room{}, l.wrong
	case 1:
		return rooms[0], ""
	default:
		return Room{}, problem.SeveralRooms
	}
}

var (
	meetingID = regexp.MustCompile(`(?im)(?:meeting|besprechungs|konferenz)[- ]?(?:id|nummer|number|kennnummer)[^:：\n]{0,40}[:：][^\S\n]*([0-9][0-9 \x{a0}-]{7,}[0-9])`)
	passcode  = regexp.MustCompile(`(?im)(?:passcode|password|kenncode|kennung|passwort|kennwort)[^:：\n]{0,40}[:：][^\S\n]*\S`)
)

// roomOfInvitedID reads the meeting ID of an invitation without a link.
func roomOfInvitedID(text string, provider *videolink.Provider) (Room, problem.Code) {
	found := meetingID.FindStringSubmatch(text)
	if found == nil {
		return Room{}, problem.LinkInvalid
	}
	if provider == nil {
		provider = mentionedProvider(text)
	}
	room, code := roomOfMeetingID(strings.TrimSpace(found[1]), provider)
	if code == "" && passcode.MatchString(text) && lacksPasscode(room) {
		return Room{}, problem.PasscodeMissing
	}
	return room, code
}

// mentionedProvider returns the provider that the text mentions, or nil.
func mentionedProvider(text string) *videolink.Provider {
	lower := strings.ToLower(text)
	for _, provider := range []struct {
		word string
		is   videolink.Provider
	}{{"teams", videolink.ProviderMICROSOFT_TEAMS}, {"besprechungs", videolink.ProviderMICROSOFT_TEAMS}, {"webex", videolink.ProviderWEBEX}, {"zoom", videolink.ProviderZOOM}} {
		if strings.Contains(lower, provider.word) {
			return &provider.is
		}
	}
	return nil
}

// lacksPasscode reports whether the passcode of a room, if it has one, stands in its link in another form, but not in this
// link. It cannot be added: the provider encrypts it.
func lacksPasscode(room Room) bool {
	link, err := url.Parse(room.URL)
	switch {
	case err != nil:
		return false
	case room.Provider == videolink.ProviderZOOM:
		return !link.Query().Has("pwd")
	default: // the long links of Teams need none
		return room.Provider == videolink.ProviderMICROSOFT_TEAMS && strings.HasPrefix(link.Path, "/meet/") && !link.Query().Has("p")
	}
}
