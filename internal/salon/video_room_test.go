package salon

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"visavis/ent/videolink"
	"visavis/internal/problem"
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

func TestReadVideoRoom(t *testing.T) {
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
		{"https://zoom.us/my/anna.albrecht", zoom, "", "zoom.us/my/anna.albrecht"},

		{"abc-defg-hij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"ABC-defg-HIJ", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"ABC-defghij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"meet.google.com/abc-defg-hij", googleMeet, "https://meet.google.com/abc-defg-hij", meetRoom},
		{"https://meet.google.com/ABC-DEFG-HIJ?authuser=1", googleMeet, "", meetRoom},

		{"https://meet.jit.si/SalonMitte", jitsi, "", "meet.jit.si/salonmitte"},
		{"https://meet.jit.si/salonMITTE#config.startWithVideoMuted=true", jitsi, "", "meet.jit.si/salonmitte"},
		{"https://whereby.com/Salon-Mitte", whereby, "", "whereby.com/salon-mitte"},
		{"https://www.whereby.com/salon-mitte/", whereby, "", "whereby.com/salon-mitte"},
		{"https://salon.whereby.com/anna?embed", whereby, "", "salon.whereby.com/anna"},
		{"https://join.skype.com/AbCdEf", skype, "", "join.skype.com/AbCdEf"},
		{"https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d", teams, "",
			"teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0?context=%7B%22Tid%22%3A%221%22%7D"},
		{"https://teams.live.com/meet/9312", teams, "", "teams.live.com/meet/9312"},
		{"https://salon.webex.com/meet/anna", webex, "", "salon.webex.com/meet/anna"},

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
		room, p := readVideoRoom("link", test.pasted, nil)
		if p != nil {
			t.Errorf("%q is refused: %v", test.pasted, p)
			continue
		}
		want := videoRoom{test.provider, test.url, test.room, false}
		if want.url == "" {
			want.url = test.pasted
		}
		if room != want {
			t.Errorf("%q:\n got %+v\nwant %+v", test.pasted, room, want)
		}
	}
}

func TestReadVideoRoomRefuses(t *testing.T) {
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
		{"https://zoom.us", nil, problem.LinkInvalid},
		{"zoom.us", nil, problem.LinkInvalid},
		{"https://zoom.us///", nil, problem.LinkInvalid},
		{"https://", nil, problem.LinkInvalid},
		{"https:zoom.us/j/84512345678", nil, problem.LinkInvalid},
		{"https://localhost/anna", nil, problem.LinkInvalid},
		{"https://[::1]/anna", nil, problem.LinkInvalid},
		{"https://video.example:port/anna", nil, problem.LinkInvalid},
		{"https://video.example:65536/anna", nil, problem.LinkInvalid},
		{"https://video.example:0/anna", nil, problem.LinkInvalid},
		{"https://video_.example/anna", nil, problem.LinkInvalid},
		{"https://zoom.us/j/845 1234 5678", nil, problem.LinkInvalid},
		{"https://zoom.us/j/845\u00a01234\u00a05678", nil, problem.LinkInvalid},
		{"https://video.example/anna?\xff", nil, problem.LinkInvalid},
		{"Join: https://zoom.us/j/84512345678", nil, problem.LinkInvalid},
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
		room, p := readVideoRoom("link", test.pasted, test.provider)
		if p == nil {
			t.Errorf("%q is not refused but %+v", test.pasted, room)
		} else if p.Code != test.code || fmt.Sprint(p.Field) != "[link]" {
			t.Errorf("%q: got %s of %v, want %s of link", test.pasted, p.Code, p.Field, test.code)
		}
	}
}

func TestTheChosenProviderCounts(t *testing.T) {
	provider := jitsi
	room, p := readVideoRoom("link", "https://video.example/anna", &provider)
	if p != nil || room.provider != jitsi {
		t.Error(room.provider, p)
	}
	provider = googleMeet
	if room, p = readVideoRoom("link", "abcdefghij", &provider); p != nil || room.room != "meet:abcdefghij" {
		t.Error(room.room, p)
	}
}

func TestReadVideoService(t *testing.T) {
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
		{"https://zoom.us", nil, "", problem.ProviderRequired},
		{"http://meet.jit.si", nil, "", problem.LinkNotHTTPS},
		{"https://meet.jit.si/?a=b", nil, "", problem.LinkInvalid},
		{"https://meet.jit.si/#config", nil, "", problem.LinkInvalid},
	} {
		room, p := readVideoService("link", test.pasted, test.provider)
		switch {
		case p != nil && p.Code != test.code, p == nil && test.code != "":
			t.Errorf("%q: %v", test.pasted, p)
		case p == nil && (room.url != test.url || !room.perAppointment):
			t.Errorf("%q is read as %+v", test.pasted, room)
		}
	}
}

func FuzzReadVideoRoom(f *testing.F) {
	for _, pasted := range []string{
		"845 1234 5678", "abc-defg-hij", "https://us02web.zoom.us/j/84512345678?pwd=geheim", "https://a:b@video.example/anna",
		"video.example:8443/anna", "javascript:alert(1)", "https://friseur-müller.example/%00", "https://video.example/#/anna",
		"https://video.example/a%2Fb?%zz;c#/%00", "https://www.www.whereby.com/%C4%B0",
	} {
		f.Add(pasted, "")
	}
	f.Add("845 1234 5678", "ZOOM")
	f.Fuzz(func(t *testing.T, pasted, chosen string) {
		provider := new(videolink.Provider(chosen))
		if chosen == "" {
			provider = nil
		}
		room, p := readVideoRoom("link", pasted, provider)
		if p != nil {
			for _, argument := range p.Arguments {
				if argument != linkLength {
					t.Errorf("the problem mentions %v", argument)
				}
			}
			return
		}
		link, err := url.Parse(room.url)
		if err != nil || !strings.HasPrefix(room.url, "https://") || link.User != nil {
			t.Fatalf("%q is kept as %q: %v", pasted, room.url, err)
		}
		if !utf8.ValidString(room.url+room.room) || strings.Contains(room.url+room.room, "\x00") || len(room.room) > linkLength {
			t.Errorf("no database keeps %+v", room)
		}
		if again, p := readVideoRoom("link", room.url, provider); p != nil || again.room != room.room {
			t.Errorf("%q is the room %q, but its link %q is %q (%v)", pasted, room.room, room.url, again.room, p)
		}
	})
}
