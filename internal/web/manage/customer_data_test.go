package manage_test

import (
	"context"
	"encoding/base64"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/consultationphoto"
	"visavis/ent/customerlink"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/store"
)

// dataPath returns the path of the page in a mail to the customer of an appointment.
func (s *salon) dataPath(t *testing.T, of *ent.Appointment, purpose customerlink.Purpose) string {
	t.Helper()
	var token string
	err := s.database.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		token, err = booking.CustomerLink(ctx, tx, s.Now(), tx.Customer.GetX(ctx, *of.CustomerID), purpose, customerlink.LocaleDE)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return link.CustomerData(token)
}

func (s *salon) customers(t *testing.T) int {
	t.Helper()
	return s.database.Client().Customer.Query().CountX(t.Context())
}

func TestOnlyTheButtonShowsTheData(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked, _ := s.bookUnconfirmed(t, "Carla <b>Kunde</b>")
		path := s.dataPath(t, booked, customerlink.PurposeEXPORT)
		err := s.database.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.CustomerCard.Create().SetCustomerID(*booked.CustomerID).SetAllergies("Nickel").Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodGet} {
			answer := s.ask(method, path)
			if answer.Code != http.StatusOK || strings.Contains(answer.Body.String(), "carla@kunde.example") {
				t.Fatalf("%s: %d %s", method, answer.Code, answer.Body)
			}
		}
		if answer := s.ask(http.MethodPost, path, "Sec-Fetch-Site", "cross-site"); answer.Code != http.StatusForbidden {
			t.Errorf("from another site: %d", answer.Code)
		}
		body := s.ask(http.MethodPost, path).Body.String()
		for _, part := range []string{`<html lang="de">`, "Das haben wir über dich gespeichert", "Carla &lt;b&gt;Kunde&lt;/b&gt;", "carla@kunde.example", "0170 1", "Donnerstag, 26. November 2026, 10:00 Uhr", "Ben", "gebucht", "Allergien</dt><dd>Nickel", "Barrierefreiheit"} {
			if !strings.Contains(body, part) {
				t.Errorf("the page lacks %s:\n%s", part, body)
			}
		}
		file := regexp.MustCompile(`href="data:application/json;base64,([^"]+)" download="data.json"`).FindStringSubmatch(body)
		if file == nil {
			t.Fatalf("no file in %s", body)
		}
		document, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(file[1], "&#43;", "+"))
		if err != nil || !strings.Contains(string(document), `"email": "carla@kunde.example"`) {
			t.Errorf("%v: %s", err, document)
		}
		if answer := s.ask(http.MethodPost, path); answer.Code != http.StatusNotFound {
			t.Errorf("the second time: %d", answer.Code)
		}
	})
}

func TestThePageCountsThePhotosInTheFile(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked, _ := s.bookUnconfirmed(t, "Carla Kunde")
		for name, test := range map[string]struct {
			confirmedAt *civil.Instant
			photos      string // as the page says
		}{
			"unconfirmed": {nil, ""},
			"confirmed":   {new(s.Now()), "Fotos in der Datei</dt><dd>1"},
		} {
			err := s.database.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				if test.confirmedAt != nil {
					tx.Appointment.UpdateOneID(booked.ID).SetContactConfirmedAt(*test.confirmedAt).ExecX(ctx)
				} else {
					tx.Appointment.UpdateOneID(booked.ID).ClearContactConfirmedAt().ExecX(ctx)
				}
				tx.ConsultationPhoto.Delete().ExecX(ctx)
				return tx.ConsultationPhoto.Create().SetAppointmentID(booked.ID).SetSender(consultationphoto.SenderCUSTOMER).SetWidth(1).SetHeight(1).
					SetContent([]byte("JPEG")).SetCreatedAt(s.Now()).Exec(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
			body := s.ask(http.MethodPost, s.dataPath(t, booked, customerlink.PurposeEXPORT)).Body.String()
			if !strings.Contains(body, "Das haben wir über dich gespeichert") || !strings.Contains(body, test.photos) ||
				test.photos == "" && strings.Contains(body, "Fotos in der Datei") {
				t.Errorf("%s: %s", name, body)
			}
		}
	})
}

func TestOnlyTheButtonErasesTheData(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked, _ := s.bookUnconfirmed(t, "Carla Kunde")
		path := s.dataPath(t, booked, customerlink.PurposeERASE)
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			body := s.ask(method, path).Body.String()
			if !strings.Contains(body, "Du hast noch einen Termin") || !strings.Contains(body, "Dein nächster Termin: Donnerstag, 26. November 2026, 10:00 Uhr.") ||
				!strings.Contains(body, link.Manage(*booked.Secret)) || strings.Contains(body, "<button") || s.customers(t) != 1 {
				t.Fatalf("%s with a coming appointment: %s", method, body)
			}
		}
		if _, err := s.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			if answer := s.ask(method, path); answer.Code != http.StatusOK || s.customers(t) != 1 {
				t.Fatalf("%s: %d, %d customers", method, answer.Code, s.customers(t))
			}
		}
		if body := s.ask(http.MethodGet, path).Body.String(); !strings.Contains(body, `<form method="post"><button class="final">Meine Daten endgültig löschen</button></form>`) {
			t.Errorf("the page is %s", body)
		}
		if body := s.ask(http.MethodPost, path).Body.String(); !strings.Contains(body, "Deine Daten sind gelöscht") || s.customers(t) != 0 {
			t.Errorf("erased: %d customers, %s", s.customers(t), body)
		}
		for _, of := range []string{path, link.CustomerData("unknown"), link.CustomerData("%00")} {
			answer := s.ask(http.MethodPost, of)
			if answer.Code != http.StatusNotFound || !strings.Contains(answer.Body.String(), "This link is no longer valid") && !strings.Contains(answer.Body.String(), "Dieser Link gilt nicht mehr") {
				t.Errorf("afterwards: %d %s", answer.Code, answer.Body)
			}
			for name, value := range map[string]string{"Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex"} {
				if got := answer.Header().Get(name); got != value {
					t.Errorf("%s is %q", name, got)
				}
			}
		}
		if answer := s.ask(http.MethodPut, path); answer.Code != http.StatusMethodNotAllowed {
			t.Errorf("PUT: %d", answer.Code)
		}
	})
}
