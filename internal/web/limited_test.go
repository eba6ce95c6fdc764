package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/link"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web"
	"visavis/internal/web/ratelimit"
)

func TestNobodyGuessesLinksQuickly(t *testing.T) {
	database := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	now := func() civil.Instant { return 1_800_000_000 }
	handler, err := web.NewHandler(web.Options{
		Config: config.Config{Addr: "127.0.0.1:8080"}, Database: database, Clock: now, Logger: slog.New(slog.DiscardHandler),
		API: http.NotFoundHandler(), Accounts: account.New(account.Options{Store: database, Clock: now, HashCost: accounttest.HashCost}), Limits: ratelimit.New(now),
	})
	if err != nil {
		t.Fatal(err)
	}
	send := func(method, remote string) *httptest.ResponseRecorder {
		request := httptest.NewRequestWithContext(t.Context(), method, link.Welcome("GUESS"), strings.NewReader("password=guess"))
		request.Host, request.RemoteAddr = "localhost", remote
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		return answer
	}
	for range 10 {
		if got := send(http.MethodPost, "192.0.2.1:1").Code; got != http.StatusNotFound {
			t.Fatalf("a guess is answered %d", got)
		}
	}
	if answer := send(http.MethodPost, "192.0.2.1:2"); answer.Code != http.StatusTooManyRequests || answer.Header().Get("Retry-After") != "10" {
		t.Errorf("one more is answered %d, to come back after %q", answer.Code, answer.Header().Get("Retry-After"))
	}
	if got := send(http.MethodGet, "192.0.2.1:3").Code; got != http.StatusNotFound {
		t.Errorf("looking is answered %d", got)
	}
	if got := send(http.MethodPost, "192.0.2.2:1").Code; got != http.StatusNotFound {
		t.Errorf("somebody else is answered %d", got)
	}
}
