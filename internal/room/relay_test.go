package room_test

import (
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/pion/turn/v5"

	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
	"visavis/internal/room"
)

// Whoever has a join link comes in as often as they like, and gets another credential each time. None of them adds to the quota of the side.
func TestHoweverOftenOneSideComesInItHasTheQuotaOfOne(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		const entries = 40
		limits := relay.Usual
		if entries <= limits.PerParticipant || 2*entries > limits.Allocations {
			t.Fatalf("%d entries prove nothing about %+v", entries, limits)
		}
		loopback := netip.MustParseAddr("127.0.0.1")
		running, err := relay.Start(t.Context(), relay.Config{
			Addr: "127.0.0.1:0", Public: []netip.Addr{loopback}, Ports: relay.Ports{First: 49160, Last: 49960},
			Secret: []byte(relaySecret), Limits: limits, Clock: r.read,
		})
		noError(t, err)
		t.Cleanup(func() { _ = running.Close() })
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		credentials, allocated := map[string]bool{}, 0
		for i := range entries {
			r.pass(time.Second)
			by := []*replica{r, other}[i%2]
			entered, err := by.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, TakeOver: true})
			noError(t, err)
			server := entered.Relays[0]
			credentials[server.Credential] = true
			switch err := allocate(t, running, server); {
			case err == nil:
				allocated++
			case !strings.Contains(err.Error(), "486"): // Allocation Quota Reached
				t.Error("refused for another reason: ", err)
			}
		}
		same(t, "credentials", len(credentials), entries)
		same(t, "allocations of the customer's side", allocated, limits.PerParticipant)
		same(t, "those that the relay refused", running.Count().Refused["quota"], int64(entries-limits.PerParticipant))
		if err := allocate(t, running, r.enterAsStaff(t, a).Relays[0]); err != nil {
			t.Error("the staff's side has a quota of its own: ", err)
		}
	})
}

// allocate takes an address of a relay until the end of the test.
func allocate(t *testing.T, running *relay.Relay, server *relay.ICEServer) error {
	t.Helper()
	var to turnurl.URL
	for _, url := range running.URLs("127.0.0.1") {
		if url.Transport == turnurl.UDP {
			to = url
		}
	}
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	noError(t, err)
	client, err := turn.NewClient(&turn.ClientConfig{TURNServerAddr: to.Address(), Conn: conn, Username: server.Username, Password: server.Credential})
	noError(t, err)
	noError(t, client.Listen())
	t.Cleanup(func() { client.Close(); _ = conn.Close() })
	_, err = client.Allocate()
	return err
}
