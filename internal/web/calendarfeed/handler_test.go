package calendarfeed_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/calendarfeed"
)

func TestARenewedSecretEndsTheOldAddressAtOnce(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		first := s.renew(t, anna)
		s.expect(t, first, http.StatusOK)
		bens := s.renew(t, ben)
		second := s.renew(t, anna)
		s.expect(t, first, http.StatusNotFound)
		s.expect(t, second, http.StatusOK)
		check(t, s.StaffCalendarFeedRemove(byOwner(t), salon.StaffCalendarFeedRemoveInput{StaffID: anna}))
		s.expect(t, second, http.StatusNotFound)
		s.expect(t, bens, http.StatusOK)

		third := s.renew(t, anna)
		_, _, err := s.StaffArchive(byOwner(t), salon.StaffArchiveInput{ID: anna})
		check(t, err)
		s.expect(t, third, http.StatusNotFound)
		_, err = s.StaffRestore(byOwner(t), salon.StaffRestoreInput{ID: anna})
		check(t, err)
		s.expect(t, third, http.StatusNotFound)
	})
}

func (s *testSalon) expect(t *testing.T, path string, status int) {
	t.Helper()
	response, body := s.ask(t, http.MethodGet, path, "")
	if response.StatusCode != status {
		t.Errorf("it is answered %d, want %d", response.StatusCode, status)
	}
	if status != http.StatusOK && (response.Header.Get("Cache-Control") != "no-store" || strings.Contains(body, "VCALENDAR")) {
		t.Errorf("%d: %v\n%s", status, response.Header, body)
	}
}

func TestThereIsNothingAtOtherAddresses(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		path := s.renew(t, anna)
		hash := s.store.Client().CalendarFeed.Query().OnlyX(byOwner(t)).SecretHash
		for _, other := range []string{
			link.Calendar(""), link.Calendar("X"), link.Calendar(hash), link.Calendar(anna), strings.TrimSuffix(path, ".ics"), path + ".ics",
			strings.ToUpper(path[:len(path)-4]) + ".ICS", link.Calendar("%00"), link.Calendar("%FF"), link.Calendar(strings.Repeat("A", 4000)),
		} {
			if response, _ := s.ask(t, http.MethodGet, "/calendar/"+other[strings.LastIndex(other, "/")+1:], ""); response.StatusCode != http.StatusNotFound {
				t.Errorf("%.40s is answered %d", other, response.StatusCode)
			}
		}
	})
}

func TestWhatIsKnownIsNotSentAgain(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.book(t, "apt_cut", anna, cut, "2026-11-25 10:00")
		path := s.renew(t, anna)
		response, _ := s.ask(t, http.MethodGet, path, "")
		tag := response.Header.Get("ETag")
		for name, want := range map[string]string{"Cache-Control": "private, max-age=300", "Content-Type": "text/calendar; charset=utf-8"} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s is %q", name, got)
			}
		}
		s.now.Add(int64(time.Hour / time.Second)) // changes only DTSTAMP
		response, body := s.ask(t, http.MethodGet, path, tag)
		if response.StatusCode != http.StatusNotModified || body != "" || response.Header.Get("ETag") != tag {
			t.Errorf("what is known is answered %d, %v", response.StatusCode, response.Header)
		}
		if response, body := s.ask(t, http.MethodHead, path, ""); response.StatusCode != http.StatusOK || body != "" || response.Header.Get("ETag") != tag {
			t.Errorf("HEAD is answered %d, %v", response.StatusCode, response.Header)
		}
		s.write(t, func(ctx context.Context, c *ent.Client) { c.Service.UpdateOneID(cut).SetName("Schnitt").ExecX(ctx) })
		if response, _ := s.ask(t, http.MethodGet, path, tag); response.StatusCode != http.StatusOK || response.Header.Get("ETag") == tag {
			t.Errorf("what is new is answered %d, %v", response.StatusCode, response.Header)
		}
	})
}

func TestWhenTheDatabaseFailsTheLogKeepsTheSecret(t *testing.T) {
	database, err := store.Open(byOwner(t), store.Options{URL: storetest.SQLiteURL(t)})
	check(t, err)
	check(t, database.Close())
	var log strings.Builder
	mux := http.NewServeMux()
	mux.Handle(link.CalendarPattern, calendarfeed.NewHandler(calendarfeed.Options{
		Database: database, Clock: civil.SystemClock, Logger: slog.New(slog.NewTextHandler(&log, nil)),
	}))
	answer := httptest.NewRecorder()
	mux.ServeHTTP(answer, httptest.NewRequestWithContext(byOwner(t), http.MethodGet, link.Calendar("SECRET"), nil))
	if answer.Code != http.StatusInternalServerError || answer.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("it is answered %d, %v", answer.Code, answer.Header())
	}
	if !strings.Contains(log.String(), "calendar feed failed") || strings.Contains(log.String(), "SECRET") {
		t.Errorf("the log says %s", log.String())
	}
}
