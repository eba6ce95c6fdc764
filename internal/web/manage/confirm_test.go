package manage_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/store"
)

// bookUnconfirmed books for Carla and returns the path of the page in her mail on which she confirms the booking.
func (s *salon) bookUnconfirmed(t *testing.T, name string) (*ent.Appointment, string) {
	t.Helper()
	row, err := s.AppointmentBook(t.Context(), booking.AppointmentBookInput{
		Start:          &booking.StartInput{BranchID: "brn_demo-mitte", ServiceID: "svc_demo-cut", StaffID: new("stf_demo-ben"), Start: instant(t, "2026-11-26T09:00:00Z")},
		Customer:       booking.CustomerInput{Name: name, Email: new("carla@kunde.example"), Phone: new("0170 1"), Locale: "DE", AcceptsPrivacy: true},
		IdempotencyKey: "a-key-that-nobody-guesses",
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	var token string
	err = s.database.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = booking.ConfirmationLink(ctx, tx, row.ID)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return row, link.Confirm(token)
}

func (s *salon) isConfirmed(t *testing.T, a *ent.Appointment) bool {
	t.Helper()
	return s.database.Client().Appointment.GetX(t.Context(), a.ID).ContactConfirmedAt != nil
}

func TestOnlyTheButtonConfirms(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked, path := s.bookUnconfirmed(t, "Carla <b>Kunde</b>")
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			if answer := s.ask(method, path); answer.Code != http.StatusOK || s.isConfirmed(t, booked) {
				t.Fatalf("%s: %d, confirmed: %t", method, answer.Code, s.isConfirmed(t, booked))
			}
		}
		body := s.ask(http.MethodGet, path).Body.String()
		for _, part := range []string{
			`<html lang="de">`, "Ist das dein Termin?", "Donnerstag, 26. November 2026, 10:00 Uhr", "Ben", "Carla &lt;b&gt;Kunde&lt;/b&gt;", "0170 1",
			`<form method="post"><button>Das ist mein Termin</button></form>`,
		} {
			if !strings.Contains(body, part) {
				t.Errorf("the page lacks %s:\n%s", part, body)
			}
		}
		if answer := s.ask(http.MethodPost, path, "Sec-Fetch-Site", "cross-site"); answer.Code != http.StatusForbidden || s.isConfirmed(t, booked) {
			t.Errorf("from another site: %d", answer.Code)
		}
		answer := s.ask(http.MethodPost, path)
		if answer.Code != http.StatusSeeOther || answer.Header().Get("Location") != path || !s.isConfirmed(t, booked) {
			t.Fatalf("pressing: %d %s", answer.Code, answer.Header().Get("Location"))
		}
		body = s.ask(http.MethodGet, path).Body.String()
		if !strings.Contains(body, "dein Termin ist bestätigt") || !strings.Contains(body, link.Manage(*booked.Secret)) || strings.Contains(body, "<button") {
			t.Errorf("afterwards:\n%s", body)
		}
	})
}

func TestALinkThatIsNoneDisclosesNothing(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked, path := s.bookUnconfirmed(t, "Carla Kunde")
		if _, err := s.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		want := s.ask(http.MethodGet, link.Confirm("unknown")).Body.String()
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			for _, of := range []string{path, link.Confirm("unknown"), link.Confirm(*booked.Secret), link.Confirm("%00")} {
				answer := s.ask(method, of)
				if answer.Code != http.StatusNotFound || answer.Body.String() != want {
					t.Errorf("%s: %d %s", method, answer.Code, answer.Body)
				}
				for name, value := range map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex"} {
					if got := answer.Header().Get(name); got != value {
						t.Errorf("%s is %q", name, got)
					}
				}
			}
		}
		if answer := s.ask(http.MethodPut, path); answer.Code != http.StatusMethodNotAllowed {
			t.Errorf("PUT: %d", answer.Code)
		}
	})
}
