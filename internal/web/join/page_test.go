package join_test

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/join"
)

func TestEveryStateInGermanAndEnglish(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		german := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		english := s.book(t, "2026-11-24 14:00", lena(branch.LocaleEN))
		nameless := s.book(t, "2026-11-24 17:00", nil)
		for _, test := range []struct {
			name    string
			given   func(ctx context.Context, c *ent.Client, id string)
			from    time.Duration // the start
			status  int
			refresh string
			german  string
			english string
		}{
			{"a day before", nil, -24 * time.Hour, 200, "3600", "Dein Video-Termin", "Your video appointment"},
			{"an hour before the room opens", nil, -75 * time.Minute, 200, "3600", "Dein Video-Termin", "Your video appointment"},
			{"half an hour before", nil, -30 * time.Minute, 200, "60", "Dein Video-Termin", "Your video appointment"},
			{"a second before the room opens", nil, -15*time.Minute - time.Second, 200, "1", "Dein Video-Termin", "Your video appointment"},
			{"when the room opens", nil, -15 * time.Minute, 200, "", "Der Raum ist offen", "The room is open"},
			{"an hour after the end", nil, 90*time.Minute - time.Second, 200, "", "Der Raum ist offen", "The room is open"},
			{"then", nil, 90 * time.Minute, 410, "", "Dieser Termin ist vorbei", "This appointment is over"},
			{"a month after", nil, 30 * 24 * time.Hour, 410, "", "Dieser Termin ist vorbei", "This appointment is over"},
			{"completed early", statusIs(appointment.StatusCOMPLETED), 5 * time.Minute, 410, "", "Dieser Termin ist vorbei", "This appointment is over"},
			{"nobody came", statusIs(appointment.StatusNO_SHOW), 5 * time.Minute, 410, "", "Dieser Termin ist vorbei", "This appointment is over"},
			{"without a link", withoutLink, 0, 200, "15", "Einen Moment noch", "Just a moment"},
			{"cancelled", statusIs(appointment.StatusCANCELLED), 0, 410, "", "Dieser Termin wurde abgesagt", "This appointment was cancelled"},
			{"cancelled long ago", nil, -24 * time.Hour, 410, "", "Dieser Termin wurde abgesagt", "This appointment was cancelled"},
		} {
			for _, link := range []struct {
				of     *ent.Appointment
				accept string
				lang   string
			}{{german, "en", "de"}, {english, "de", "en"}, {nameless, "de-AT,de;q=0.8", "de"}, {nameless, "es", "en"}} {
				if test.given != nil {
					s.write(t, func(ctx context.Context, c *ent.Client) { test.given(ctx, c, link.of.ID) })
				}
				s.set(link.of.StartsAt.Add(test.from))
				want := map[string]string{"de": test.german, "en": test.english}[link.lang]
				a := s.get(t, link.of, link.accept)
				if a.status != test.status || a.heading != want || a.header.Get("Refresh") != test.refresh {
					t.Errorf("%s, in %s: %d %q, refresh %q", test.name, link.lang, a.status, a.heading, a.header.Get("Refresh"))
				}
				checkPage(t, a, link.lang)
			}
		}
	})
}

func TestCustomersAreAddressedInTheirLanguage(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for language, want := range map[branch.Locale][]string{
			branch.LocaleFR: {"Votre rendez-vous vidéo", "La salle est ouverte", "Ce rendez-vous est passé"},
			branch.LocaleTR: {"Görüntülü randevunuz", "Oda açık", "Bu randevu geçti"},
		} {
			a := s.book(t, map[branch.Locale]string{branch.LocaleFR: "2026-11-24 11:00", branch.LocaleTR: "2026-11-24 14:00"}[language], lena(language))
			for i, from := range []time.Duration{-24 * time.Hour, 0, 24 * time.Hour} {
				s.set(a.StartsAt.Add(from))
				got := s.get(t, a, "de")
				if got.heading != want[i] {
					t.Errorf("%s: the heading is %q, want %q", language, got.heading, want[i])
				}
				checkPage(t, got, locale.Locale(language).Tag().String())
			}
			s.set(a.StartsAt.Add(-48 * time.Hour))
		}
	})
}

func statusIs(status appointment.Status) func(context.Context, *ent.Client, string) {
	return func(ctx context.Context, c *ent.Client, id string) {
		c.Appointment.UpdateOneID(id).SetStatus(status).SetLive(status != appointment.StatusCANCELLED).ExecX(ctx)
	}
}

func withoutLink(ctx context.Context, c *ent.Client, id string) {
	statusIs(appointment.StatusCONFIRMED)(ctx, c, id)
	c.VideoLink.Delete().ExecX(ctx)
}

// checkPage expects what the pages of all appointments have in common.
func checkPage(t *testing.T, a answer, language string) {
	t.Helper()
	if got := a.header.Get("Content-Type"); got != "text/html; charset=utf-8" {
		t.Errorf("the type is %q", got)
	}
	parts := map[string][]string{
		"de": {`<html lang="de">`, "<dt>Was</dt><dd>Farbberatung</dd>", "<dt>Mit wem</dt><dd>Anna<small>Coloristin</small></dd>", "Dienstag, 24. November 2026<br>1", ":00–1", ":30 Uhr<", "Zeitzone Europe/Berlin (UTC&#43;1)", "Salon West"},
		"en": {`<html lang="en">`, "<dt>What</dt><dd>Farbberatung</dd>", "<dt>With</dt><dd>Anna<small>Coloristin</small></dd>", "Tuesday, 24 November 2026<br>1", ":00–1", ":30<", "Time zone Europe/Berlin (UTC&#43;1)", "Salon West"},
		"fr": {`<html lang="fr">`, "<dt>Prestation</dt><dd>Farbberatung</dd>", "<dt>Avec</dt><dd>Anna<small>Coloristin</small></dd>", "mardi 24 novembre 2026<br>1", ":00–1", ":30<", "Fuseau horaire Europe/Berlin (UTC&#43;1)", "Salon West"},
		"tr": {`<html lang="tr">`, "<dt>Hizmet</dt><dd>Farbberatung</dd>", "<dt>Kiminle</dt><dd>Anna<small>Coloristin</small></dd>", "24 Kasım 2026 Salı<br>1", ":00–1", ":30<", "Saat dilimi Europe/Berlin (UTC&#43;1)", "Salon West"},
	}[language]
	for _, part := range append(parts, "<title>"+a.heading+" · Salon West</title>", "<main>", `href="tel:&#43;49%2030%205550101"`, `href="mailto:west@salon.example"`) {
		if !strings.Contains(a.body, part) {
			t.Errorf("the page has no %s:\n%s", part, cutBefore(a.body, "</head>"))
		}
	}
	if again := strings.Contains(a.body, `class="again" href=""`); again != (a.header.Get("Refresh") != "") {
		t.Errorf("it asks again by itself or by a link, not by both")
	}
	checkStyle(t, a)
}

// checkStyle expects the policy to contain the digest of the style.
func checkStyle(t *testing.T, a answer) {
	t.Helper()
	style, _, _ := strings.Cut(cutBefore(a.body, "<style>"), "</style>")
	sum := sha256.Sum256([]byte(style))
	if !strings.Contains(a.header.Get("Content-Security-Policy"), "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") || style == "" {
		t.Error("the policy does not allow the style of the page")
	}
	if strings.Contains(a.body, "style=") || strings.Contains(a.body, "<script") {
		t.Error("the page has what its policy forbids")
	}
}

func TestTheWaitingPageShowsWhenTheRoomOpens(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		page := s.get(t, a, "de")
		for _, part := range []string{"um 10:45 Uhr", "11:00–11:30 Uhr", `datetime="2026-11-24T10:00:00Z"`} {
			if !strings.Contains(page.body, part) {
				t.Errorf("the page has no %s", part)
			}
		}
		if strings.Contains(page.body, "verschoben. Unten") {
			t.Error("it speaks of a move that there was not")
		}
	})
}

func TestWhatPeopleWriteStaysText(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", nil)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Staff.UpdateOneID(anna).SetDisplayName(`<script>alert(1)</script>`).SetTitle(`"><img src=x>`).ExecX(ctx)
			c.Branch.UpdateOneID(west).SetPhone(`"onclick="x`).SetEmail(`x"onclick="x`).SetName("</title><b>").ExecX(ctx)
		})
		page := s.get(t, a, "de")
		for _, part := range []string{"<script", "<img", `"onclick`, "<b>"} {
			if strings.Contains(page.body, part) {
				t.Errorf("the page has %s", part)
			}
		}
	})
}

func TestNobodyIsBehindAnUnknownToken(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", nil)
		hold := s.book(t, "2026-11-24 12:00", nil) // which has no token; should one ever get one, it stays a hold
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Appointment.UpdateOne(hold).SetStatus(appointment.StatusHELD).SetHoldExpiresAt(hold.EndsAt).ExecX(ctx)
		})
		s.set(hold.StartsAt)
		tokens := []string{*hold.JoinToken, "X", a.ID, *a.Secret, a.RoomName, *a.JoinToken + "X", (*a.JoinToken)[1:], strings.ToLower(*a.JoinToken),
			"%00", "%FF", "%2e%2e%2f", "a%20b", "%27%20OR%201=1--", "ü", strings.Repeat("A", 64), strings.Repeat("A", 4000)}
		for _, token := range tokens {
			for accept, want := range map[string]string{"de": "Termin nicht gefunden", "en": "Appointment not found", "": "Appointment not found"} {
				page := s.ask(t, http.MethodGet, link.Join(token), accept)
				if page.status != http.StatusNotFound || page.heading != want || strings.Contains(page.body, "<dl>") {
					t.Errorf("%.40s: %d %q", token, page.status, page.heading)
				}
				checkStyle(t, page)
			}
		}
	})
}

func TestWhenTheDatabaseFailsThePageSaysSoAndTheLogKeepsTheSecret(t *testing.T) {
	database, err := store.Open(byOwner(t), store.Options{URL: storetest.SQLiteURL(t)})
	check(t, err)
	check(t, database.Close())
	var log strings.Builder
	mux := http.NewServeMux()
	mux.Handle(link.JoinPattern, join.NewHandler(join.Options{
		Database: database, Clock: civil.SystemClock, Logger: slog.New(slog.NewTextHandler(&log, nil)),
	}))
	answered := httptest.NewRecorder()
	mux.ServeHTTP(answered, httptest.NewRequestWithContext(byOwner(t), http.MethodGet, link.Join("SECRET"), nil))
	a := answer{status: answered.Code, header: answered.Header(), body: answered.Body.String()}
	checkAnswer(t, http.MethodGet, a)
	checkStyle(t, a)
	if a.status != http.StatusInternalServerError || a.header.Get("Refresh") != "15" || !strings.Contains(a.body, "Something went wrong") {
		t.Errorf("%d %v", a.status, a.header)
	}
	if !strings.Contains(log.String(), "join link failed") || strings.Contains(log.String(), "SECRET") {
		t.Errorf("the log says %s", log.String())
	}
}
