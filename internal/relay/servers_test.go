package relay_test

import (
	"reflect"
	"testing"

	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

func TestWhatAParticipantGets(t *testing.T) {
	servers := relay.NewServers([]byte("shared secret"),
		turnurl.URL{Transport: turnurl.UDP, Host: "turn.example", Port: 3478},
		turnurl.URL{Transport: turnurl.TCP, Host: "2001:db8::7", Port: 3478},
		turnurl.URL{Transport: turnurl.TLS, Host: "turn.example", Port: 5349})
	want := []*relay.ICEServer{{
		URLs:       []string{"turn:turn.example:3478?transport=udp", "turn:[2001:db8::7]:3478?transport=tcp", "turns:turn.example:5349?transport=tcp"},
		Username:   "1795428000:p1",
		Credential: "a0JnRrdthLmovTJwxRSeiBScMpU=",
	}}
	if got := servers.For("p1", now); !servers.Configured() || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	for name, none := range map[string]*relay.Servers{"nil": nil, "zero": {}, "no URLs": relay.NewServers([]byte("shared secret"))} {
		if got := none.For("p1", now); none.Configured() || got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
