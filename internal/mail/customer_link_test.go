package mail

import (
	"regexp"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/changerequest"
	"visavis/ent/customerlink"
	"visavis/ent/mailtext"
	"visavis/internal/booking"
	"visavis/internal/secret"
)

var dataLink = regexp.MustCompile(regexp.QuoteMeta(publicURL) + `/data/(\w+)`)

// A link to a customer's data goes to nobody but the owner of a confirmed address, and only its hash is kept.
func TestALinkToTheDataReachesTheConfirmedAddressOnly(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		worker.work()
		button := confirmationIn(s.take(t)[0].text)
		ask := func(purpose customerlink.Purpose) []parsedMail {
			if err := s.booking.CustomerLinkSend(t.Context(), booking.CustomerLinkSendInput{Secret: *booked.Secret, Purpose: purpose}); err != nil {
				t.Fatal(err)
			}
			worker.work()
			return s.take(t)
		}
		if came := ask(customerlink.PurposeEXPORT); len(came) != 0 || s.store.Client().CustomerLink.Query().CountX(t.Context()) != 0 {
			t.Fatalf("%d came to an address that nobody has confirmed", len(came))
		}
		if err := s.booking.AppointmentConfirm(t.Context(), button); err != nil {
			t.Fatal(err)
		}
		s.writeText(t, mailtext.KindCUSTOMER_EXPORT, mailtext.LocaleDE, "Deine Daten, {customer}")
		came := ask(customerlink.PurposeEXPORT)
		if len(came) != 1 {
			t.Fatalf("%d came", len(came))
		}
		found := dataLink.FindStringSubmatch(came[0].text)
		if found == nil || !strings.Contains(came[0].html, found[0]) || strings.Contains(s.logs.String(), found[1]) {
			t.Fatalf("the token does not stand in the mail alone: %s", came[0].text)
		}
		if link := s.store.Client().CustomerLink.Query().OnlyX(t.Context()); link.ID != secret.Hash(found[1]) {
			t.Errorf("kept is %s", link.ID)
		}
		same(t, "the subject", came[0].subject, "Deine Daten, Carla Kunde")
	})
}

// The branch learns of a request, and the customer of the answer.
func TestARequestAndItsAnswerAreMailed(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		booked := s.book(t, cut, "2026-11-26 10:00", branch.LocaleFR)
		worker.work()
		s.now.Store(int64(at(t, "2026-11-25 12:00")))
		worker.work()
		s.take(t)
		text, answer := "Geht auch Freitag?", "Leider voll."
		_, err := s.booking.ChangeRequestCreate(t.Context(), booking.ChangeRequestCreateInput{Secret: *booked.Secret, Kind: changerequest.KindMOVE, Text: &text})
		if err != nil {
			t.Fatal(err)
		}
		worker.work()
		asked := s.take(t)
		if len(asked) != 1 || !strings.Contains(asked[0].text, text) || strings.Contains(asked[0].text, *booked.Secret) || !strings.Contains(asked[0].Get("To"), "mitte@salon.example") {
			t.Fatalf("the branch gets %v", asked)
		}
		request, err := s.booking.ChangeRequestsOf(t.Context(), []string{booked.ID})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.booking.ChangeRequestDecline(byOwner(t), booking.ChangeRequestDeclineInput{ID: request[booked.ID].ID, Answer: &answer}); err != nil {
			t.Fatal(err)
		}
		s.writeText(t, mailtext.KindCANCEL_DECLINED, mailtext.LocaleFR, "Pas annulé")
		s.writeText(t, mailtext.KindMOVE_DECLINED, mailtext.LocaleFR, "Pas déplacé, {customer}")
		worker.work()
		declined := s.take(t)
		if len(declined) != 1 || !strings.Contains(declined[0].text, answer) || declined[0].subject != "Pas déplacé, Carla Kunde" || !strings.Contains(declined[0].Get("To"), "carla@kunde.example") {
			t.Fatalf("the customer gets %v", declined)
		}
	})
}
