package compose_test

import (
	"strings"
	"testing"

	"visavis/ent/mail"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

// unfolded joins folded lines and expects none to be too long.
func unfolded(t *testing.T, entry *compose.CalendarEntry) string {
	t.Helper()
	text := string(entry.Body)
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("the line is too long, or does not end as it must: %q", line)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n ", ""), "\r\n", "\n")
}

func TestTheCalendarEntry(t *testing.T) {
	moved := consultation(t, mail.KindMOVED, locale.German)
	moved.Version = 3
	atSalon := consultation(t, mail.KindCONFIRMED, locale.German)
	atSalon.JoinURL, atSalon.Organizer, atSalon.Customer.Email = "", "", ""
	cancelled := consultation(t, mail.KindCANCELLED, locale.English)
	cancelled.Version = 4
	for _, test := range []struct {
		facts  compose.Facts
		method string
		event  string
	}{
		{moved, "REQUEST", `UID:apt_one@visavis
SEQUENCE:2
DTSTART:20261124T090000Z
DTEND:20261124T093000Z
STATUS:CONFIRMED
SUMMARY:Farbberatung · Salon Mitte
LOCATION:https://booking.example/join/JOIN
URL:https://booking.example/join/JOIN
DESCRIPTION:Mit Anna\nZum Videogespräch: https://booking.example/join/JOIN\nVerschieben oder absagen: https://booking.example/manage/SECRET
DTSTAMP:20261122T080000Z
ORGANIZER;CN=Salon Mitte:mailto:mitte@salon.example
ATTENDEE;CN=Carla Kunde;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:carla@kunde.example
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Farbberatung · Salon Mitte
END:VALARM
`},
		{atSalon, "REQUEST", `UID:apt_one@visavis
SEQUENCE:0
DTSTART:20261124T090000Z
DTEND:20261124T093000Z
STATUS:CONFIRMED
SUMMARY:Farbberatung · Salon Mitte
LOCATION:Salon Mitte\, Auguststraße 12\, 10117 Berlin\, Deutschland
DESCRIPTION:Mit Anna\nAdresse: Salon Mitte\, Auguststraße 12\, 10117 Berlin\, Deutschland\nVerschieben oder absagen: https://booking.example/manage/SECRET
DTSTAMP:20261122T080000Z
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT60M
DESCRIPTION:Farbberatung · Salon Mitte
END:VALARM
`},
		{cancelled, "CANCEL", `UID:apt_one@visavis
SEQUENCE:3
DTSTART:20261124T090000Z
DTEND:20261124T093000Z
STATUS:CANCELLED
SUMMARY:Farbberatung · Salon Mitte
DESCRIPTION:With Anna
DTSTAMP:20261122T080000Z
ORGANIZER;CN=Salon Mitte:mailto:mitte@salon.example
ATTENDEE;CN=Carla Kunde;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:carla@kunde.example
`},
	} {
		entry := written(t, test.facts).Calendar
		want := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//visavis//visavis//EN\nMETHOD:" + test.method +
			"\nBEGIN:VEVENT\n" + test.event + "END:VEVENT\nEND:VCALENDAR\n"
		if got := unfolded(t, entry); entry.Method != test.method || got != want {
			t.Errorf("%s: got\n%s", test.method, got)
		}
	}
}

func TestNamesAddNothingToTheCalendarEntry(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Customer.Name = "Carla O'Neil\", \\;X-EVIL=1:\r\nX-EVIL:1"
	f.Customer.Email, f.Organizer = "c@d.example\r\nX-EVIL:1", "a@b.example\nX-EVIL:1"
	f.Service, f.Branch.Name, f.Branch.Street = "A;B,C\r\nX-EVIL:1", "D\rX-EVIL:1", "E\nX-EVIL:1"
	text := unfolded(t, written(t, f).Calendar)
	if strings.Contains(text, "\nX-EVIL") || strings.Contains(text, "\r") || strings.Contains(text, ";X-EVIL") {
		t.Errorf("a name has become a property:\n%s", text)
	}
	for _, part := range []string{"CN=Carla O’Neil   X-EVIL=1 X-EVIL 1;", `SUMMARY:A\;B\,CX-EVIL:1 · DX-EVIL:1`} {
		if !strings.Contains(text, part) {
			t.Errorf("there is no %s in\n%s", part, text)
		}
	}
}
