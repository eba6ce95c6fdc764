package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/salon"
)

// Nothing closes the connection in this test: authorization rejects the event itself.
func TestARevokedTokenReceivesNoFurtherEvents(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	server := httptest.NewServer(graph.NewHandler(options))
	defer server.Close()
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	row, token, err := options.Accounts.APITokenCreate(asOwner, account.APITokenCreateInput{Name: "tests", Role: "MANAGER", ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	events := follow(t, server, `subscription{appointmentChanged(branchId:"brn_demo-mitte",after:"chg_demo-mitte.0"){kind appointment{note}}}`,
		"Authorization", "Bearer "+token)
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

// A receptionist sees all columns of her branches, but none once she has left the branch.
func TestWhoLeavesABranchReceivesNoFurtherEventsOfIt(t *testing.T) {
	r := newReach(t, demotest.Salon.SQLiteURL(t), actor.Receptionist)
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna", Fresh: true})
	events := follow(t, r.api, `subscription{appointmentChanged(branchId:"brn_demo-mitte",after:"chg_demo-mitte.0"){kind appointment{start}}}`, "Cookie", r.cookie)
	hold(asOwner, t, r.options.Booking, "2026-11-25T09:00:00Z")
	if first := <-events; !strings.Contains(first, "2026-11-25T09:00:00Z") {
		t.Fatalf("the first event is %s", first)
	}
	if _, _, err := r.options.Salon.StaffBranchSet(asOwner, salon.StaffBranchSetInput{StaffID: "stf_demo-ella", BranchID: "brn_demo-mitte"}); err != nil {
		t.Fatal(err)
	}
	hold(asOwner, t, r.options.Booking, "2026-11-25T11:00:00Z")
	if _, err := r.options.Accounts.StaffAccessRemove(asOwner, account.StaffAccessRemoveInput{StaffID: "stf_demo-ella"}); err != nil {
		t.Fatal(err)
	}
	hold(asOwner, t, r.options.Booking, "2026-11-26T09:00:00Z") // ends the subscription
	if second := <-events; !strings.Contains(second, "UNAUTHENTICATED") {
		t.Errorf("the second event is %s", second)
	}
}

// follow subscribes by server-sent events and returns their data.
func follow(t *testing.T, api *httptest.Server, subscription, header, value string) <-chan string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": subscription})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, api.URL, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set(header, value)
	response, err := api.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	events := make(chan string)
	go func() {
		defer close(events)
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
				select {
				case events <- data:
				case <-t.Context().Done():
					return
				}
			}
		}
	}()
	return events
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
