package booking_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"visavis/ent/mail"
	"visavis/ent/staff"
	"visavis/internal/booking"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestASearchSendsAFixedNumberOfStatements(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		var statements atomic.Int64
		s := storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { statements.Add(1) }})
		// The first search reads the set-up of the branch; the second finds it in the cache.
		count := func() (first, second int64) {
			bookings := newBooking(t, s, monday)
			for _, counted := range []*int64{&first, &second} {
				statements.Store(0)
				if _, err := bookings.BookableSalonVisits(byOwner(t), booking.Search{BranchID: mitte, Dates: week()}); err != nil {
					t.Fatal(err)
				}
				*counted = statements.Load()
			}
			return first, second
		}
		first, second := count()
		hire(t, s, 40)
		if firstOfMany, secondOfMany := count(); firstOfMany != first || secondOfMany != second || second >= first {
			t.Errorf("%d and %d statements for five people, %d and %d for forty more", first, second, firstOfMany, secondOfMany)
		}
	})
}

// hire makes people who work in Mitte as Anna does, with an absence each.
func hire(t *testing.T, s *store.Store, count int) {
	t.Helper()
	err := s.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
		for i := range count {
			person := tx.Person.Create().SaveX(ctx)
			profile := tx.Staff.Create().SetPersonID(person.ID).SetFirstName("Fay").SetDisplayName(fmt.Sprintf("Fay %d", i)).
				SetColor("#0f5c63").SetRole(staff.RoleMEMBER).SaveX(ctx)
			tx.BranchMembership.Create().SetStaffID(profile.ID).SetBranchID(mitte).SetActive(true).ExecX(ctx)
			tx.Competency.Create().SetStaffID(profile.ID).SetCategoryID("cat_demo-hair").SetQualified(true).ExecX(ctx)
			plan := tx.WorkPlan.Create().SetStaffID(profile.ID).SetBranchID(mitte).SetRotationStart(date("2026-11-23")).SaveX(ctx)
			tx.Shift.Create().SetWorkPlan(plan).SetWeek(1).SetWeekday(date("2026-11-24").Weekday()).SetIntervals(nil).ExecX(ctx)
			tx.ShiftOverride.Create().SetStaffID(profile.ID).SetBranchID(mitte).SetDate(date("2026-11-25")).SetIntervals(nil).ExecX(ctx)
			tx.Absence.Create().SetPersonID(person.ID).SetKind("SICK").SetFirstDay(date("2026-11-26")).SetLastDay(date("2026-11-26")).ExecX(ctx)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A booking asks by one statement who of the staff is notified; their mails are written with that to the customer, and their pushes by one
// statement.
func TestWhoIsNotifiedAddsNoStatementToABookingButThatOfPushes(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		var statements atomic.Int64
		s := storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { statements.Add(1) }})
		bookings := newBooking(t, s, monday)
		day := 0
		count := func() int64 {
			day++
			statements.Store(0)
			_, err := bookings.AppointmentBook(t.Context(), booking.AppointmentBookInput{
				Start:          &booking.StartInput{BranchID: mitte, ServiceID: cut, StaffID: new(ben), Start: at(t, fmt.Sprintf("2026-12-0%d 10:00", day))},
				Customer:       booking.CustomerInput{Name: "Pia", Email: new(fmt.Sprintf("pia%d@kunde.example", day)), Locale: "DE", AcceptsPrivacy: true},
				IdempotencyKey: fmt.Sprintf("key-%020d", day),
			}, "")
			if err != nil {
				t.Fatal(err)
			}
			return statements.Load()
		}
		choose := func(byEmail, byPush bool) {
			err := s.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
				return tx.NotificationSetting.Create().SetStaffID(ben).SetKind("BOOKED").SetByEmail(byEmail).SetByPush(byPush).SetLocale("DE").
					OnConflictColumns("staff_id", "kind").UpdateNewValues().Exec(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		err := s.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
			tx.Account.Create().SetStaffID(ben).SetEmail("ben@salon.example").SetCreatedAt(0).ExecX(ctx)
			for _, device := range []string{"a", "b"} {
				tx.Session.Create().SetID("ses_" + device).SetSecretHash(device).SetStaffID(ben).SetCreatedAt(0).SetExpiresAt(1 << 40).ExecX(ctx)
				tx.PushSubscription.Create().SetID("psh_" + device).SetStaffID(ben).SetSessionID("ses_" + device).SetEndpoint(device).
					SetPublicKey("").SetAuthSecret("").SetLocale("DE").SetCreatedAt(0).ExecX(ctx)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		count() // reads the set-up
		choose(false, false)
		without := count()
		choose(true, false)
		byMail := count()
		if byMail > without || s.Client().Mail.Query().Where(mail.KindEQ(mail.KindSTAFF_BOOKED), mail.NotifiedID(ben)).CountX(t.Context()) != 1 {
			t.Errorf("%d statements without, and %d with a mail to Ben", without, byMail)
		}
		choose(true, true)
		if with := count(); with != byMail+1 || s.Client().Push.Query().CountX(t.Context()) != 2 || s.Client().Mail.Query().Where(mail.KindEQ(mail.KindSTAFF_BOOKED)).CountX(t.Context()) != 2 {
			t.Errorf("%d statements without, and %d with pushes to the devices of Ben", byMail, with)
		}
	})
}
