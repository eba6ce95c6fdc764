package fault

import (
	"fmt"
	"slices"
	"strings"

	"visavis/test/harness"
)

var attacksOnLinks = []attack{
	{15, "two people have one room", shareByLink},
	{15, "two rooms are taken for one", confuseLinks},
	{15, "a customer gets the key of the host", sendKeys},
	{15, "a page that is no room is a room", sendPages},
}

// linked is a profile of a person who has nothing else.
func (s *attackedSalon) linked() (set func(link string) (url string, codes []string)) {
	s.t.Helper()
	s.people++
	staffID := s.as("anna").Create("staffCreate", "staff", harness.Variables{"firstName": fmt.Sprintf("Linked%d", s.people)})
	return func(link string) (string, []string) {
		payload, a := mutate(s.as("anna"), "staffVideoLinkSet", "staff { videoLink { url } }", harness.Variables{"staffId": staffID, "link": link})
		url, _ := object(object(payload, "staff"), "videoLink")["url"].(string)
		return url, codesOf(a)
	}
}

func shareByLink(s *attackedSalon) error {
	var found gains
	one, other := s.linked(), s.linked()
	for _, spellings := range some(3,
		some(3, "https://zoom.us/my/salon.mitte", "https://us02web.zoom.us/my/Salon.Mitte?pwd=geheim", "HTTPS://ZOOM.US./my/salon%2Emitte",
			"https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fmy%2Fsalon.mitte&sa=D", "zoom.us/my/salon.mitte.", "https://salon.zoom.us/my/salon.mitte/", "https://zoom.us:443//my//salon.mitte"),
		some(3, "https://zoom.us/j/84512345678", "845 1234 5678", "https://us02web.zoom.us/wc/84512345678/join?pwd=a", "zoommtg://zoom.us/join?confno=84512345678", "https://zoom.us/s/84512345678?zak=x",
			"https://zoom.us/w/84512345678", "https://zoom.us/j/8451234567%38", "\u200bhttps://zoom.us/j/84512345678\ufeff", "https://zoom.us/j/84512345678#success", "https://app.zoom.us/wc/join/84512345678"),
		some(2, "https://meet.google.com/abc-defg-hij", "abc-defg-hij", "https://meet.google.com/ABC-DEFG-HIJ?authuser=1", "https://meet.google.com/abcdefghij", "https://meet.google.com/_meet/abc-defg-hij?pli=1",
			"http://meet.google.com/abc-defg-hij"),
		some(2, "https://meet.jit.si/SalonMitte", "https://meet.jit.si/salonmitte#config.startWithVideoMuted=true", "https://meet.jit.si//salon%4ditte", "https://meet.jit.si/SALONMITTE?jwt=x", "https://www.meet.jit.si/SalonMitte"),
		some(2, "https://whereby.com/salon", "https://www.whereby.com/Salon/?roomKey=x", "https://whereby.com/sal%6fn?embed", "whereby.com/salon,"),
		some(2, "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=a", "https://teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0?context=b",
			"https://teams.microsoft.com/_#/l/meetup-join/19:meeting_x@thread.v2/0", "https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_x%40thread.v2%2F0"),
		some(2, "https://salon.webex.com/meet/anna", "anna@salon.webex.com", "https://salon.webex.com/join/Anna", "https://salon.webex.com/meet/anna?hk=x", "https://SALON.webex.com./meet/ann%61"),
		some(2, "https://video.salon.example/anna?a=1&b=2", "https://www.video.salon.example/x/../anna/?b=2&a=1", "https://VIDEO.salon.example:0443/ann%61?a=1&b=2", "video.salon.example./anna?a=1&b=2",
			"https://video.salon.example/anna?a=1&b=2#config.x=1"),
	) {
		if _, codes := one(spellings[0]); len(codes) > 0 {
			s.t.Fatalf("%q is refused: %v", spellings[0], codes)
		}
		for _, spelling := range spellings {
			if url, codes := other(spelling); url != "" || len(codes) != 1 {
				found.add("%q is a room besides %q", spelling, spellings[0])
			}
		}
	}
	return found.err()
}

func confuseLinks(s *attackedSalon) error {
	var found gains
	for _, pair := range some(2,
		[2]string{"https://facetime.apple.com/join#v=1&p=AbC&k=xYz", "https://facetime.apple.com/join#v=1&p=AbD&k=xYz"},
		[2]string{"https://zoom.us/j/84512345600", "https://zoom.us/j/84512345601"},
		[2]string{"https://video.salon.example/?room=a", "https://video.salon.example/?room=b"},
		[2]string{"https://signal.link/call/#key=abcd-efgh", "https://signal.link/call/#key=abcd-efgi"},
		[2]string{"https://video.salon.example/#/anna", "https://video.salon.example/#/ben"},
		[2]string{"https://anna.whereby.com/salon", "https://ben.whereby.com/salon"},
		[2]string{"https://teams.live.com/meet/9312", "https://teams.live.com/meet/9313?p=a"},
	) {
		one, other := s.linked(), s.linked()
		for i, set := range []func(string) (string, []string){one, other} {
			if url, codes := set(pair[i]); url == "" {
				found.add("%q is answered %v", pair[i], codes)
			}
		}
	}
	return found.err()
}

func sendKeys(s *attackedSalon) error {
	var found gains
	set := s.linked()
	for _, link := range some(5,
		"https://us02web.zoom.us/s/84512345699?zak=HOSTKEY&pwd=geheim", "https://zoom.us/j/84512345699?ZAK=HOSTKEY", "https://whereby.com/keys?roomKey=HOSTKEY", "https://meet.jit.si/keys#jwt=HOSTKEY",
		"https://video.keys.example/anna?hostKey=HOSTKEY", "zoommtg://zoom.us/start?confno=84512345699&zak=HOSTKEY", "https://zoom.us/j/84512345699?pwd=a&%7Aak=HOSTKEY", "https://8x8.vc/salon/keys?jwt=HOSTKEY",
		"https://www.google.com/url?q=https%3A%2F%2Fwhereby.com%2Fkeys%3FroomKey%3DHOSTKEY", "https://salon.webex.com/meet/keys?hostKey=HOSTKEY", "https://video.keys.example/anna?moderatorPW=HOSTKEY",
		"https://moderated.jitsi.net/HOSTKEY", "https://zoom.us/w/84512345699?tk=HOSTKEY", "https://video.keys.example/anna#jwt=HOSTKEY", "https://video.keys.example/anna#config.x=1&jwt=HOSTKEY",
		"Start: https://us02web.zoom.us/s/84512345699?zak=HOSTKEY", "https://zoom.us/wc/84512345699/start?zak=HOSTKEY", "https://video.keys.example/anna?roomkey=HOSTKEY",
	) {
		if url, _ := set(link); strings.Contains(url, "HOSTKEY") {
			found.add("of %q, customers get %s", link, url)
		}
	}
	return found.err()
}

func sendPages(s *attackedSalon) error {
	var found gains
	set := s.linked()
	for _, page := range some(8,
		"https://zoom.us/profile", "https://zoom.us/join", "https://meet.google.com/new", "+49 170 1000005", "https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fprofile", "http://zoom.us/j/84512345678",
		"javascript:alert(1)", "https://join.skype.com/AbCdEf", "\u200b\ufeff", "https://zoom.us", "https://meet.jit.si", "https://whereby.com/user/settings", "https://teams.microsoft.com/v2/",
		"https://salon.webex.com/webappng/sites/salon/dashboard", "https://meet.google.com/landing", "https://zoom.us/meeting/84512345678", "https://us02web.zoom.us/u/kdw0f5c63", "https://localhost/anna", "https://127.0.0.1/anna",
		"https://[::1]/anna", "https://anna:geheim@video.example/anna", "tel:+491701000005", "Meeting-ID: 123 456 789 012 3", "https://zoom.us/j/84512345678 oder https://zoom.us/j/84512345679",
		"data:text/html,<script>alert(1)</script>", "https://video.example/\"><script>", "https://video.example\\@evil.example/anna", "https://zoom.us/signin", "https://meet.google.com/about", "https://whereby.com/information/tos",
	) {
		if url, codes := set(page); url != "" || len(codes) != 1 || slices.Contains(codes, "INTERNAL") {
			found.add("%q is %s, answered %v", page, url, codes)
		}
	}
	if len(found) == 0 {
		if url, codes := set("https://zoom.us/j/84512345677."); url != "https://zoom.us/j/84512345677" {
			return fmt.Errorf("a link with a full stop is %q, answered %v", url, codes)
		}
	}
	return found.err()
}
