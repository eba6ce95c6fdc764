package ical_test

import (
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/ical"
)

func TestAnAppointmentKeepsItsUIDAndRaisesItsSequence(t *testing.T) {
	for _, test := range []struct {
		appointment ical.Appointment
		want        string
	}{
		{
			ical.Appointment{ID: "apt_one", Version: 1, End: civil.Instant(1800), Summary: "Farbberatung"},
			"UID:apt_one@visavis SEQUENCE:0 DTSTART:19700101T000000Z DTEND:19700101T003000Z STATUS:CONFIRMED SUMMARY:Farbberatung",
		},
		{
			ical.Appointment{ID: "apt_one", Version: 3, Cancelled: true, Summary: "A\nX-EVIL:1", Location: "B;C", URL: "https://a.example\r\nX-EVIL:1"},
			`UID:apt_one@visavis SEQUENCE:2 DTSTART:19700101T000000Z DTEND:19700101T000000Z STATUS:CANCELLED SUMMARY:AX-EVIL:1 LOCATION:B\;C URL:https://a.exampleX-EVIL:1`,
		},
	} {
		c := ical.New(ics.MethodPublish)
		c.AddVEvent(test.appointment.Event())
		text := string(ical.Bytes(c))
		_, event, _ := strings.Cut(text, "BEGIN:VEVENT\r\n")
		event, _, _ = strings.Cut(event, "\r\nEND:VEVENT")
		if got := strings.ReplaceAll(event, "\r\n", " "); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

func TestThePlaceIsWhatTheBranchTells(t *testing.T) {
	for want, row := range map[string]*ent.Branch{
		"Mitte": {Name: "Mitte"},
		"Mitte, Auguststraße 12, 10117 Berlin, Deutschland": {
			Name: "Mitte", Street: "Auguststraße 12", PostalCode: "10117", City: "Berlin", Country: "Deutschland",
		},
		"Mitte, Berlin": {Name: "Mitte", City: "Berlin"},
	} {
		if got := ical.LocationOf(row); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
