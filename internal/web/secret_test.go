package web_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/event"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web"
	"visavis/internal/web/calendarfeed"
	"visavis/internal/web/join"
	"visavis/internal/web/manage"
	"visavis/internal/web/welcome"
)

func TestTheLogTellsRoutesAndNoSecretOfAnAddress(t *testing.T) {
	var log bytes.Buffer
	database := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	defer feed.Close()
	handler, err := web.NewHandler(web.Options{
		Config:   config.Config{Addr: "127.0.0.1:8080"},
		Database: database,
		Accounts: account.New(database, civil.SystemClock),
		Clock:    civil.SystemClock,
		Logger:   slog.New(slog.NewJSONHandler(&log, nil)),
		API:      http.NotFoundHandler(),
		Booking:  booking.New(database, feed, civil.SystemClock),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		join.Path("SECRET"), join.Path("SECRET") + "/more", calendarfeed.Path("SECRET"), calendarfeed.Path("SECRET") + "?SECRET",
		manage.CalendarPath("SECRET"), manage.Path("SECRET") + "/more", welcome.Path("SECRET"),
	} {
		log.Reset()
		if answer := get(t, handler, "localhost", path); answer.Code != http.StatusNotFound {
			t.Errorf("%s is answered %d", path, answer.Code)
		}
		if strings.Contains(log.String(), "SECRET") || !strings.Contains(log.String(), `"status":404`) {
			t.Errorf("%s is logged as %s", path, log.String())
		}
	}
	get(t, handler, "localhost", join.Path("SECRET"))
	get(t, handler, "localhost", calendarfeed.Path("SECRET"))
	get(t, handler, "localhost", welcome.Path("SECRET"))
	get(t, handler, "localhost", manage.Path("SECRET"))
	get(t, handler, "localhost", manage.CalendarPath("SECRET"))
	if strings.Contains(log.String(), "SECRET") {
		t.Errorf("the log holds a secret: %s", log.String())
	}
	for _, pattern := range []string{join.Pattern, calendarfeed.Pattern, manage.PagePattern, manage.CalendarPattern, welcome.Pattern} {
		if !strings.Contains(log.String(), pattern) {
			t.Errorf("the log does not tell of %s: %s", pattern, log.String())
		}
	}
}
