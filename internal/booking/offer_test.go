package booking_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/offer"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// offerFor offers Anna at twelve and Clara at three to the customer of an appointment.
func (d *fixture) offerFor(t *testing.T, a *ent.Appointment) (first, second booking.Place) {
	t.Helper()
	first, second = place(t, anna, "2026-11-24 12:00"), place(t, clara, "2026-11-24 15:00")
	if err := d.rearrange(t, offered(a, first, second)); err != nil {
		t.Fatal(err)
	}
	return first, second
}

func (d *fixture) take(t *testing.T, a *ent.Appointment, p booking.Place) error {
	t.Helper()
	_, err := d.AppointmentOfferTake(t.Context(), booking.AppointmentOfferTakeInput{Secret: *a.Secret, StaffID: p.StaffID, Start: p.Start})
	return err
}

func (d *fixture) offerState(t *testing.T, a *ent.Appointment) offer.State {
	t.Helper()
	return d.OfferState(must(d.OffersOf(t.Context(), []string{a.ID}))(t)[a.ID])
}

func TestACustomerTakesAnOffer(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.ill(t)[0]
		first, second := d.offerFor(t, a)
		same(t, "held from others", d.offered(t, start(t, cut, "2026-11-24 12:00", anna), nil), false)
		same(t, "the appointment stands", d.store.Client().Appointment.GetX(t.Context(), a.ID).StartsAt, a.StartsAt)
		hold := d.store.Client().Appointment.Query().Where(appointment.StatusEQ(appointment.StatusHELD)).FirstX(t.Context())
		same(t, "its source", hold.Source, appointment.SourceSTAFF)
		same(t, "it ends when the appointment begins", *hold.HoldExpiresAt, at(t, "2026-11-24 10:00"))
		same(t, "another start", codes(d.take(t, a, place(t, anna, "2026-11-24 16:00"))), "OFFER_ENDED start")

		same(t, "taken, within the cancellation period", codes(d.take(t, a, second)), "")
		same(t, "taken again", codes(d.take(t, a, second)), "")
		row := d.store.Client().Appointment.GetX(t.Context(), a.ID)
		same(t, "the place", row.StaffID+row.StartsAt.String(), clara+second.Start.String())
		same(t, "the version", row.Version, 2)
		same(t, "the state", d.offerState(t, a), offer.StateTAKEN)
		same(t, "held", d.count(t, appointment.StatusHELD), 0)
		same(t, "the other start", d.offered(t, start(t, cut, "2026-11-24 12:00", anna), nil), true)
		same(t, "the other one too late", codes(d.take(t, a, first)), "OFFER_ENDED start")
		same(t, "mails", strings.Join(d.mails(t, a.ID), ", "), "1 CONFIRMED DROPPED, 1 REMINDER DROPPED, 1 OFFER DROPPED, 2 MOVED WAITING")
		entries := d.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(a.ID), auditentry.Action("appointmentOfferTake")).AllX(t.Context())
		same(t, "entries of the audit trail", len(entries), 1)
		d.checkFeed(t)
	})
}

func TestAnOfferEnds(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, test := range []struct {
			name  string
			end   func(a *ent.Appointment) error
			state offer.State
			held  int
		}{
			{"withdrawn", func(a *ent.Appointment) error {
				return d.rearrange(t, booking.Rearrangement{AppointmentID: a.ID, ExpectedVersion: 1, WithdrawOffer: true})
			}, offer.StateWITHDRAWN, 0},
			{"another offer", func(a *ent.Appointment) error { return d.rearrange(t, offered(a, place(t, anna, "2026-11-24 16:00"))) }, offer.StateOPEN, 1},
			{"moved by staff", func(a *ent.Appointment) error {
				_, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &a.ID, StaffID: new(clara), Start: at(t, "2026-11-24 16:00")})
				return err
			}, offer.StateLAPSED, 0},
			{"cancelled", func(a *ent.Appointment) error {
				_, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID})
				return err
			}, offer.StateLAPSED, 0},
			{"another length", func(a *ent.Appointment) error {
				_, err := d.AppointmentUpdate(byOwner(t), booking.AppointmentUpdateInput{ID: a.ID, Duration: new(20 * time.Minute), Override: true})
				return err
			}, offer.StateLAPSED, 0},
			{"no longer live", func(a *ent.Appointment) error {
				d.take(t, a, place(t, anna, "2026-11-24 12:00"))
				_, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID})
				return err
			}, offer.StateTAKEN, 0},
			{"expired", func(*ent.Appointment) error {
				d.pass(2 * time.Hour)
				return nil
			}, booking.OfferExpired, 0},
		} {
			a := d.book(t, start(t, cut, "2026-11-24 10:00", ben))
			first, _ := d.offerFor(t, a)
			same(t, test.name, codes(test.end(a)), "")
			if err := d.AnnounceExpiredHolds(t.Context()); err != nil {
				t.Fatal(err)
			}
			same(t, test.name+": the state", d.offerState(t, a), test.state)
			same(t, test.name+": held", d.count(t, appointment.StatusHELD), test.held)
			same(t, test.name+": taken", codes(d.take(t, a, first)), "OFFER_ENDED start")
			for _, row := range d.store.Client().Appointment.Query().AllX(t.Context()) {
				if row.Status == appointment.StatusCONFIRMED {
					must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &row.ID}))(t)
				}
			}
		}
		d.checkFeed(t)
	})
}

// TestTwoAtOneOffer has two replicas act at the same time: each gets a clear answer, and nobody has two appointments at a time.
func TestTwoAtOneOffer(t *testing.T) {
	t.Parallel()
	for name, replicasOf := range map[string]func(t *testing.T) []*fixture{
		"SQLite": func(t *testing.T) []*fixture { // one process has the file
			d := newFixture(t, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)}))
			return []*fixture{d, d}
		},
		"PostgreSQL": func(t *testing.T) []*fixture { return replicas(t, storetest.SerializableURL(t), 2) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			both := replicasOf(t)
			d := both[0]
			first, second := place(t, anna, "2026-11-24 12:00"), place(t, clara, "2026-11-24 15:00")
			take := func(d *fixture, a *ent.Appointment, p booking.Place) error { return d.take(t, a, p) }
			for _, test := range []struct {
				name       string
				one, other func(d *fixture, a *ent.Appointment) error
				answers    []string
			}{
				{"take and take", func(d *fixture, a *ent.Appointment) error { return take(d, a, first) }, func(d *fixture, a *ent.Appointment) error { return take(d, a, second) },
					[]string{" | OFFER_ENDED start", "OFFER_ENDED start | "}},
				{"the same start", func(d *fixture, a *ent.Appointment) error { return take(d, a, first) }, func(d *fixture, a *ent.Appointment) error { return take(d, a, first) }, []string{" | "}},
				{"take and withdraw", func(d *fixture, a *ent.Appointment) error { return take(d, a, first) }, func(d *fixture, a *ent.Appointment) error {
					return d.rearrange(t, booking.Rearrangement{AppointmentID: a.ID, ExpectedVersion: a.Version, WithdrawOffer: true})
				}, []string{" | CHANGED_MEANWHILE appointments.0.expectedVersion", "OFFER_ENDED start | "}},
				{"take and expiry", func(d *fixture, a *ent.Appointment) error { return take(d, a, first) }, func(d *fixture, a *ent.Appointment) error {
					d.pass(2 * time.Hour)
					defer d.pass(-2 * time.Hour)
					return d.AnnounceExpiredHolds(t.Context())
				}, []string{" | ", "OFFER_ENDED start | "}},
				{"batch and booking", func(d *fixture, a *ent.Appointment) error {
					return d.rearrange(t, moved(a, place(t, clara, "2026-11-24 16:00")))
				},
					func(d *fixture, _ *ent.Appointment) error {
						_, err := d.tryBook(byOwner(t), start(t, cut, "2026-11-24 16:00", clara))
						return err
					}, []string{" | START_TAKEN start.start OCCUPIED", "START_TAKEN appointments.0.move.start | "}},
			} {
				for range 3 {
					a := d.book(t, start(t, cut, "2026-11-24 10:00", ben))
					d.offerFor(t, a)
					var one, other error
					var all sync.WaitGroup
					all.Go(func() { one = test.one(both[0], a) })
					all.Go(func() { other = test.other(both[1], a) })
					all.Wait()
					among(t, test.name, problemCodes(one)+" | "+codes(other), test.answers)
					d.checkNoOverlap(t)
					d.clear(t)
				}
			}
			d.checkFeed(t)
		})
	}
}

// clear cancels what is booked, and ends what is held.
func (d *fixture) clear(t *testing.T) {
	t.Helper()
	for _, row := range d.store.Client().Appointment.Query().Where(appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.StartsAtGT(civil.Instant(d.now.Load()))).AllX(t.Context()) {
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &row.ID}))(t)
	}
	if err := d.AnnounceExpiredHolds(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "held", d.count(t, appointment.StatusHELD), 0)
}
