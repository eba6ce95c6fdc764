package fault

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"visavis/test/harness"

	_ "github.com/jackc/pgx/v5/stdlib" // driver
	_ "github.com/mattn/go-sqlite3"
)

// expectPromises retries the unanswered orders, and then checks on the server and in its database what is promised under any fault.
func (c *customers) expectPromises(database func() string) {
	c.t.Helper()
	unanswered := 0
	var all []*order
	for _, o := range c.bookings.orders {
		all = append(all, o)
		if !o.answered {
			unanswered++
		}
	}
	var acknowledged atomic.Int64
	var clients sync.WaitGroup
	for some := range slices.Chunk(all, len(all)/8+1) {
		clients.Go(func() {
			for _, o := range some {
				if !o.answered && !c.ask(o) {
					c.t.Errorf("%s is not answered", o.Key)
				}
				if o.booked != "" {
					acknowledged.Add(1)
					c.expectBooked(o)
				}
			}
		})
	}
	clients.Wait()
	c.t.Logf("%d bookings were acknowledged, %d of %d orders asked for twice", acknowledged.Load(), unanswered, len(c.bookings.orders))
	if acknowledged.Load() == 0 {
		c.t.Error("nothing was booked")
	}
	harness.ExpectSound(c.t, database(), int(acknowledged.Load()))
	for _, room := range []string{"meet.jit.si", "visavis-demo"} {
		if strings.Contains(c.received.String(), room) {
			c.t.Errorf("an anonymous answer contains the room %s", room)
		}
	}
}

// expectBooked reads a booking, and repeats its order.
func (c *customers) expectBooked(o *order) {
	c.t.Helper()
	_, secret, _ := strings.Cut(o.booked, " ")
	data, _ := c.question(c.t.Context(), `query($secret: String!) { booking(secret: $secret) { id status } }`, harness.Variables{"secret": secret})
	if found, _ := data["booking"].(map[string]any); found == nil || found["status"] != "CONFIRMED" {
		c.t.Errorf("the booking %s is lost: %v", o.booked, found)
	}
	first := o.booked
	if c.ask(o); o.booked != first {
		c.t.Errorf("the same request is answered %s, at first %s", o.booked, first)
	}
}
