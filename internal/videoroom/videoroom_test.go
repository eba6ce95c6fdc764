package videoroom_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/videoroom"
)

const (
	zoom       = videolink.ProviderZOOM
	googleMeet = videolink.ProviderGOOGLE_MEET
	skype      = videolink.ProviderSKYPE
	teams      = videolink.ProviderMICROSOFT_TEAMS
	webex      = videolink.ProviderWEBEX
	whereby    = videolink.ProviderWHEREBY
	jitsi      = videolink.ProviderJITSI
	other      = videolink.ProviderOTHER
)

func TestRead(t *testing.T) {
	const zoomRoom, meetRoom = "zoom:84512345678", "meet:abcdefghij"
	for _, test := range []struct {
		pasted   string
		provider videolink.Provider
		url      string // empty: as pasted
		room     string
	}{
		{"845 1234 5678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"845-1234-5678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"845\u00a01234\u00a05678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"\t84512345678\n", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://zoom.us/j/84512345678", zoom, "", zoomRoom},
		{"zoom.us/j/84512345678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://us02web.zoom.us/j/84512345678?pwd=geheim", zoom, "", zoomRoom},
		{"https://US02web.Zoom.us:443/j/84512345678/", zoom, "https://us02web.zoom.us/j/84512345678/", zoomRoom},
		{"HTTPS://zoom.com/j/84512345678#success", zoom, "https://zoom.com/j/84512345678#success", zoomRoom},
		{"https://app.zoom.us/wc/84512345678/join", zoom, "", zoomRoom},
		{"845‑1234‑5678", zoom, "https://zoom.us/j/84512345678", zoomRoom}, // hyphens that do not break
		{"https://zoom.us/w/84512345678", zoom, "", zoomRoom},
		{"https://zoom.us/wc/join/84512345678?wpk=x", zoom, "", zoomRoom},
		{"https://zoom.us/launch/jc/84512345678", zoom, "", zoomRoom},
		{"https://zoom.us/join?confno=84512345678", zoom, "", zoomRoom},
		{"https://salon-mitte.zoom.us/j/84512345678", zoom, "", zoomRoom},
		{"zoommtg://zoom.us/join?action=join&confno=84512345678&pwd=geheim", zoom, "https://zoom.us/j/84512345678?pwd=geheim", zoomRoom},
		{"https://www.zoomgov.com/j/1612345678", zoom, "", "zoomgov:1612345678"},
		{"https://zoom.us/my/anna.albrecht", zoom, "", "zoom:my/anna.albrecht"},
		{"https://us02web.zoom.us/my/Anna.Albrecht?pwd=geheim", zoom, "", "zoom:my/anna.albrecht"},

		{"abc-defg-hij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"ABC-defg-HIJ", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"ABC-defghij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"meet.google.com/abc-defg-hij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"https://meet.google.com/ABC-DEFG-HIJ?authuser=1", googleMeet, "", meetRoom},
		{"https://meet.google.com/_meet/abc-defg-hij", googleMeet, "", meetRoom},
		{"https://meet.google.com/lookup/SalonMitte", googleMeet, "", "meet:lookup/salonmitte"},

		{"https://meet.jit.si/SalonMitte", jitsi, "", "meet.jit.si/salonmitte"},
		{"https://meet.jit.si/moderated/0f5c63", jitsi, "", "meet.jit.si/moderated/0f5c63"},
		{"https://8x8.vc/salon/Anna", jitsi, "", "8x8.vc/salon/anna"},
		{"https://8x8.vc/vpaas-magic-cookie-1/Anna", jitsi, "", "8x8.vc/vpaas-magic-cookie-1/anna"},
		{"https://meet.jit.si/salonMITTE#config.startWithVideoMuted=true", jitsi, "", "meet.jit.si/salonmitte"},
		{"https://whereby.com/Salon-Mitte", whereby, "", "whereby.com/salon-mitte"},
		{"https://www.whereby.com/salon-mitte/", whereby, "", "whereby.com/salon-mitte"},
		{"https://salon.whereby.com/anna?embed", whereby, "", "salon.whereby.com/anna"},
		{"https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d", teams, "",
			"teams:19:meeting_x@thread.v2/0"},
		{"https://teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0?context=%7b%7d&anon=true", teams, "", "teams:19:meeting_x@thread.v2/0"},
		{"https://teams.microsoft.com/_#/l/meetup-join/19:meeting_x@thread.v2/0?context=x", teams, "", "teams:19:meeting_x@thread.v2/0"},
		{"https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_x@thread.v2/0?context=x", teams, "", "teams:19:meeting_x@thread.v2/0"},
		{"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_x%40thread.v2%2F0&type=meetup-join", teams, "", "teams:19:meeting_x@thread.v2/0"},
		{"https://teams.microsoft.com/l/meetup-join/19:salon@thread.tacv2/1611", teams, "", "teams:19:salon@thread.tacv2/1611"},
		{"https://teams.microsoft.com/meet/2345678901234?p=AbCdEfGh", teams, "", "teams.microsoft.com/meet/2345678901234"},
		{"https://teams.cloud.microsoft/meet/2345678901234?p=AbCdEfGh", teams, "", "teams.microsoft.com/meet/2345678901234"},
		{"https://teams.live.com/meet/9312?p=AbCd", teams, "", "teams.live.com/meet/9312"},
		{"https://teams.live.com/meet/9312", teams, "", "teams.live.com/meet/9312"},
		{"https://salon.webex.com/meet/anna", webex, "", "salon.webex.com/meet/anna"},
		{"https://salon.webex.com/join/Anna", webex, "", "salon.webex.com/meet/anna"},
		{"anna.albrecht@salon.webex.com", webex, "https://salon.webex.com/meet/anna.albrecht", "salon.webex.com/meet/anna.albrecht"},
		{"https://salon.webex.com/salon/j.php?MTID=m0F5C63", webex, "", "salon.webex.com/j?MTID=m0f5c63"},
		{"https://salon.webex.com/m/0f5c63aa-1", webex, "", "salon.webex.com/m/0f5c63aa-1"},
		{"https://salon.webex.com/webappng/sites/salon/meeting/download/0f5c63?siteurl=salon", webex, "", "salon.webex.com/meeting/0f5c63"},

		// Nothing that makes its holder the host reaches customers.
		{"https://us02web.zoom.us/s/84512345678?zak=eyJ.host&pwd=geheim", zoom, "https://us02web.zoom.us/j/84512345678?pwd=geheim", zoomRoom},
		{"https://us02web.zoom.us/j/84512345678?pwd=geheim&ZAK=eyJ.host", zoom, "https://us02web.zoom.us/j/84512345678?pwd=geheim", zoomRoom},
		{"https://zoom.us/wc/84512345678/start?zak=x", zoom, "https://zoom.us/wc/84512345678/join", zoomRoom},
		{"zoommtg://zoom.us/start?confno=84512345678&zak=eyJ.host", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://zoom.us/w/84512345678?tk=seat", zoom, "https://zoom.us/w/84512345678", zoomRoom},
		{"https://salon.whereby.com/anna?roomKey=eyJ.host", whereby, "https://salon.whereby.com/anna", "salon.whereby.com/anna"},
		{"https://whereby.com/anna?embed&roomkey=eyJ.host", whereby, "https://whereby.com/anna?embed", "whereby.com/anna"},
		{"https://8x8.vc/salon/anna?jwt=eyJ.host", jitsi, "https://8x8.vc/salon/anna", "8x8.vc/salon/anna"},
		{"https://meet.jit.si/anna#jwt=eyJ.host", jitsi, "https://meet.jit.si/anna", "meet.jit.si/anna"},

		// What people paste along with a link.
		{"https://zoom.us/j/84512345678.", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://zoom.us/j/84512345678,", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"(https://zoom.us/j/84512345678)", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://video.example/anna_(mitte)", other, "", "video.example/anna_%28mitte%29"},
		{"<https://zoom.us/j/84512345678>;", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"„https://zoom.us/j/84512345678“!", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"\u200bhttps://zoom.us/j/845\u00ad12345678\ufeff", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"\u202a845 1234 5678\u202c", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"\u2066abc-defg-hij\u2069", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"Join: https://zoom.us/j/84512345678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://www.google.com/url?q=https%3A%2F%2Fus02web.zoom.us%2Fj%2F84512345678%3Fpwd%3Dgeheim&sa=D&ust=1", zoom, "https://us02web.zoom.us/j/84512345678?pwd=geheim", zoomRoom},
		{"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F84512345678&data=05%7C02", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fzoom.us%2Fj%2F84512345678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"http://www.Google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F84512345678", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"[Mein Raum](https://zoom.us/j/84512345678)", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"[https://zoom.us/j/84512345678](<https://zoom.us/j/84512345678> \"Zoom\")", zoom, "https://zoom.us/j/84512345678", zoomRoom},
		{"https://deref-web.de/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},

		// The fragment is the key of the room, unless it has settings.
		{"https://facetime.apple.com/join#v=1&p=AbC&k=xYz", other, "", "facetime.apple.com/join#v=1&p=AbC&k=xYz"},
		{"https://signal.link/call/#key=abcd-efgh", other, "", "signal.link/call#key=abcd-efgh"},
		{"https://video.example/#anna", other, "", "video.example/#anna"},
		{"https://video.example/anna#config.startWithVideoMuted=true", other, "", "video.example/anna"},

		{"https://video.example/anna?b=2&a=1", other, "", "video.example/anna?a=1&b=2"},
		{"https://www.video.example/./anna/?a=1&b=2", other, "", "video.example/anna?a=1&b=2"},
		{"https://video.example:8443/anna", other, "", "video.example:8443/anna"},
		{"video.example:8443/anna", other, "https://video.example:8443/anna", "video.example:8443/anna"},
		{"https://video.example/?room=anna", other, "", "video.example/?room=anna"},
		{"https://video.example/room/#/anna", other, "", "video.example/room#/anna"},
		{"https://video.example/#/anna", other, "", "video.example/#/anna"},
		{"https://notzoom.us/j/84512345678", other, "", "notzoom.us/j/84512345678"},
		{"https://zoom.us.video.example/j/84512345678", other, "", "zoom.us.video.example/j/84512345678"},
		{"https://video.example:/anna", other, "https://video.example/anna", "video.example/anna"},
		{"https://video.example:0443/anna", other, "https://video.example/anna", "video.example/anna"},
		{"https://video.example:08443/anna", other, "https://video.example:8443/anna", "video.example:8443/anna"},
		{"https://Friseur-Müller.example/Tür", other, "https://xn--friseur-mller-4ob.example/T%C3%BCr", "xn--friseur-mller-4ob.example/T%C3%BCr"},
		{"https://xn--friseur-mller-4ob.example/T%c3%bcr", other, "", "xn--friseur-mller-4ob.example/T%C3%BCr"},
		{"https://video.example/%00%ff", other, "", "video.example/%00%FF"},
	} {
		room, p := videoroom.Read("link", test.pasted, nil)
		if p != nil {
			t.Errorf("%q is refused: %v", test.pasted, p)
			continue
		}
		want := videoroom.Room{Provider: test.provider, URL: test.url, Identity: test.room}
		if want.URL == "" {
			want.URL = test.pasted
		}
		if room != want {
			t.Errorf("%q:\n got %+v\nwant %+v", test.pasted, room, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	chosen := func(p videolink.Provider) *videolink.Provider { return &p }
	for _, test := range []struct {
		pasted   string
		provider *videolink.Provider
		code     problem.Code
	}{
		{"", nil, problem.Required},
		{" \t\n", nil, problem.Required},
		{"http://zoom.us/j/84512345678", nil, problem.LinkNotHTTPS},
		{"javascript:alert(document.cookie)", nil, problem.LinkNotHTTPS},
		{"JavaScript://zoom.us/%0Aalert(1)", nil, problem.LinkNotHTTPS},
		{"ftp://video.example/anna", nil, problem.LinkNotHTTPS},
		{"file:///etc/passwd", nil, problem.LinkNotHTTPS},
		{"mailto:anna@salon.example", nil, problem.LinkNotHTTPS},
		{"https://anna:geheim@video.example/anna", nil, problem.LinkHasCredentials},
		{"https://anna@video.example/anna", nil, problem.LinkHasCredentials},
		{"anna:123@video.example/anna", nil, problem.LinkHasCredentials},
		{"https://video.example", nil, problem.LinkInvalid},
		{"https://zoom.us", nil, problem.LinkNotARoom},
		{"zoom.us", nil, problem.LinkNotARoom},
		{"https://zoom.us///", nil, problem.LinkNotARoom},
		{"https://zoom.us/profile", nil, problem.LinkNotARoom},
		{"https://zoom.us/join", nil, problem.LinkNotARoom},
		{"https://zoom.us/meeting/84512345678", nil, problem.LinkNotARoom}, // its settings
		{"https://zoom.us/meeting/register/tZ0f5c63", nil, problem.LinkNotARoom},
		{"https://us02web.zoom.us/u/kdw0f5c63", nil, problem.LinkNotARoom}, // phone numbers
		{"https://zoom.us/j/845", nil, problem.LinkNotARoom},
		{"https://zoom.us/j/01701000005", nil, problem.LinkNotARoom},
		{"https://zoom.us/my", nil, problem.LinkNotARoom},
		{"https://meet.google.com", nil, problem.LinkNotARoom},
		{"https://meet.google.com/new", nil, problem.LinkNotARoom},
		{"https://meet.google.com/landing", nil, problem.LinkNotARoom},
		{"https://teams.microsoft.com", nil, problem.LinkNotARoom},
		{"https://teams.microsoft.com/v2/", nil, problem.LinkNotARoom},
		{"https://teams.microsoft.com/l/channel/19%3ax%40thread.tacv2/Salon", nil, problem.LinkNotARoom},
		{"https://teams.microsoft.com/meetingOptions/?organizerId=1", nil, problem.LinkNotARoom},
		{"https://teams.live.com/", nil, problem.LinkNotARoom},
		{"https://salon.webex.com", nil, problem.LinkNotARoom},
		{"https://salon.webex.com/webappng/sites/salon/dashboard", nil, problem.LinkNotARoom},
		{"https://salon.webex.com/salon/globalcallin.php?MTID=m0f5c63", nil, problem.LinkNotARoom},
		{"https://signin.webex.com/join", nil, problem.LinkNotARoom},
		{"https://whereby.com", nil, problem.LinkNotARoom},
		{"https://whereby.com/user/settings", nil, problem.LinkNotARoom},
		{"https://whereby.com/pricing", nil, problem.LinkNotARoom},
		{"https://meet.jit.si", nil, problem.LinkNotARoom},
		{"https://8x8.vc/salon", nil, problem.LinkNotARoom},
		{"https://moderated.jitsi.net/0f5c63", nil, problem.LinkForHost},
		{"https://video.salon.example/anna?jwt=eyJ.host", nil, problem.LinkForHost},
		{"https://video.salon.example/anna?hostKey=1", nil, problem.LinkForHost},
		{"https://video.salon.example/anna#jwt=eyJ.host", nil, problem.LinkForHost},
		{"https://video.salon.example/anna#config.startWithVideoMuted=true&JWT=eyJ.host", nil, problem.LinkForHost},
		{"https://join.skype.com/AbCdEf", nil, problem.ProviderEnded},
		{"https://www.skype.com", nil, problem.ProviderEnded},
		{"https://video.example/anna", chosen(skype), problem.ProviderEnded},
		{"live:anna", chosen(skype), problem.LinkNotHTTPS},
		{"anna", chosen(skype), problem.ProviderEnded},
		{"+49 170 1000005", nil, problem.PhoneNumber},
		{"0170 1000005", nil, problem.PhoneNumber},
		{"0170/1000005", nil, problem.PhoneNumber},
		{"0049 170 1000005", chosen(zoom), problem.PhoneNumber},
		{"(030) 5550101", nil, problem.PhoneNumber},
		{"tel:+491701000005", nil, problem.PhoneNumber},
		{"tel:0170-1000005", nil, problem.PhoneNumber},
		{"+49 69 3807 9883,,84512345678#", nil, problem.PhoneNumber},
		{"https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fprofile", nil, problem.LinkNotARoom},
		{"https://www.google.com/url?q=javascript%3Aalert(1)", nil, problem.LinkNotHTTPS},
		{"http://www.google.com/url?q=http%3A%2F%2Fvideo.example%2Fanna", nil, problem.LinkNotHTTPS},
		{"http://www.google.com/url?sa=D", nil, problem.LinkNotHTTPS},
		{"[Anna](https://zoom.us/profile)", nil, problem.LinkNotARoom},
		{"\u200b\ufeff", nil, problem.Required},
		{"123 456 789 012 3", nil, problem.MeetingIDWithoutLink}, // of Teams
		{"2345 678 9012", chosen(webex), problem.MeetingIDWithoutLink},
		{"345 678 901 234", chosen(teams), problem.MeetingIDWithoutLink},
		{strings.Repeat("Salon ", 4000), nil, problem.TooLong},
		{"https://", nil, problem.LinkInvalid},
		{"https:zoom.us/j/84512345678", nil, problem.LinkInvalid},
		{"https://localhost/anna", nil, problem.LinkInvalid},
		{"https://[::1]/anna", nil, problem.LinkInvalid},
		{"https://127.0.0.1/anna", nil, problem.LinkInvalid},
		{"https://127.1:8443/anna", nil, problem.LinkInvalid},
		{"https://10.0.0x7f/anna", nil, problem.LinkInvalid},
		{"https://video.example:port/anna", nil, problem.LinkInvalid},
		{"https://video.example:65536/anna", nil, problem.LinkInvalid},
		{"https://video.example:0/anna", nil, problem.LinkInvalid},
		{"https://video_.example/anna", nil, problem.LinkInvalid},
		{"https://zoom.us/j/845 1234 5678", nil, problem.LinkInvalid},
		{"https://zoom.us/j/845\u00a01234\u00a05678", nil, problem.LinkInvalid},
		{"https://video.example/anna?\xff", nil, problem.LinkInvalid},
		{"https://video.example/\"><script>", nil, problem.LinkInvalid},
		{`https://video.example\@evil.example/anna`, nil, problem.LinkInvalid},
		{"https://video.example/" + strings.Repeat("a", 2000), nil, problem.TooLong},
		{"https://video.example/" + strings.Repeat("ü", 900), nil, problem.TooLong}, // once escaped
		{"12345678", nil, problem.ProviderRequired},
		{"SalonMitte", nil, problem.ProviderRequired}, // like a meeting ID of Google Meet without its hyphens
		{"845 1234 5678", chosen(googleMeet), problem.MeetingIDInvalid},
		{"abc-defg-hij", chosen(zoom), problem.MeetingIDInvalid},
		{"12345678", chosen(zoom), problem.MeetingIDInvalid},
		{"SalonMitte", chosen(jitsi), problem.MeetingIDInvalid},
	} {
		room, p := videoroom.Read("link", test.pasted, test.provider)
		if p == nil {
			t.Errorf("%q is not refused but %+v", test.pasted, room)
		} else if p.Code != test.code || fmt.Sprint(p.Field) != "[link]" {
			t.Errorf("%q: got %s of %v, want %s of link", test.pasted, p.Code, p.Field, test.code)
		}
	}
}

func TestTheChosenProviderCounts(t *testing.T) {
	provider := jitsi
	room, p := videoroom.Read("link", "https://video.example/anna", &provider)
	if p != nil || room.Provider != jitsi {
		t.Error(room.Provider, p)
	}
	provider = googleMeet
	if room, p = videoroom.Read("link", "abcdefghij", &provider); p != nil || room.Identity != "meet:abcdefghij" {
		t.Error(room.Identity, p)
	}
}

func TestReadService(t *testing.T) {
	chosen := new(videolink.ProviderJITSI)
	for _, test := range []struct {
		pasted   string
		provider *videolink.Provider
		url      string
		code     problem.Code
	}{
		{"https://meet.jit.si", nil, "https://meet.jit.si", ""},
		{" meet.jit.si/ ", nil, "https://meet.jit.si", ""},
		{"https://meet.jit.si/salon", nil, "https://meet.jit.si/salon", ""},
		{"https://video.salon.example:8443", chosen, "https://video.salon.example:8443", ""},
		{"", nil, "", problem.Required},
		{"https://video.salon.example", nil, "", problem.ProviderRequired},
		{"https://zoom.us", nil, "", problem.RoomsUnsupported},
		{"https://zoom.us", chosen, "", problem.RoomsUnsupported},
		{"https://8x8.vc/vpaas-magic-cookie-1", nil, "https://8x8.vc/vpaas-magic-cookie-1", ""},
		{"\u200bmeet.jit.si.", nil, "https://meet.jit.si", ""},
		{"http://meet.jit.si", nil, "", problem.LinkNotHTTPS},
		{"https://meet.jit.si/?a=b", nil, "", problem.LinkInvalid},
		{"https://meet.jit.si/#config", nil, "", problem.LinkInvalid},
	} {
		room, p := videoroom.ReadService("link", test.pasted, test.provider)
		switch {
		case p != nil && p.Code != test.code, p == nil && test.code != "":
			t.Errorf("%q: %v", test.pasted, p)
		case p == nil && (room.URL != test.url || !room.PerAppointment):
			t.Errorf("%q is read as %+v", test.pasted, room)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, pasted := range []string{
		"845 1234 5678", "abc-defg-hij", "https://us02web.zoom.us/j/84512345678?pwd=geheim", "https://a:b@video.example/anna",
		"video.example:8443/anna", "javascript:alert(1)", "https://friseur-müller.example/%00", "https://video.example/#/anna",
		"https://video.example/a%2Fb?%zz;c#/%00", "https://www.www.whereby.com/%C4%B0", "https://whereby.com/a.?roomKey=b", "zoommtg://zoom.us/join?confno=84512345678",
		"https://teams.microsoft.com/_#/l/meetup-join/19:meeting_x@thread.v2/0", "Thema: Beratung\nMeeting-ID: 845 1234 5678\nKenncode: 123456\n+496938980596,,84512345678#",
		"https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fs%2F84512345678%3Fzak%3Da", "https://facetime.apple.com/join#v=1&p=a", "anna@salon.webex.com", "tel:+491701000005",
	} {
		f.Add(pasted, "")
	}
	f.Add("845 1234 5678", "ZOOM")
	f.Fuzz(func(t *testing.T, pasted, chosen string) {
		provider := new(videolink.Provider(chosen))
		if chosen == "" {
			provider = nil
		}
		room, p := videoroom.Read("link", pasted, provider)
		if p != nil {
			for _, argument := range p.Arguments {
				if argument != 2000 && argument != 20_000 {
					t.Errorf("the problem mentions %v", argument)
				}
			}
			return
		}
		link, err := url.Parse(room.URL)
		if err != nil || !strings.HasPrefix(room.URL, "https://") || link.User != nil {
			t.Fatalf("%q is kept as %q: %v", pasted, room.URL, err)
		}
		if !utf8.ValidString(room.URL+room.Identity) || strings.Contains(room.URL+room.Identity, "\x00") || len(room.Identity) > 2000 {
			t.Errorf("no database keeps %+v", room)
		}
		if again, p := videoroom.Read("link", room.URL, provider); p != nil || again.Identity != room.Identity {
			t.Errorf("%q is the room %q, but its link %q is %q (%v)", pasted, room.Identity, room.URL, again.Identity, p)
		}
	})
}
