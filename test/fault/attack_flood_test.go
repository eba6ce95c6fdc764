package fault

import (
	"fmt"
	"strings"
	"time"

	"visavis/internal/proofofwork"
	"visavis/internal/proofofwork/prooftest"
	"visavis/test/harness"
)

var floods = []attack{
	{9, "one address books a week away", fillByAddress},
	{9, "one network books a week away", fillByNetwork},
	{9, "one network holds a week", holdByNetwork},
	{9, "a proof of work is forged or used twice", forgeProofs},
	{9, "a hold is renewed for ever", renewForEver},
	{10, "sockets of one network use up the server", floodSockets},
	{11, "a reader of pages who does not read keeps a connection", readPagesSlowly},
	{11, "one network releases holds without an end", floodReleases},
	{11, "long documents fill the memory", floodDocuments},
}

// fillByAddress books from a new network each time.
func fillByAddress(s *attackedSalon) error {
	var found gains
	address, booked := s.address(), 0
	for range scale(5, 12) {
		booking, payload, a := s.book(s.stranger(), s.order(ben, "Mallory", address))
		switch {
		case booking != nil:
			booked++
		case object(payload, "confirmationRequired") == nil && !isRefused(a, "TOO_MANY_BOOKINGS", "RATE_LIMITED"):
			found.add("it is answered %v %v", a.Data, a.Errors)
		}
	}
	if booked != 3 {
		found.add("%d are booked", booked)
	}
	return found.err()
}

// fillByNetwork books under a new address each time, and pretends to be elsewhere.
func fillByNetwork(s *attackedSalon) error {
	var found gains
	network := s.network()
	for way, address := range some(2,
		func(i int) string { return fmt.Sprintf("203.0.113.%d, %s", i, network) },
		func(i int) string { return fmt.Sprintf("2001:db8:7:1%02x::%x", i, i+1) },
		func(i int) string { return fmt.Sprintf("2001:db8:7:200::%x", i+1) },
		func(i int) string { return fmt.Sprintf("2001:0DB8:0007:03%02X::1%%eth%d", i, i) },
	) {
		booked := 0
		for i := range scale(7, 20) {
			order := s.order(ben, "Mallory", s.address())
			booking, _, a := s.book(s.strangerFrom(address(i)), order)
			s.giveBack(order)
			if booking != nil {
				booked++
				s.cancel(s.stranger(), booking)
			} else if !isRefused(a, "PROOF_REQUIRED", "RATE_LIMITED") {
				s.t.Fatalf("a booking is answered %v %v", a.Data, a.Errors)
			}
		}
		if booked != 5 {
			found.add("in network %d, %d are booked without a proof", way, booked)
		}
	}
	return found.err()
}

func holdByNetwork(s *attackedSalon) error {
	var found gains
	c, held := s.stranger(), 0
	for range scale(12, 28) {
		payload, a := mutate(c, "appointmentHold", "hold { secret } proofChallenge { challenge }", harness.Variables{
			"branchId": mitte, "serviceId": cut, "staffId": ben, "start": s.freeStart(ben)})
		if hold := object(payload, "hold"); hold != nil {
			held++
			defer mutate(s.stranger(), "appointmentHoldRelease", "__typename", harness.Variables{"secret": hold["secret"]})
		} else if !isRefused(a, "PROOF_REQUIRED") {
			s.t.Fatalf("a hold is answered %v %v", a.Data, a.Errors)
		}
	}
	if held != 10 {
		found.add("%d are held without a proof", held)
	}
	return found.err()
}

func forgeProofs(s *attackedSalon) error {
	var found gains
	c := s.stranger()
	ask := func(order harness.Variables, proof string) (map[string]any, proofofwork.Challenge, bool) {
		if proof != "" {
			order["proof"] = proof
		}
		booking, payload, a := s.book(c, order)
		challenge, isAsked := challengeIn(payload)
		if booking == nil && !isAsked {
			s.t.Fatalf("a booking is answered %v %v", a.Data, a.Errors)
		}
		return booking, challenge, isAsked
	}
	for range 5 {
		ask(s.order(ben, "Mallory", s.address()), "")
	}
	order := s.order(ben, "Mallory", s.address())
	_, challenge, isAsked := ask(order, "")
	if !isAsked {
		return fmt.Errorf("the sixth booking needs no proof")
	}
	cheap, late, unsigned := challenge, challenge, challenge
	cheap.Salt = strings.Replace(cheap.Salt, "cost=", "cost=9", 1)
	late.Salt = strings.Replace(late.Salt, "expires=", "expires=9", 1)
	unsigned.Signature = strings.Repeat("0", len(unsigned.Signature))
	for _, forged := range []string{
		prooftest.Encode(challenge, -1), prooftest.Encode(challenge, challenge.MaxNumber+1), prooftest.Encode(cheap, 1), prooftest.Encode(late, 1),
		prooftest.Encode(unsigned, 1), prooftest.Encode(proofofwork.Challenge{Algorithm: "SHA-1", Salt: challenge.Salt, Challenge: challenge.Challenge, Signature: challenge.Signature}, 1),
		"null", "e30=", strings.Repeat("A", 2000),
	} {
		attempt := s.order(ben, "Mallory", s.address())
		if booking, _, _ := ask(attempt, forged); booking != nil {
			found.add("%s is a proof", forged)
		}
		s.giveBack(attempt)
	}
	proof := prooftest.Solve(s.t, challenge)
	if booking, _, _ := ask(order, proof); booking == nil {
		s.t.Fatal("the right proof is refused")
	}
	if booking, _, _ := ask(s.order(ben, "Mallory", s.address()), proof); booking != nil {
		found.add("a proof is good twice")
	}
	return found.err()
}

// renewForEver renews a hold shortly before it expires, until somebody else should be able to book the start.
func renewForEver(s *attackedSalon) error {
	var found gains
	starts := []string{s.freeStart(ben), s.freeStart(ben)}
	began := s.now()
	hold := harness.Variables{"branchId": mitte, "serviceId": cut, "staffId": ben, "start": starts[0]}
	for i := range 4 {
		if i > 0 {
			s.pass(9 * time.Minute)
		}
		hold["start"] = starts[i%2]
		payload, a := mutate(s.stranger(), "appointmentHold", "hold { secret expiresAt }", hold)
		held := object(payload, "hold")
		if held == nil {
			s.t.Fatalf("a hold is answered %v %v", a.Data, a.Errors)
		}
		if expires, err := time.Parse(time.RFC3339, held["expiresAt"].(string)); err != nil || expires.Sub(began.Time()) > 31*time.Minute {
			found.add("renewed %d times, a hold of %v expires at %v", i, began, held["expiresAt"])
		}
		hold["secret"] = held["secret"]
	}
	if scale(0, 1) == 0 {
		return found.err()
	}
	s.pass(31 * time.Minute)
	order := s.order(ben, "Nele Nachbarin", s.address())
	order["start"] = harness.Variables{"branchId": mitte, "serviceId": cut, "staffId": ben, "start": hold["start"]}
	if booking, _, a := s.book(s.stranger(), order); booking == nil {
		found.add("then, a neighbor is answered %v %v", a.Data, a.Errors)
	}
	return found.err()
}

func floodReleases(s *attackedSalon) error {
	c := s.stranger()
	for range 60 {
		if _, a := mutate(c, "appointmentHoldRelease", "__typename", harness.Variables{"secret": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}); isRefused(a, "RATE_LIMITED") {
			return nil
		}
	}
	return fmt.Errorf("60 releases are answered")
}
