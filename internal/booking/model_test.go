package booking_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/civil"
)

// A model predicts the calendar of Thursday from a list of entries.
type model struct {
	t        *testing.T
	fixture  *fixture
	random   *rand.Rand
	possible []booking.StartInput // every start of an empty calendar
	entries  []*entry
	steps    []string // the steps so far, printed on failure
}

// An entry is a hold or an appointment.
type entry struct {
	start   booking.StartInput
	blocked civil.Instant // until the end of the clean-up time
	expires civil.Instant // 0: an appointment
	secret  *string
}

var serviceTimes = map[string]time.Duration{cut: 55 * time.Minute, balayage: 165 * time.Minute, videoTint: 35 * time.Minute}

func newModel(t *testing.T, d *fixture, seed uint64) *model {
	t.Helper()
	m := &model{t: t, fixture: d, random: rand.New(rand.NewPCG(seed, 0))}
	thursday := date("2026-11-26")
	search := booking.Search{BranchID: mitte, Dates: civil.DateRange{First: thursday, Last: thursday}}
	visits := must(d.BookableSalonVisits(byOwner(t), search))(t)
	for _, offer := range append(visits, must(d.BookableVideoConsultations(byOwner(t), search))(t)...) {
		if _, known := serviceTimes[offer.Service.ID]; !known {
			continue
		}
		for _, at := range offer.Days[0].Starts {
			m.possible = append(m.possible, booking.StartInput{BranchID: mitte, ServiceID: offer.Service.ID, StaffID: &offer.Staff.ID, Start: at})
		}
	}
	return m
}

// free reports whether the start is free once the given entry is released.
func (m *model) free(s booking.StartInput, given *entry) bool {
	m.fixture.expire(m)
	blocked := s.Start.Add(serviceTimes[s.ServiceID])
	return !slices.ContainsFunc(m.entries, func(e *entry) bool {
		return e != given && *e.start.StaffID == *s.StaffID && s.Start < e.blocked && e.start.Start < blocked
	})
}

// expire removes the expired holds from the model.
func (d *fixture) expire(m *model) {
	now := civil.Instant(d.now.Load())
	m.entries = slices.DeleteFunc(m.entries, func(e *entry) bool { return e.expires != 0 && e.expires <= now })
}

func (m *model) pick(wanted func(*entry) bool) *entry {
	m.fixture.expire(m)
	var some []*entry
	for _, e := range m.entries {
		if wanted(e) {
			some = append(some, e)
		}
	}
	if len(some) == 0 {
		return nil
	}
	return some[m.random.IntN(len(some))]
}

func held(e *entry) bool   { return e.expires != 0 }
func booked(e *entry) bool { return e.expires == 0 }

// expect compares a result with the model's prediction and logs the step.
func (m *model) expect(what string, s booking.StartInput, foretold bool, row *ent.Appointment, err error) bool {
	m.t.Helper()
	m.steps = append(m.steps, fmt.Sprintf("%s %s %s %v: %t", what, s.ServiceID, *s.StaffID, s.Start, err == nil))
	switch {
	case err != nil && !strings.HasPrefix(codes(err), "START_TAKEN"):
		m.t.Fatalf("%s\nis told %s (%v)", strings.Join(m.steps, "\n"), codes(err), err)
	case (err == nil) != foretold:
		m.t.Fatalf("%s\nis told %q, foretold %t", strings.Join(m.steps, "\n"), codes(err), foretold)
	case err == nil && (row.StartsAt != s.Start || row.StaffID != *s.StaffID):
		m.t.Fatalf("%s\ngot %v with %s", strings.Join(m.steps, "\n"), row.StartsAt, row.StaffID)
	}
	return err == nil
}

func (m *model) add(s booking.StartInput, row *ent.Appointment) {
	e := &entry{start: s, blocked: s.Start.Add(serviceTimes[s.ServiceID]), secret: row.Secret}
	if row.HoldExpiresAt != nil {
		e.expires = *row.HoldExpiresAt
	}
	m.entries = append(m.entries, e)
}

func (m *model) remove(gone *entry) {
	m.entries = slices.DeleteFunc(m.entries, func(e *entry) bool { return e == gone })
}

func (m *model) step() {
	s := m.possible[m.random.IntN(len(m.possible))]
	ctx := byOwner(m.t)
	switch m.random.IntN(8) {
	case 0, 1: // hold, perhaps in place of another hold
		var secret *string
		given := m.pick(held)
		if given != nil {
			secret = given.secret
		}
		foretold := m.free(s, given)
		row, err := m.fixture.tryHold(ctx, s, secret)
		if m.expect("hold", s, foretold, row, err) {
			m.remove(given)
			m.add(s, row)
		}
	case 2: // book a hold
		if given := m.pick(held); given != nil {
			row, err := m.fixture.AppointmentBook(ctx, booking.AppointmentBookInput{HoldSecret: given.secret, Customer: carla(), IdempotencyKey: m.fixture.key()}, "")
			m.expect("book the hold of", given.start, true, row, err)
			m.remove(given)
			m.add(given.start, row)
		}
	case 3: // book a start
		foretold := m.free(s, nil)
		row, err := m.fixture.tryBook(ctx, s)
		if m.expect("book", s, foretold, row, err) {
			m.add(s, row)
		}
	case 4: // move
		if given := m.pick(booked); given != nil {
			s := s
			s.ServiceID = given.start.ServiceID
			if !slices.ContainsFunc(m.possible, func(p booking.StartInput) bool {
				return p.ServiceID == s.ServiceID && *p.StaffID == *s.StaffID && p.Start == s.Start
			}) {
				return
			}
			foretold := m.free(s, given)
			row, err := m.fixture.AppointmentMove(ctx, booking.AppointmentMoveInput{Secret: given.secret, Start: s.Start, StaffID: s.StaffID})
			if m.expect("move", s, foretold, row, err) {
				m.remove(given)
				m.add(s, row)
			}
		}
	case 5: // cancel
		if given := m.pick(booked); given != nil {
			row, err := m.fixture.AppointmentCancel(ctx, booking.AppointmentCancelInput{Secret: given.secret})
			m.expect("cancel", given.start, true, row, err)
			m.remove(given)
		}
	case 6: // release
		if given := m.pick(held); given != nil {
			if err := m.fixture.AppointmentHoldRelease(ctx, booking.AppointmentHoldReleaseInput{Secret: *given.secret}); err != nil {
				m.t.Fatal(err)
			}
			m.remove(given)
		}
	case 7: // wait
		m.fixture.pass(time.Duration(1+m.random.IntN(7)) * time.Minute)
		m.steps = append(m.steps, "wait")
	}
	probe := m.possible[m.random.IntN(len(m.possible))]
	if foretold := m.free(probe, nil); m.fixture.offered(m.t, probe, nil) != foretold {
		m.t.Fatalf("%s\nthen %s of %s at %v is offered: %t", strings.Join(m.steps, "\n"), probe.ServiceID, *probe.StaffID, probe.Start, !foretold)
	}
}

func TestTheCalendarAgreesWithAModel(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			each(t, func(t *testing.T, d *fixture) {
				m := newModel(t, d, seed)
				for range 100 {
					m.step()
				}
				d.checkNoOverlap(t)
			})
		})
	}
}
