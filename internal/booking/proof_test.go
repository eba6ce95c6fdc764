package booking_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/proofofwork"
	"visavis/internal/proofofwork/prooftest"
)

// byStranger returns the context of a customer.
func byStranger(t *testing.T) context.Context { return actor.With(t.Context(), actor.Actor{}) }

// challengeOf returns the challenge of an error, or fails the test.
func challengeOf(t *testing.T, err error) proofofwork.Challenge {
	t.Helper()
	var required *proofofwork.Required
	if !errors.As(err, &required) {
		t.Fatalf("no challenge: %v", err)
	}
	return required.Challenge
}

// ofTheDay returns starts that do not overlap, with Anna.
func ofTheDay(t *testing.T, date string) []booking.StartInput {
	t.Helper()
	var list []booking.StartInput
	for _, time := range []string{"09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "14:00", "14:30", "15:00", "15:30", "16:00"} {
		list = append(list, start(t, videoCare, fmt.Sprintf("%s %s", date, time), anna))
	}
	return list
}

func TestManyHoldsOfOneNetworkNeedAProof(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		hold := func(s booking.StartInput, secret, proof *string) (*string, error) {
			row, err := d.AppointmentHold(byStranger(t), booking.AppointmentHoldInput{
				BranchID: mitte, ServiceID: s.ServiceID, StaffID: s.StaffID, Start: s.Start, Secret: secret, Proof: proof,
			}, "192.0.2.1")
			if err != nil {
				return nil, err
			}
			return row.Secret, nil
		}
		starts := ofTheDay(t, "2026-11-24")
		var secret *string
		for i, s := range starts[:10] {
			if i > 0 {
				_, err := hold(starts[0], nil, nil)
				same(t, "one that fails does not count", codes(err), "START_TAKEN start")
				_, err = hold(starts[i-1], secret, nil)
				same(t, "the same once more does not count", codes(err), "")
			}
			got, err := hold(s, nil, nil)
			same(t, fmt.Sprintf("hold %d", i), codes(err), "")
			secret = got
		}
		_, err := hold(starts[10], nil, nil)
		same(t, "the eleventh", codes(err), "PROOF_REQUIRED proof")
		challenge := challengeOf(t, err)
		same(t, "it costs", challenge.MaxNumber, 400_000)
		proof := prooftest.Solve(t, challenge)
		_, err = hold(starts[0], nil, &proof)
		same(t, "with a proof, a start that is taken", codes(err), "START_TAKEN start")
		_, err = hold(starts[10], nil, &proof)
		same(t, "which keeps the proof good", codes(err), "")
		_, err = hold(starts[11], nil, &proof)
		same(t, "a second hold by one proof", codes(err), "PROOF_REQUIRED proof")
		_, err = hold(starts[11], secret, nil)
		same(t, "another start for a hold", codes(err), "PROOF_REQUIRED proof")
		same(t, "which is kept", d.offered(t, starts[9], nil), false)
		d.hold(t, starts[11], nil) // staff need none

		d.pass(10 * time.Minute)
		_, err = hold(starts[0], nil, nil)
		same(t, "once all have expired it costs", challengeOf(t, err).MaxNumber, 200_000)
		d.pass(50 * time.Minute)
		_, err = hold(starts[5], nil, nil)
		same(t, "an hour later", codes(err), "")
	})
}

func TestManyBookingsOfOneNetworkNeedAProof(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		book := func(network string, input booking.AppointmentBookInput) error {
			input.Customer = carla()
			input.Customer.Email = new(d.key() + "@kunde.example")
			if input.IdempotencyKey == "" {
				input.IdempotencyKey = d.key()
			}
			_, err := d.AppointmentBook(byStranger(t), input, network)
			return err
		}
		starts := ofTheDay(t, "2026-11-25")
		for i := range 5 {
			if i > 0 {
				same(t, "one that fails does not count", codes(book("192.0.2.1", booking.AppointmentBookInput{Start: &starts[0]})), "START_TAKEN start.start")
			}
			same(t, "a booking", codes(book("192.0.2.1", booking.AppointmentBookInput{Start: &starts[i]})), "")
		}
		err := book("192.0.2.1", booking.AppointmentBookInput{Start: &starts[5]})
		same(t, "the sixth", codes(err), "PROOF_REQUIRED proof")
		same(t, "nothing is booked", d.count(t, appointment.StatusCONFIRMED), 5)
		same(t, "another network", codes(book("198.51.100.1", booking.AppointmentBookInput{Start: &starts[6]})), "")
		d.book(t, starts[7]) // staff need none

		proof := prooftest.Solve(t, challengeOf(t, err))
		sixth := booking.AppointmentBookInput{Start: &starts[5], Customer: carla(), IdempotencyKey: d.key(), Proof: &proof}
		first := must(d.AppointmentBook(byStranger(t), sixth, "192.0.2.1"))(t)
		again := must(d.AppointmentBook(byStranger(t), sixth, "192.0.2.1"))(t)
		same(t, "a retry with the same proof", again.ID, first.ID)
		sixth.Proof = nil
		again = must(d.AppointmentBook(byStranger(t), sixth, "192.0.2.1"))(t)
		same(t, "a retry without one", again.ID, first.ID)
		same(t, "the next by the same proof", codes(book("192.0.2.1", booking.AppointmentBookInput{Start: &starts[8], Proof: &proof})), "PROOF_REQUIRED proof")
		d.pass(time.Hour)
		same(t, "an hour later", codes(book("192.0.2.1", booking.AppointmentBookInput{Start: &starts[8]})), "")
	})
}

func TestProgramsNeedNoProof(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		program := actor.With(t.Context(), actor.Actor{Role: actor.Manager, TokenID: "tok_a"})
		for _, s := range ofTheDay(t, "2026-11-24") {
			_, err := d.AppointmentBook(program, booking.AppointmentBookInput{Start: &s, Customer: carla(), IdempotencyKey: d.key()}, "192.0.2.1")
			same(t, "a booking", codes(err), "")
		}
	})
}
