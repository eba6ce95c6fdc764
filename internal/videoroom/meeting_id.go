package videoroom

import (
	"regexp"
	"strings"
	"unicode"

	"visavis/ent/videolink"
	"visavis/internal/problem"
)

// phoneNumber has a prefix: + or 00 for the country, 0 for the area, a bracket, or tel.
var phoneNumber = regexp.MustCompile(`^(?i)(?:(?:tel|callto|sms):[+0-9(][0-9 ()/.,;=#*a-z+-]*|(?:\+|0|\()[0-9 \x{a0}()/.+,;#*-]{5,})$`)

func isPhoneNumber(text string) bool { return phoneNumber.MatchString(text) }

// isMeetingID reports whether the text is one word or number that could be an ID, but not a link.
func isMeetingID(text string) bool {
	return !strings.ContainsAny(text, ":/.") && (!strings.ContainsFunc(text, isSpace) || digitsOf(text) != "") || webexOfAddress(text) != ""
}

// digitsOf returns the digits of a number written in groups, or "" if the text is not a number.
func digitsOf(text string) string {
	var digits strings.Builder
	for _, r := range text {
		switch {
		case '0' <= r && r <= '9':
			digits.WriteRune(r)
		case !isSpace(r) && !unicode.Is(unicode.Pd, r):
			return ""
		}
	}
	return digits.String()
}

// roomOfMeetingID returns the room of a meeting ID. The form of the ID distinguishes Zoom from Google Meet.
func roomOfMeetingID(text string, provider *videolink.Provider) (Room, problem.Code) {
	may := func(wanted videolink.Provider) bool { return provider == nil || *provider == wanted }
	digits, letters := digitsOf(text), strings.ToLower(text)
	address := webexOfAddress(text)
	switch {
	case address != "" && may(videolink.ProviderWEBEX):
		return readLink(address)
	case zoomID.MatchString(digits) && may(videolink.ProviderZOOM):
		return readLink("https://zoom.us/j/" + digits)
	case meetID.MatchString(letters) && (provider != nil || strings.Contains(letters, "-")) && may(videolink.ProviderGOOGLE_MEET):
		plain := strings.ReplaceAll(letters, "-", "")
		return readLink("https://meet.google.com/" + plain[:3] + "-" + plain[3:7] + "-" + plain[7:])
	case provider != nil && *provider == videolink.ProviderSKYPE:
		return Room{}, problem.ProviderEnded
	case len(digits) >= 9 && provider != nil && (*provider == videolink.ProviderMICROSOFT_TEAMS || *provider == videolink.ProviderWEBEX):
		return Room{}, problem.MeetingIDWithoutLink
	case len(digits) >= 12 && provider == nil: // of Teams
		return Room{}, problem.MeetingIDWithoutLink
	case provider == nil:
		return Room{}, problem.ProviderRequired
	default:
		return Room{}, problem.MeetingIDInvalid
	}
}
