package booking_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// text returns an instant, or "never".
func text(at *civil.Instant) string {
	if at == nil {
		return "never"
	}
	return at.String()
}

func (d *fixture) admit(ctx context.Context, id string) error {
	_, err := d.RoomAdmit(ctx, booking.RoomAdmitInput{AppointmentID: id})
	return err
}

func (d *fixture) delay(ctx context.Context, id string, minutes int) error {
	_, err := d.RoomDelay(ctx, booking.RoomDelayInput{AppointmentID: id, Minutes: minutes})
	return err
}

func TestWhoLetsCustomersIn(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		d.now.Store(int64(a.StartsAt))
		for _, test := range []struct {
			name string
			as   context.Context
			want string
		}{
			{"Anna, who serves it", by(t, actor.Member, "anna"), ""},
			{"Clara, who manages", by(t, actor.Manager, "clara"), ""},
			{"an owner", byOwner(t), ""},
			{"Ben", by(t, actor.Member, "ben"), "NOT_FOUND appointmentId"},
			{"a customer", t.Context(), "NOT_FOUND appointmentId"},
		} {
			same(t, test.name+" admits", codes(d.admit(test.as, a.ID)), test.want)
			same(t, test.name+" delays", codes(d.delay(test.as, a.ID, 5)), test.want)
		}
	})
}

func TestWhichCustomersAreLetIn(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		visit := d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		hold := d.hold(t, start(t, videoTint, "2026-11-26 12:00", anna), nil)
		expect := func(name, id, want string) {
			t.Helper()
			same(t, name+", admit", codes(d.admit(byOwner(t), id)), want)
			same(t, name+", delay", codes(d.delay(byOwner(t), id, 5)), want)
		}
		for _, test := range []struct {
			name   string
			before time.Duration // the start
			want   string
		}{
			{"more than a day ahead", 24*time.Hour + time.Second, "STATUS_FORBIDS appointmentId"},
			{"a day ahead", 24 * time.Hour, ""},
			{"during the call", -time.Minute, ""},
			{"in the hour after", -89 * time.Minute, ""},
			{"later", -90 * time.Minute, "STATUS_FORBIDS appointmentId"},
		} {
			d.now.Store(int64(a.StartsAt.Add(-test.before)))
			expect(test.name, a.ID, test.want)
			if test.want == "" {
				noError(t, d.delay(byOwner(t), a.ID, 0))
			}
		}
		d.now.Store(int64(a.StartsAt))
		expect("a salon visit", visit.ID, "NOT_BY_VIDEO appointmentId")
		expect("a hold", hold.ID, "STATUS_FORBIDS appointmentId")
		expect("an unknown one", "apt_unknown", "NOT_FOUND appointmentId")
		expect("another kind", anna, "ID_OF_ANOTHER_KIND appointmentId")
		for _, minutes := range []int{-1, 121} {
			same(t, fmt.Sprint(minutes), codes(d.delay(byOwner(t), a.ID, minutes)), "OUT_OF_RANGE minutes")
		}
		must(d.AppointmentOutcomeSet(byOwner(t), booking.AppointmentOutcomeSetInput{ID: a.ID, Outcome: new(booking.NoShow)}))(t)
		expect("a missed one", a.ID, "STATUS_FORBIDS appointmentId")
	})
}

func TestAnAdmissionAndADelayReplaceEachOther(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		expect := func(name string, admitted, delayed, opens *civil.Instant) {
			t.Helper()
			row := must(d.Appointment(byOwner(t), a.ID))(t)
			same(t, name+": admitted", text(row.RoomAdmittedAt), text(admitted))
			same(t, name+": delayed", text(row.RoomDelayedUntil), text(delayed))
			openings := must(d.RoomOpenings(byOwner(t), []string{a.ID}))(t)
			same(t, name+": opens", text(openings[a.ID]), text(opens))
			same(t, name+": version", row.Version, a.Version)
		}
		instant := func(text string) *civil.Instant { return new(at(t, text)) }
		expect("booked", nil, nil, instant("2026-11-24 09:45"))
		d.now.Store(int64(at(t, "2026-11-24 09:30")))
		noError(t, d.delay(byOwner(t), a.ID, 5))
		expect("delayed", nil, instant("2026-11-24 10:05"), instant("2026-11-24 10:05"))
		noError(t, d.admit(byOwner(t), a.ID))
		expect("let in", instant("2026-11-24 09:30"), nil, instant("2026-11-24 09:30"))
		noError(t, d.delay(byOwner(t), a.ID, 120))
		expect("delayed again", nil, instant("2026-11-24 12:00"), instant("2026-11-24 12:00"))
		noError(t, d.delay(byOwner(t), a.ID, 0))
		expect("back to the plan", nil, nil, instant("2026-11-24 09:45"))
		histories := must(d.HistoriesOf(byOwner(t), []string{a.ID}))(t)
		var actions []string
		for _, e := range histories[a.ID] {
			actions = append(actions, e.Action)
		}
		same(t, "history", strings.Join(actions, " "), "appointmentBook roomDelay roomAdmit roomDelay roomDelay")
		d.now.Store(int64(at(t, "2026-11-24 11:30")))
		expect("over", nil, nil, nil)

		d.now.Store(int64(at(t, "2026-11-24 10:00")))
		noError(t, d.delay(byOwner(t), a.ID, 120))
		d.now.Store(int64(at(t, "2026-11-24 11:45"))) // more than an hour after the planned end
		noError(t, d.admit(byOwner(t), a.ID))
		expect("let in before the end of a long delay", instant("2026-11-24 11:45"), nil, instant("2026-11-24 11:45"))
	})
}

func TestRoomOpeningsSendAFixedNumberOfStatements(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		var statements atomic.Int64
		s := storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { statements.Add(1) }})
		d := newFixture(t, s)
		var ids []string
		count := func() int64 {
			statements.Store(0)
			openings := must(d.RoomOpenings(byOwner(t), ids))(t)
			same(t, "openings", len(openings), len(ids))
			return statements.Load()
		}
		ids = append(ids, d.book(t, start(t, videoTint, "2026-11-24 10:00", anna)).ID)
		few := count()
		for i := range 5 {
			ids = append(ids, must(d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
				BranchID: mitte, ServiceID: videoTint, StaffID: anna, Start: at(t, fmt.Sprintf("2026-11-26 1%d:00", i)), Override: true,
			}))(t).ID)
		}
		same(t, "statements", count(), few)
	})
}
