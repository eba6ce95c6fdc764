package fault

import (
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// followRoom follows the room of a call until a replica ends.
const followRoom = `subscription($token: String, $appointment: ID, $participant: ID!, $after: ID) {
	roomEvents(joinToken: $token, appointmentId: $appointment, participantId: $participant, after: $after) {
		id room { state participants { id role } } signals { payload } } }`

// awaitSignal reads events until there is a signal, and returns it with the position after it.
func awaitSignal(s *harness.Subscription) (payload, position string) {
	s.T.Helper()
	for {
		event := s.NextEvent()
		if signals := harness.List(event["signals"]); len(signals) > 0 {
			return signals[0]["payload"].(string), event["id"].(string)
		}
	}
}

// awaitRoom reads events until the room is in a state with so many participants.
func awaitRoom(s *harness.Subscription, state string, participants int) {
	s.T.Helper()
	for {
		room := s.NextEvent()["room"].(map[string]any)
		if room["state"] == state && len(harness.List(room["participants"])) == participants {
			return
		}
	}
}

// TestACallOutlivesTheReplicaOfItsCustomer has staff on one replica and the customer on another, which is killed while the customer waits and
// its successor during the call.
func TestACallOutlivesTheReplicaOfItsCustomer(t *testing.T) {
	t.Parallel()
	url := storetest.PostgresURL(t)
	staffs, customers := harness.StartProcess(t, url), harness.StartProcess(t, url)
	anna := staffs.Client(t).SignedIn("anna@salon.example", harness.DemoPassword)
	anna.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": "stf_demo-anna", "provider": "VISAVIS"})
	booked := anna.Mutate("appointmentBookByStaff", "appointment { id joinUrl }", harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "override": true,
		"start": time.Now().Add(10 * time.Minute).UTC().Truncate(5 * time.Minute).Format(time.RFC3339),
	}).(map[string]any)
	id, joinURL := booked["id"].(string), booked["joinUrl"].(string)
	token := joinURL[len(joinURL)-26:]

	customer := customers.Client(t)
	waiting := customer.Mutate("roomEnter", "participant { id }", harness.Variables{"joinToken": token}).(map[string]any)["id"].(string)
	asCustomer := harness.Variables{"token": token, "participant": waiting}
	awaitRoom(customer.Subscribe(followRoom, asCustomer), "WAITING", 1)
	calling := anna.Mutate("roomEnter", "participant { id }", harness.Variables{"appointmentId": id}).(map[string]any)["id"].(string)
	room := anna.Subscribe(followRoom, harness.Variables{"appointment": id, "participant": calling})
	awaitRoom(room, "WAITING", 2)

	customers.Kill() // while the customer waits
	customers = harness.StartProcess(t, url)
	customer = customers.Client(t)
	heard := customer.Subscribe(followRoom, asCustomer)
	awaitRoom(heard, "WAITING", 2)

	anna.Mutate("roomAdmit", "appointment { id }", harness.Variables{"appointmentId": id})
	awaitRoom(heard, "IN_CALL", 2)
	send := func(payload string) {
		anna.Mutate("roomSignalSend", "sent", harness.Variables{"appointmentId": id, "senderId": calling, "recipientId": waiting, "payload": payload})
	}
	send("offer")
	payload, position := awaitSignal(heard)
	if payload != "offer" {
		t.Errorf("the customer hears %q", payload)
	}

	customers.Kill() // during the call, before the customer hears the next signal
	send("candidate")
	asCustomer["after"] = position
	if payload, _ := awaitSignal(staffs.Client(t).Subscribe(followRoom, asCustomer)); payload != "candidate" {
		t.Errorf("the customer then hears %q", payload)
	}
	awaitRoom(anna.Subscribe(followRoom, harness.Variables{"appointment": id, "participant": calling}), "IN_CALL", 2)
}
