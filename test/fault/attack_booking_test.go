package fault

import (
	"fmt"

	"visavis/internal/proofofwork"
	"visavis/test/harness"
)

// order returns a booking of a cut at a free start of a profile.
func (s *attackedSalon) order(staffID, name, address string) harness.Variables {
	s.t.Helper()
	s.people++
	return harness.Variables{
		"start":          harness.Variables{"branchId": mitte, "serviceId": cut, "staffId": staffID, "start": s.freeStart(staffID)},
		"customer":       harness.Variables{"name": name, "email": address, "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": fmt.Sprintf("attack-%016d", s.people),
	}
}

// book sends an order and counts it if it is acknowledged.
func (s *attackedSalon) book(c *harness.Server, order harness.Variables) (booking map[string]any, payload map[string]any, a harness.Answer) {
	s.t.Helper()
	payload, a = mutate(c, "appointmentBook", `booking { id secret start joinUrl manageUrl calendarUrl } confirmationRequired { expiresAt }
		proofChallenge { algorithm challenge maxNumber salt signature }`, order)
	if booking = object(payload, "booking"); booking != nil {
		s.booked++
	}
	return booking, payload, a
}

// mustBook books for a customer who is no attacker.
func (s *attackedSalon) mustBook(staffID, name, address string) map[string]any {
	s.t.Helper()
	booking, _, a := s.book(s.stranger(), s.order(staffID, name, address))
	if booking == nil {
		s.t.Fatalf("an ordinary customer cannot book: %v %v", a.Data, a.Errors)
	}
	return booking
}

// cancel cancels an appointment by its secret.
func (s *attackedSalon) cancel(c *harness.Server, booking map[string]any) {
	s.t.Helper()
	c.Mutate("appointmentCancel", "booking { status }", harness.Variables{"secret": booking["secret"]})
}

// bookByStaff books as the owner, at any time, and returns the appointment.
func (s *attackedSalon) bookByStaff(branchID, serviceID, staffID string, start string, customer harness.Variables) map[string]any {
	s.t.Helper()
	return s.as("anna").Mutate("appointmentBookByStaff", "appointment { id joinUrl roomUrl customer { id } }", harness.Variables{
		"branchId": branchID, "serviceId": serviceID, "staffId": staffID, "start": start, "override": true, "customer": customer,
	}).(map[string]any)
}

// challengeIn returns the challenge of a payload.
func challengeIn(payload map[string]any) (c proofofwork.Challenge, ok bool) {
	fields := object(payload, "proofChallenge")
	if fields == nil {
		return c, false
	}
	return proofofwork.Challenge{
		Algorithm: fields["algorithm"].(string), Challenge: fields["challenge"].(string), MaxNumber: int(fields["maxNumber"].(float64)),
		Salt: fields["salt"].(string), Signature: fields["signature"].(string),
	}, true
}
