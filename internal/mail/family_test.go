package mail

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/booking"
)

// TestAFamilyOnOneAddressIsAddressedByTheirOwnNames books for a mother, whom the salon keeps on record, and for a daughter who
// speaks another language, under one address.
func TestAFamilyOnOneAddressIsAddressedByTheirOwnNames(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		type relative struct {
			name     string
			locale   branch.Locale
			start    string
			greeting string
		}
		mother := relative{"Maria Familie", branch.LocaleDE, "10:00", "Hallo Maria Familie,"}
		daughter := relative{"Emma Family", branch.LocaleEN, "14:00", "Hello Emma Family,"}
		address := "familie@kunde.example"
		input := booking.AppointmentBookByStaffInput{BranchID: mitte, ServiceID: cut, StaffID: anna, Start: at(t, "2026-11-26 "+mother.start)}
		input.Customer = &booking.CustomerInput{Name: mother.name, Email: &address, Locale: mother.locale}
		first, err := s.booking.AppointmentBookByStaff(byOwner(t), input)
		if err != nil {
			t.Fatal(err)
		}
		second, err := s.booking.AppointmentBook(t.Context(), booking.AppointmentBookInput{
			Start:          &booking.StartInput{BranchID: mitte, ServiceID: cut, StaffID: new(anna), Start: at(t, "2026-11-26 "+daughter.start)},
			Customer:       booking.CustomerInput{Name: daughter.name, Email: &address, Locale: daughter.locale, AcceptsPrivacy: true},
			IdempotencyKey: "the-daughter-0000000",
		}, "")
		if err != nil {
			t.Fatal(err)
		}
		if *first.CustomerID != *second.CustomerID {
			t.Fatal("they are not one customer")
		}
		worker := s.startWorker(t)
		for _, step := range []struct {
			name string
			do   func(a *ent.Appointment, relative relative)
		}{
			{"booked", func(*ent.Appointment, relative) {}},
			{"moved", func(a *ent.Appointment, r relative) {
				s.move(t, a, fmt.Sprintf("2026-11-26 %s:30", r.start[:2]))
			}},
			{"reminded", func(*ent.Appointment, relative) { s.now.Store(int64(second.StartsAt.Add(-23 * time.Hour))) }},
			{"cancelled", func(a *ent.Appointment, _ relative) { s.cancel(t, a) }},
		} {
			step.do(first, mother)
			step.do(second, daughter)
			worker.work()
			worker.work()
			messages := s.take(t)
			if len(messages) != 2 {
				t.Fatalf("%s: %d messages came: %s", step.name, len(messages), s.mails(t))
			}
			for _, who := range []relative{mother, daughter} {
				checkAddressed(t, step.name, messages, who.name, who.greeting, address)
			}
		}
		same(t, "all are told", s.count(t, mail.StateSENT), 8)
	})
}

// checkAddressed checks that exactly one of the messages addresses a person, in the text, the header and the calendar entry.
func checkAddressed(t *testing.T, step string, messages []parsedMail, name, greeting, address string) {
	t.Helper()
	count := 0
	for _, o := range messages {
		if !strings.Contains(o.text, greeting) {
			if strings.Contains(o.text+o.html+o.calendar, name) {
				t.Errorf("%s: %s is named in the mail of another:\n%s", step, name, o.text)
			}
			continue
		}
		count++
		same(t, step+": To", o.Get("To"), fmt.Sprintf("%q <%s>", name, address))
		if !strings.Contains(o.calendar, "ATTENDEE;CN="+name+";") {
			t.Errorf("%s: the invitation is not for %s:\n%s", step, name, o.calendar)
		}
	}
	same(t, step+": mails to "+name, count, 1)
}
