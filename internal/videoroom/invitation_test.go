package videoroom_test

import (
	"strings"
	"testing"

	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/videoroom"
)

func TestReadAnInvitation(t *testing.T) {
	for _, test := range []struct {
		name, text string
		provider   *videolink.Provider
		url        string
		code       problem.Code
	}{
		{"Zoom, German", `Anna Albrecht lädt Sie zu einem geplanten Zoom-Meeting ein.

Thema: Farbberatung
Zeit: 24.Nov. 2026 11:00 AM Amsterdam, Berlin, Rom, Stockholm, Wien

Zoom-Meeting beitreten
https://us02web.zoom.us/j/84512345678?pwd=UzlBbktJ.1

Meeting-ID: 845 1234 5678
Kenncode: 123456

---

Schnelleinwahl mobil
+496938980596,,84512345678#,,,,*123456# Deutschland
+4969710499922,,84512345678#,,,,*123456# Deutschland

Ortseinwahl suchen: https://us02web.zoom.us/u/kdw0f5c63
`, nil, "https://us02web.zoom.us/j/84512345678?pwd=UzlBbktJ.1", ""},
		{"Zoom, English", `Anna is inviting you to a scheduled Zoom meeting.

Topic: Color
Join Zoom Meeting
https://us02web.zoom.us/j/84512345678?pwd=UzlBbktJ

Meeting ID: 845 1234 5678
Passcode: 123456

One tap mobile
+13017158592,,84512345678#,,,,*123456# US (Washington DC)

Find your local number: https://us02web.zoom.us/u/kdw0f5c63`, nil, "https://us02web.zoom.us/j/84512345678?pwd=UzlBbktJ", ""},
		{"Zoom without the passcode in the link", "Zoom-Meeting beitreten\nhttps://zoom.us/j/84512345678\nMeeting-ID: 845 1234 5678\nKenncode: 123456", nil, "", problem.PasscodeMissing},
		{"Zoom without a link, with a passcode", "Zoom\nMeeting ID: 845 1234 5678\nPasscode: 123456", nil, "", problem.PasscodeMissing},
		{"Zoom without a link or a passcode", "Thema: Beratung\nMeeting-ID: 845 1234 5678\nEinwahl: +49 69 3898 0596", nil, "https://zoom.us/j/84512345678", ""},
		{"Google Meet, German", `Farbberatung
Dienstag, 24. November · 11:00 – 11:30
Zeitzone: Europe/Berlin
Informationen zum Beitreten mit Google Meet
Videoanruflink: https://meet.google.com/abc-defg-hij
Oder wählen Sie: ‪(DE) +49 40 8081617343‬ PIN: ‪123 456 789‬#
Weitere Telefonnummern: https://tel.meet/abc-defg-hij?pin=1234567890123`, nil, "https://meet.google.com/abc-defg-hij", ""},
		{"Google Meet, English", "To join the video meeting, click this link: meet.google.com/abc-defg-hij.\nOtherwise, dial +1 234-567-8901 and enter this PIN: 123 456 789#", nil, "https://meet.google.com/abc-defg-hij", ""},
		{"Teams, German", `________________________________________________________________________________
Microsoft Teams Benötigen Sie Hilfe?<https://aka.ms/JoinTeamsMeeting?omkt=de-DE>
Jetzt an der Besprechung teilnehmen<https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d>
Besprechungs-ID: 345 678 901 234
Kennung: AbC9dE
________________________________
Per Telefon einwählen
+49 69 365057606,,123456789#<tel:+4969365057606,,123456789#> Germany, Frankfurt
Für Organisatoren: Besprechungsoptionen<https://teams.microsoft.com/meetingOptions/?organizerId=1>
`, nil, "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d", ""},
		{"Teams, English, short", `Microsoft Teams meeting
Join: https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGh
Meeting ID: 345 678 901 234 5
Passcode: AbC9dE
Need help? https://aka.ms/JoinTeamsMeeting | System reference: https://example.com/x`, nil, "https://teams.microsoft.com/meet/3456789012345?p=AbCdEfGh", ""},
		{"Teams, short, without the passcode in the link", "Join: https://teams.microsoft.com/meet/3456789012345\nMeeting ID: 345 678 901 234 5\nPasscode: AbC9dE", nil, "", problem.PasscodeMissing},
		{"Teams without a link", "Microsoft Teams\nBesprechungs-ID: 345 678 901 234\nKennung: AbC9dE", nil, "", problem.MeetingIDWithoutLink},
		{"Webex, German", `Anna lädt Sie zu einem Webex Meeting ein.
Meeting-Link: https://salon.webex.com/salon/j.php?MTID=m0f5c63
Meeting-Kennnummer: 2345 678 9012
Meeting Passwort: AbC9dE
Über Videosystem beitreten: 23456789012@salon.webex.com
+49-619-6781-9736 Germany Toll
Globale Einwahlnummern: https://salon.webex.com/salon/globalcallin.php?MTID=m0f5c64`, nil, "https://salon.webex.com/salon/j.php?MTID=m0f5c63", ""},
		{"Webex without a link", "Webex\nMeeting number (access code): 2345 678 9012\nMeeting password: AbC9dE", nil, "", problem.MeetingIDWithoutLink},
		{"Whereby", "Komm in meinen Raum: https://whereby.com/salon-mitte, bis gleich!", nil, "https://whereby.com/salon-mitte", ""},
		{"in Markdown", "**Farbberatung**\n[Zoom-Meeting beitreten](https://us02web.zoom.us/j/84512345678?pwd=a), [Hilfe](https://support.zoom.us/hc), [anrufen](tel:+493055501)", nil, "https://us02web.zoom.us/j/84512345678?pwd=a", ""},
		{"of a provider that is unknown", "Bitte hier klicken:\nhttps://video.salon.example/anna.", nil, "https://video.salon.example/anna", ""},
		{"of a provider that is chosen", "Besprechung\nMeeting-ID: 845 1234 5678", new(videolink.ProviderZOOM), "https://zoom.us/j/84512345678", ""},
		{"the same room twice", "https://zoom.us/j/84512345678 oder https://us02web.zoom.us/j/84512345678?pwd=a", nil, "https://us02web.zoom.us/j/84512345678?pwd=a", ""},
		{"two rooms", "https://zoom.us/j/84512345678 oder https://zoom.us/j/84512345679", nil, "", problem.SeveralRooms},
		{"the start link of the host", "Start: https://us02web.zoom.us/s/84512345678?zak=eyJ.host", nil, "https://us02web.zoom.us/j/84512345678", ""},
		{"no room", "Mein Profil: https://zoom.us/profile", nil, "", problem.LinkNotARoom},
		{"no link", "Bitte anrufen: +49 170 1000005", nil, "", problem.LinkInvalid},
		{"a link without encryption", "Hier: http://video.salon.example/anna", nil, "", problem.LinkNotHTTPS},
	} {
		text := test.text
		for _, text := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(text, "\n", " ")} {
			room, p := videoroom.Read("link", text, test.provider)
			switch {
			case p != nil && p.Code != test.code, p == nil && test.code != "":
				t.Errorf("%s: %v", test.name, p)
			case p == nil && room.URL != test.url:
				t.Errorf("%s is read as %s", test.name, room.URL)
			}
		}
	}
}
