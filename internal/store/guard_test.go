package store_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/videolink"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestTheDatabaseRefusesASecondAppointmentOfAPerson(t *testing.T) {
	first := booking{profile: "stf_anna", from: "10:00", to: "10:30", cleanUp: 5 * time.Minute}
	tests := []struct {
		name    string
		second  booking
		refused bool
	}{
		{"at the same time", booking{profile: "stf_anna", from: "10:00", to: "10:30"}, true},
		{"in another profile", booking{profile: "stf_videoanna", from: "10:15", to: "10:45"}, true},
		{"inside", booking{profile: "stf_anna", from: "10:10", to: "10:20"}, true},
		{"around", booking{profile: "stf_anna", from: "09:00", to: "12:00"}, true},
		{"in the clean-up time", booking{profile: "stf_anna", from: "10:30", to: "11:00"}, true},
		{"behind the clean-up time", booking{profile: "stf_anna", from: "10:35", to: "11:00"}, false},
		{"until its start", booking{profile: "stf_anna", from: "09:30", to: "10:00"}, false},
		{"with clean-up past its start", booking{profile: "stf_anna", from: "09:30", to: "10:00", cleanUp: time.Minute}, true},
		{"of another person", booking{profile: "stf_ben", from: "10:00", to: "10:30"}, false},
		{"that is cancelled", booking{profile: "stf_anna", from: "10:00", to: "10:30", dead: true}, false},
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := newPeople(t, s)
		if _, err := p.book(first); err != nil {
			t.Fatal(err)
		}
		for _, test := range tests {
			made, err := p.book(test.second)
			if refused := errors.Is(store.Fault(err), store.ErrOverlap); refused != test.refused || !refused && err != nil {
				t.Errorf("an appointment %s: %v", test.name, err)
			}
			if err == nil {
				p.write(func(ctx context.Context, tx *store.Tx) error { return tx.Appointment.DeleteOne(made).Exec(ctx) })
			}
		}
	})
}

func TestTheDatabaseRefusesToMoveAnAppointmentOntoAnother(t *testing.T) {
	tests := []struct {
		name   string
		other  booking
		change func(*ent.AppointmentUpdateOne)
	}{
		{"moved", booking{profile: "stf_anna", from: "11:00", to: "11:30"},
			func(u *ent.AppointmentUpdateOne) { u.SetStartsAt(at("10:15")) }},
		{"with a longer clean-up time", booking{profile: "stf_anna", from: "09:00", to: "09:30"},
			func(u *ent.AppointmentUpdateOne) { u.SetBlockedUntil(at("10:01")) }},
		{"alive again", booking{profile: "stf_videoanna", from: "10:00", to: "10:30", dead: true},
			func(u *ent.AppointmentUpdateOne) { u.SetLive(true) }},
		{"given to the person", booking{profile: "stf_ben", from: "10:00", to: "10:30"},
			func(u *ent.AppointmentUpdateOne) { u.SetPersonID("prs_anna") }},
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := newPeople(t, s)
		if _, err := p.book(booking{profile: "stf_anna", from: "10:00", to: "10:30"}); err != nil {
			t.Fatal(err)
		}
		for _, test := range tests {
			other, err := p.book(test.other)
			if err != nil {
				t.Fatal(err)
			}
			err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				update := tx.Appointment.UpdateOneID(other.ID)
				test.change(update)
				return update.Exec(ctx)
			})
			if !errors.Is(store.Fault(err), store.ErrOverlap) {
				t.Errorf("an appointment %s: %v", test.name, err)
			}
			p.write(func(ctx context.Context, tx *store.Tx) error { return tx.Appointment.DeleteOne(other).Exec(ctx) })
		}
	})
}

func TestOneOfManyConcurrentBookingsWins(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		newPeople(t, s)
		starts := []string{"10:00", "10:15", "10:30", "10:45"}
		var won atomic.Int64
		var askers sync.WaitGroup
		for i := range 32 {
			askers.Go(func() {
				from := starts[i%len(starts)]
				profile := []string{"stf_anna", "stf_videoanna"}[i/16]
				to := at(from).Add(30 * time.Minute).Time().Format("15:04")
				err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
					if err := tx.RaiseChangeSequences(ctx, "brn_mitte"); err != nil {
						return err
					}
					return booking{profile: profile, from: from, to: to}.create(tx).Exec(ctx)
				})
				switch {
				case err == nil:
					won.Add(1)
				case !errors.Is(store.Fault(err), store.ErrOverlap):
					t.Error(err)
				}
			})
		}
		askers.Wait()
		rows := s.Client().Appointment.Query().AllX(t.Context())
		if int64(len(rows)) != won.Load() || len(rows) == 0 || len(rows) > 2 {
			t.Errorf("%d appointments, %d were acknowledged", len(rows), won.Load())
		}
		for i, a := range rows {
			for _, b := range rows[i+1:] {
				if a.StartsAt < b.BlockedUntil && b.StartsAt < a.BlockedUntil {
					t.Errorf("%v and %v overlap", a.StartsAt, b.StartsAt)
				}
			}
		}
	})
}

func TestTwoPeopleNeverShareARoom(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		newPeople(t, s)
		link := func(profile, room string) error {
			return s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				return tx.VideoLink.Create().SetStaffID(profile).SetPersonID(personOf[profile]).
					SetProvider(videolink.ProviderJITSI).SetURL("https://" + room).SetRoom(room).Exec(ctx)
			})
		}
		if err := link("stf_anna", "meet.jit.si/anna"); err != nil {
			t.Fatal(err)
		}
		if err := link("stf_videoanna", "meet.jit.si/anna"); err != nil {
			t.Error("the same person:", err)
		}
		if err := link("stf_ben", "meet.jit.si/anna"); !errors.Is(store.Fault(err), store.ErrSharedRoom) {
			t.Error("another person:", err)
		}
		if err := link("stf_ben", "meet.jit.si/ben"); err != nil {
			t.Fatal(err)
		}
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.VideoLink.Update().Where(videolink.StaffID("stf_ben")).SetRoom("meet.jit.si/anna").Exec(ctx)
		})
		if !errors.Is(store.Fault(err), store.ErrSharedRoom) {
			t.Error("changed into the room of another person:", err)
		}
	})
}

func TestATakenValueIsADuplicate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		newPeople(t, s)
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.ServiceCategory.Create().SetName("Video").Exec(ctx)
		})
		if !errors.Is(store.Fault(err), store.ErrDuplicate) {
			t.Error(err)
		}
		if store.Fault(errors.New("another")) != nil {
			t.Error("any error is a fault")
		}
	})
}
