package graph_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
)

// TestWhoFollowsARoom follows a room as its customer and as staff, whose token is revoked meanwhile.
func TestWhoFollowsARoom(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		options := demoOptions(t, url, nil)
		server := httptest.NewServer(graph.NewHandler(options))
		t.Cleanup(server.Close)
		asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna", Fresh: true})
		start, err := civil.ParseInstant("2026-11-23T08:10:00Z")
		if err != nil {
			t.Fatal(err)
		}
		booked, err := options.Booking.AppointmentBookByStaff(asOwner, booking.AppointmentBookByStaffInput{
			BranchID: "brn_demo-mitte", ServiceID: "svc_demo-video-colour", StaffID: "stf_demo-anna", Start: start, Override: true,
		})
		if err != nil {
			t.Fatal(err)
		}
		token, text, err := options.Accounts.APITokenCreate(asOwner, account.APITokenCreateInput{Name: "tests", Role: "MANAGER", ValidDays: 1})
		if err != nil {
			t.Fatal(err)
		}
		customer := follow(t, server, `subscription{roomEvents(joinToken:"`+*booked.JoinToken+`"){room{state own mayEnter staff{displayName}} signals{payload}}}`, "Accept-Language", "de")
		staff := follow(t, server, `subscription{roomEvents(appointmentId:"`+booked.ID+`"){room{state nextCustomerWaits}}}`, "Authorization", "Bearer "+text)
		for events, want := range map[<-chan string]string{customer: `"OPEN","own":false,"mayEnter":true,"staff":{"displayName":"Anna`, staff: `"OPEN","nextCustomerWaits":false`} {
			if first := <-events; !strings.Contains(first, want) {
				t.Errorf("the first event is %s, want %s", first, want)
			}
		}
		if stranger := <-follow(t, server, `subscription{roomEvents(appointmentId:"`+booked.ID+`"){room{state}}}`, "Accept-Language", "de"); !strings.Contains(stranger, "NOT_FOUND") {
			t.Errorf("a stranger gets %s", stranger)
		}
		if err := options.Accounts.APITokenRevoke(asOwner, account.APITokenRevokeInput{ID: token.ID}); err != nil {
			t.Fatal(err)
		}
		if _, err := options.Booking.RoomAdmit(asOwner, booking.RoomAdmitInput{AppointmentID: booked.ID}); err != nil {
			t.Fatal(err)
		}
		if next := <-customer; !strings.Contains(next, "IN_CALL") {
			t.Errorf("the customer then gets %s", next)
		}
		if next := <-staff; !strings.Contains(next, "TOKEN_INVALID") || strings.Contains(next, "IN_CALL") {
			t.Errorf("a revoked token gets %s", next)
		}
	})
}
