package graph_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/store/storetest"
)

// Nothing closes the connection in this test: authorization rejects the event itself.
func TestARevokedTokenReceivesNoFurtherEvents(t *testing.T) {
	options := demoOptions(t, storetest.SQLiteURL(t), nil)
	server := httptest.NewServer(graph.NewHandler(options))
	defer server.Close()
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	row, token, err := options.Accounts.APITokenCreate(asOwner, account.APITokenCreateInput{Name: "tests", Role: "MANAGER", ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL,
		strings.NewReader(`{"query":"subscription{appointmentChanged(branchId:\"brn_demo-mitte\",after:\"chg_demo-mitte.0\"){kind appointment{note}}}"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	events := make(chan string)
	go func() {
		defer close(events)
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
				events <- data
			}
		}
	}()
	hold(asOwner, t, options.Booking, "2026-11-25T09:00:00Z")
	if first := <-events; !strings.Contains(first, "APPOINTMENT") {
		t.Fatalf("the first event is %s", first)
	}
	if err := options.Accounts.APITokenRevoke(asOwner, account.APITokenRevokeInput{ID: row.ID}); err != nil {
		t.Fatal(err)
	}
	hold(asOwner, t, options.Booking, "2026-11-25T11:00:00Z")
	if second := <-events; !strings.Contains(second, "TOKEN_INVALID") || strings.Contains(second, "APPOINTMENT") {
		t.Errorf("the second event is %s", second)
	}
	for rest := range events {
		t.Errorf("unexpected event: %s", rest)
	}
}

func hold(ctx context.Context, t *testing.T, b *booking.Booking, start string) {
	t.Helper()
	at, err := civil.ParseInstant(start)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.AppointmentHold(ctx, booking.AppointmentHoldInput{BranchID: "brn_demo-mitte", ServiceID: "svc_demo-cut", Start: at}, ""); err != nil {
		t.Fatal(err)
	}
}
