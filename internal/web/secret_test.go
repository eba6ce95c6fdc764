package web_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web"
)

func TestTheLogTellsRoutesAndNoSecretOfAnAddress(t *testing.T) {
	var log bytes.Buffer
	database := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	defer feed.Close()
	handler, err := web.NewHandler(web.Options{
		Config:   config.Config{Addr: "127.0.0.1:8080"},
		Database: database,
		Accounts: account.New(account.Options{Store: database, Clock: civil.SystemClock, HashCost: accounttest.HashCost}),
		Clock:    civil.SystemClock,
		Logger:   slog.New(slog.NewJSONHandler(&log, nil)),
		API:      http.NotFoundHandler(),
		Booking:  booking.New(booking.Options{Store: database, Feed: feed, Clock: civil.SystemClock}),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		link.Join("SECRET"), link.Join("SECRET") + "/more", link.Calendar("SECRET"), link.Calendar("SECRET") + "?SECRET",
		link.ManageCalendar("SECRET"), link.JoinCalendar("SECRET"), link.Manage("SECRET") + "/more", link.Welcome("SECRET"),
	} {
		log.Reset()
		if answer := get(t, handler, "localhost", path); answer.Code != http.StatusNotFound {
			t.Errorf("%s is answered %d", path, answer.Code)
		}
		if strings.Contains(log.String(), "SECRET") || !strings.Contains(log.String(), `"status":404`) {
			t.Errorf("%s is logged as %s", path, log.String())
		}
	}
	get(t, handler, "localhost", link.Join("SECRET"))
	get(t, handler, "localhost", link.JoinCalendar("SECRET"))
	get(t, handler, "localhost", link.Calendar("SECRET"))
	get(t, handler, "localhost", link.Welcome("SECRET"))
	get(t, handler, "localhost", link.Manage("SECRET"))
	get(t, handler, "localhost", link.ManageCalendar("SECRET"))
	if strings.Contains(log.String(), "SECRET") {
		t.Errorf("the log holds a secret: %s", log.String())
	}
	for _, pattern := range []string{link.JoinPattern, link.JoinCalendarPattern, link.CalendarPattern, link.ManagePattern, link.ManageCalendarPattern, link.WelcomePattern} {
		if !strings.Contains(log.String(), pattern) {
			t.Errorf("the log does not tell of %s: %s", pattern, log.String())
		}
	}
}
