package booking_test

import (
	"encoding/json"
	"strings"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/booking"
)

func TestACardIsWrittenTextByText(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		of := d.create(t, "Ida", "", "")
		card := func() (text string, version int) {
			if row := must(d.CustomerCardsOf(byOwner(t), []string{of.ID}))(t)[of.ID]; row != nil {
				return row.Notes + "|" + row.Allergies + "|" + row.Formulas, row.Version
			}
			return "||", 0
		}
		for _, test := range []struct {
			name    string
			input   booking.CustomerCardSetInput
			codes   string
			text    string
			version int
		}{
			{"the first", booking.CustomerCardSetInput{Allergies: new(" Xylophon\r\n"), ExpectedVersion: new(0)}, "", "|Xylophon|", 1},
			{"the same", booking.CustomerCardSetInput{Allergies: new("Xylophon"), ExpectedVersion: new(1)}, "", "|Xylophon|", 1},
			{"others", booking.CustomerCardSetInput{Notes: new("Kaffee"), Formulas: new("6/3"), ExpectedVersion: new(1)}, "", "Kaffee|Xylophon|6/3", 2},
			{"what somebody has changed", booking.CustomerCardSetInput{Notes: new("Tee"), ExpectedVersion: new(1)}, "CHANGED_MEANWHILE expectedVersion", "Kaffee|Xylophon|6/3", 2},
			{"too much", booking.CustomerCardSetInput{Notes: new(strings.Repeat("ä", 2001))}, "TOO_LONG notes", "Kaffee|Xylophon|6/3", 2},
			{"none, whatever was there", booking.CustomerCardSetInput{Notes: new("")}, "", "|Xylophon|6/3", 3},
		} {
			test.input.ID = of.ID
			_, err := d.CustomerCardSet(by(t, actor.Receptionist, "clara"), test.input)
			same(t, test.name, codes(err), test.codes)
			text, version := card()
			same(t, test.name, text, test.text)
			same(t, test.name, version, test.version)
		}
		_, err := d.CustomerCardSet(byOwner(t), booking.CustomerCardSetInput{ID: "cus_nobody", Notes: new("x")})
		same(t, "nobody", codes(err), "NOT_FOUND id")
		_, err = d.CustomerCardSet(by(t, actor.Member, "ben"), booking.CustomerCardSetInput{ID: of.ID, Notes: new("x")})
		same(t, "by a member", codes(err), "NOT_FOUND id")

		export := *must(d.CustomerExport(byOwner(t), of.ID))(t)
		same(t, "in the export", strings.Contains(export, "Xylophon"), true)
		for _, entry := range d.store.Client().AuditEntry.Query().AllX(t.Context()) {
			if text := string(must(json.Marshal(entry))(t)); strings.Contains(text, "Xylophon") || strings.Contains(text, "6/3") {
				t.Errorf("the audit trail has a text: %s", text)
			}
		}
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: of.ID}))(t)
		same(t, "cards of the forgotten", d.store.Client().CustomerCard.Query().CountX(t.Context()), 0)
	})
}
