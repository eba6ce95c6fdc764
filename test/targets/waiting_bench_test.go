package targets_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// waitingRooms is how many customers wait.
const waitingRooms = 1_000

// waitingTemplate is the demo salon with as many people more who consult in the own room, and whose customers come now.
var waitingTemplate = storetest.NewTemplate(func(ctx context.Context, s *store.Store) error {
	if err := demo.Fill(ctx, s, civil.SystemClock); err != nil {
		return err
	}
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		tx.Branch.UpdateOneID("brn_demo-mitte").SetOwnRoomByDefault(true).ExecX(ctx)
		indexes := make([]struct{}, waitingRooms)
		tx.Person.MapCreateBulk(indexes, func(c *ent.PersonCreate, i int) { c.SetID(fmt.Sprintf("prs_%d", i)) }).ExecX(ctx)
		tx.Staff.MapCreateBulk(indexes, func(c *ent.StaffCreate, i int) {
			c.SetID(fmt.Sprintf("stf_%d", i)).SetPersonID(fmt.Sprintf("prs_%d", i)).SetFirstName("Mia").SetDisplayName("Mia").SetColor("#0f5c63")
		}).ExecX(ctx)
		now := civil.SystemClock()
		tx.Appointment.MapCreateBulk(indexes, func(c *ent.AppointmentCreate, i int) {
			c.SetID(fmt.Sprintf("apt_%d", i)).SetBranchID("brn_demo-mitte").SetServiceID("svc_demo-video-colour").SetStaffID(fmt.Sprintf("stf_%d", i)).SetPersonID(fmt.Sprintf("prs_%d", i)).
				SetStartsAt(now).SetEndsAt(now + 1800).SetBlockedUntil(now + 1800).SetStatus("CONFIRMED").SetLive(true).SetSource("ONLINE").SetCreatedAt(now).
				SetJoinToken(fmt.Sprintf("token%d", i))
		}).ExecX(ctx)
		return nil
	})
})

// BenchmarkWaitingRooms measures what a waiting customer adds to what a server keeps in heap and stacks: a room that was entered, and the
// socket by which the customer is present.
func BenchmarkWaitingRooms(b *testing.B) {
	for b.Loop() {
		p := harness.StartProcess(b, waitingTemplate.SQLiteURL(b))
		before := keptKilobytes(b, p)
		for i := range waitingRooms {
			wait(b, p, fmt.Sprintf("token%d", i), fmt.Sprintf("2001:db8:%x::1", i+1))
		}
		b.ReportMetric((keptKilobytes(b, p)-before)/waitingRooms, "kB")
		p.Kill()
	}
}

// wait enters a room and follows it until the end of the benchmark.
func wait(b *testing.B, p *harness.Process, token, address string) {
	b.Helper()
	entered := p.Client(b).From(address).Mutate("roomEnter", "participant { id }", harness.Variables{"joinToken": token}).(map[string]any)
	socket, _, err := websocket.Dial(b.Context(), "ws://"+p.Addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = socket.CloseNow() })
	for _, m := range []harness.Message{
		{Type: "connection_init"},
		{Type: "subscribe", ID: "room", Payload: map[string]any{
			"query":     `subscription($token: String!, $id: ID!) { roomEvents(joinToken: $token, participantId: $id) { id room { state } signals { payload } } }`,
			"variables": harness.Variables{"token": token, "id": entered["id"]},
		}},
	} {
		if err := wsjson.Write(b.Context(), socket, m); err != nil {
			b.Fatal(err)
		}
	}
	for range 2 { // that it is acknowledged, and how the room stands
		var answer map[string]any
		if err := wsjson.Read(b.Context(), socket, &answer); err != nil {
			b.Fatal(err)
		}
	}
}
