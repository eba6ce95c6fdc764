package fault

import (
	"slices"
	"strings"
	"time"

	"visavis/test/harness"
)

var mailBombs = []attack{
	{8, "a mailbox is flooded by bookings under many spellings of its address", bombByBookings},
	{8, "a mailbox of the team is flooded by requests for a new password", bombByPasswords},
	{8, "a mailbox is flooded by moves", bombByMoves},
	{8, "the salon's mails carry a stranger's web address", carryAddresses},
}

// mostMails is what strangers can cause in one mailbox a day.
const mostMails = 10

// mailsTo returns the mails that have reached a mailbox, under any spelling of its address.
func (s *attackedSalon) mailsTo(mailbox string) (found []harness.Mail) {
	for _, mail := range s.mails.Mails() {
		name, domain, _ := strings.Cut(strings.ToLower(mail.To), "@")
		name, _, _ = strings.Cut(name, "+")
		if name+"@"+domain == mailbox {
			found = append(found, mail)
		}
	}
	return found
}

// awaitMails waits until all mails are sent, apart from reminders and the kinds.
func (s *attackedSalon) awaitMails(unless ...string) {
	s.t.Helper()
	owner := s.as("anna")
	harness.Await(s.t, "all mails to be sent", func() bool {
		mails := harness.Nodes(owner.Query(`{ outbox(first: 100) { nodes { kind state } } }`, nil)["outbox"])
		return !slices.ContainsFunc(mails, func(mail map[string]any) bool {
			kind := mail["kind"].(string)
			return mail["state"] == "WAITING" && kind != "REMINDER" && !slices.Contains(unless, kind)
		})
	})
}

func bombByBookings(s *attackedSalon) error {
	var found gains
	const mailbox = "bombe@privat.example"
	ways := append(spellings(mailbox), "bombe+1@privat.example", "Bombe+Salon@privat.example", "bombe+@privat.example", "bombe+a+b@privat.example")
	for i := range scale(8, 40) {
		order := s.order(clara, "Mallory", ways[i%len(ways)])
		if booking, _, _ := s.book(s.stranger(), order); booking != nil {
			s.awaitMails() // which the cancellation would drop
			s.cancel(s.stranger(), booking)
			s.awaitMails()
			s.giveBack(order)
		}
	}
	if mails := s.mailsTo(mailbox); len(mails) > mostMails || len(mails) == 0 {
		found.add("%d mails arrive", len(mails))
	}
	return found.err()
}

func bombByPasswords(s *attackedSalon) error {
	var found gains
	const mailbox = "ben@salon.example"
	s.awaitMails()
	before := len(s.mailsTo(mailbox))
	for i := range scale(12, 40) {
		ways := spellings(mailbox)
		mutate(s.stranger(), "passwordResetRequest", "__typename", harness.Variables{"email": ways[i%len(ways)]})
	}
	s.awaitMails()
	if came := len(s.mailsTo(mailbox)) - before; came > mostMails || came == 0 {
		found.add("%d mails arrive", came)
	}
	return found.err()
}

// bombByMoves moves an appointment back and forth.
func bombByMoves(s *attackedSalon) error {
	var found gains
	const mailbox = "umzug@privat.example"
	booking := s.mustBook(clara, "Ulla Umzug", mailbox)
	starts := []string{s.freeStart(clara), s.freeStart(clara)}
	moved := 0
	for i := range scale(8, 40) {
		if payload, _ := mutate(s.stranger(), "appointmentMove", "booking { start }", harness.Variables{"secret": booking["secret"], "start": starts[i%2]}); payload["booking"] != nil {
			moved++
		}
	}
	if moved < 2 {
		s.t.Fatalf("the appointment was moved %d times", moved)
	}
	s.pass(2 * time.Minute)
	s.awaitMails()
	count := 0
	for _, mail := range s.mailsTo(mailbox) {
		if strings.Contains(mail.Text, "Subject: Dein Termin wurde verschoben") {
			count++
		}
	}
	if count != 1 {
		found.add("%d mails tell of %d moves", count, moved)
	}
	return found.err()
}

func carryAddresses(s *attackedSalon) error {
	var found gains
	const mailbox = "lockvogel@privat.example"
	for _, name := range some(6,
		"https://evil.example/win", "Lena, jetzt www.evil.example", "Lena\r\nhttp://evil.example", "evil.example/gewinn", "mailto:evil@evil.example", "Lena\u202eelpmaxe.live",
		"WWW.EVIL.EXAMPLE", "Gewinn: evil.com", "Gewinn auf evil.shop!", "hTTps:/evil.example", "javascript:alert(1)", "//evil.example", "xn--evil-5qa.example",
		"Lena\u0000", "Lena\u2028evil.example", "evil\u200b.example", "evil.\u200bexample", "w\u00adww.evil.example", "evil\u3002example/win", "evil\uff0eexample/win", "tel:+4990012345",
	) {
		order := s.order(clara, name, s.address())
		booking, _, a := s.book(s.stranger(), order)
		switch {
		case booking != nil:
			found.add("the name %q is accepted", name)
			s.cancel(s.stranger(), booking)
		case !isRefused(a, "NAME_INVALID", "BAD_REQUEST"):
			s.t.Fatalf("the name %q is answered %v %v", name, a.Data, a.Errors)
		}
		s.giveBack(order)
	}
	order := s.order(clara, "Lena Lock", mailbox)
	order["note"] = "https://evil.example/note"
	order["customer"].(harness.Variables)["phone"] = "https://evil.example/phone"
	s.book(s.stranger(), order)
	s.awaitMails()
	for _, mail := range s.mailsTo(mailbox) {
		if strings.Contains(strings.ToLower(mail.Text), "evil") {
			found.add("a mail says\n%s", mail.Text)
		}
	}
	return found.err()
}
