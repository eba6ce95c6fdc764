package booking_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// dora has traits that nothing else in the database has.
func dora() booking.CustomerInput {
	return booking.CustomerInput{
		Name: "Dora Quastenflosser", Email: new("dora@quastenflosser.example"), Phone: new("+49 30 4711081547"), Locale: "DE", AcceptsPrivacy: true,
	}
}

func (d *fixture) bookFor(t *testing.T, who booking.CustomerInput, s booking.StartInput, note string) *ent.Appointment {
	t.Helper()
	return must(d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{Start: &s, Customer: who, Note: &note, IdempotencyKey: d.key()}, ""))(t)
}

func TestForgettingACustomer(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		past := d.bookFor(t, dora(), start(t, cut, tuesdayTen, ben), "Locken")
		coming := d.bookFor(t, dora(), start(t, videoTint, "2026-11-26 10:00", anna), "Nur dienstags")
		other := d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		d.now.Store(int64(at(t, "2026-11-24 12:00")))
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)

		cancelled := must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *past.CustomerID}))(t)
		same(t, "appointments that are cancelled", cancelled, 1)
		same(t, "what the salon hears", d.heard(t, inMitte), "APPOINTMENT anna 2026-11-26 2026-11-26")
		same(t, "the start is free", d.offered(t, start(t, videoTint, "2026-11-26 10:00", anna), nil), true)
		same(t, "the customer", must(d.Customer(byOwner(t), *past.CustomerID))(t) == nil, true)
		same(t, "by the secret", must(d.BookingBySecret(byOwner(t), *coming.Secret))(t) == nil, true)
		for id, status := range map[string]appointment.Status{past.ID: appointment.StatusCONFIRMED, coming.ID: appointment.StatusCANCELLED} {
			row := must(d.Appointment(byOwner(t), id))(t)
			same(t, "status", row.Status, status)
			same(t, "what is left", row.Note, "")
			same(t, "the customer", row.CustomerID == nil && row.Secret == nil && row.JoinToken == nil, true)
			same(t, "mails", len(d.mails(t, id)), 0)
		}
		same(t, "others stay", must(d.Appointment(byOwner(t), other.ID))(t).CustomerID != nil, true)
		_, err := d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *past.CustomerID})
		same(t, "once more", codes(err), "NOT_FOUND id")
	})
}

func TestNoByteOfAForgottenCustomerIsLeft(t *testing.T) {
	url := storetest.SQLiteURL(t)
	d := newFixture(t, storetest.Open(t, store.Options{URL: url}))
	booked := d.bookFor(t, dora(), start(t, videoTint, "2026-11-26 10:00", anna), "Allergie gegen Xylophon")
	must(d.CustomerCardSet(byOwner(t), booking.CustomerCardSetInput{ID: *booked.CustomerID, Formulas: new("Zinnober77")}))(t)
	other := d.create(t, "Zyklopia", "", "")
	must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: *booked.CustomerID, MergeID: other.ID}))(t)
	row := must(d.Appointment(byOwner(t), booked.ID))(t)
	kept := must(d.ConsultationPhoto(byOwner(t), d.keep(byOwner(t), t, booked.ID).ID))(t).Content
	traces := []string{string(kept[len(kept)-40 : len(kept)-8]), "Zinnober77", "Zyklopia", "Quastenflosser", "quastenflosser", "4711081547", "Xylophon", *row.Secret, *row.JoinToken, *row.IdempotencyKey}
	find := func() (found []string) {
		files := must(filepath.Glob(strings.TrimPrefix(url, "sqlite:") + "*"))(t)
		for _, file := range files {
			content := must(os.ReadFile(file))(t)
			for _, trace := range traces {
				if bytes.Contains(content, []byte(trace)) {
					found = append(found, trace)
				}
			}
		}
		return found
	}
	if len(find()) < len(traces) {
		t.Fatal("the test does not see what is written")
	}
	must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}))(t)
	if found := find(); len(found) > 0 {
		t.Errorf("%q is left", found)
	}
}

func TestExportingACustomer(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookFor(t, dora(), start(t, videoTint, tuesdayTen, anna), "Locken")
		same(t, "offered", codes(d.rearrange(t, offered(booked, place(t, anna, "2026-11-24 15:00")))), "")
		text := must(d.CustomerExport(byOwner(t), *booked.CustomerID))(t)
		var document struct {
			Name, Email, Phone, KnownSince string
			Appointments                   []struct {
				Branch, Service, Staff, Start, Note string
				Mails                               []struct{ Kind string }
				Offers                              []struct{ CreatedAt, ExpiresAt, State string }
			}
		}
		if err := json.Unmarshal([]byte(*text), &document); err != nil {
			t.Fatal(err)
		}
		same(t, "who", document.Name+document.Email+document.Phone+document.KnownSince,
			"Dora Quastenflosserdora@quastenflosser.example+49 30 47110815472026-11-23T08:00:00Z")
		same(t, "appointments", len(document.Appointments), 1)
		a := document.Appointments[0]
		same(t, "the appointment", a.Branch+a.Service+a.Staff+a.Start+a.Note, "Salon MitteFarbberatungAnna2026-11-24T09:00:00ZLocken")
		same(t, "its mails", len(a.Mails), 3)
		same(t, "what was offered", fmt.Sprint(a.Offers), "[{2026-11-23T08:00:00Z 2026-11-23T10:00:00Z OPEN}]")
		if strings.Contains(*text, "meet.jit.si") || strings.Contains(*text, *booked.Secret) {
			t.Error("it tells a room or a secret")
		}
		same(t, "of nobody", must(d.CustomerExport(byOwner(t), "cus_nobody"))(t) == nil, true)
	})
}

func TestCustomersAreFoundAndPaged(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for i, name := range []string{"Berta", "Anton", "berta", "Cäsar Groß", "Anton"} {
			must(d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
				BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, "2026-11-2"+string(rune('4'+i))+" 10:00"), Override: true,
				Customer: &booking.CustomerInput{Name: name, Email: new(string(rune('a'+i)) + "@kunde.example"), Locale: "DE"},
			}))(t)
		}
		list := func(search *string, first int) (all []string) {
			page := pagination.Request{First: first}
			for {
				found := must(d.Customers(byOwner(t), booking.CustomerSearch{Text: search, Page: page}))(t)
				for _, c := range found.Nodes {
					all = append(all, c.Name+" "+(*c.Email)[:1])
				}
				if !found.PageInfo.HasNextPage {
					return all
				}
				page.After = found.PageInfo.EndCursor
			}
		}
		whole := list(nil, 100)
		same(t, "customers", len(whole), 5)
		same(t, "page by page", strings.Join(list(nil, 2), ", "), strings.Join(whole, ", "))
		same(t, "by the beginning of the name", len(list(new("BERT"), 1)), 2)
		same(t, "by a part of the address", strings.Join(list(new("d@kunde"), 1), ", "), "Cäsar Groß d")
		same(t, "by the beginnings of both names", strings.Join(list(new("GRO CÄS"), 1), ", "), "Cäsar Groß d")
		same(t, "by nothing", len(list(new("%"), 1)), 0)
		for _, page := range []pagination.Request{{First: 0}, {First: 101}, {First: 1, After: new("x")}, {First: 1, After: new("AAAA")}} {
			if _, err := d.Customers(byOwner(t), booking.CustomerSearch{Page: page}); problemCodes(err) == "" {
				t.Errorf("%+v is allowed", page)
			}
		}
	})
}

func TestACustomerIsChanged(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookFor(t, dora(), start(t, cut, tuesdayTen, ben), "")
		d.book(t, start(t, cut, "2026-11-24 11:00", ben))
		changed := must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Name: new("Dora Neu"), AcceptsMarketing: new(true)}))(t)
		same(t, "the name", changed.Name+*changed.Email, "Dora Neudora@quastenflosser.example")
		same(t, "news", *changed.MarketingAcceptedAt, monday())
		_, err := d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Email: new("carla@kunde.example")})
		same(t, "somebody else's address", codes(err), "TAKEN email")
		changed = must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Email: new(""), AcceptsMarketing: new(false)}))(t)
		same(t, "no address", changed.Email == nil && changed.MarketingAcceptedAt == nil, true)
		_, err = d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: "cus_nobody"})
		same(t, "nobody", codes(err), "NOT_FOUND id")
	})
}
