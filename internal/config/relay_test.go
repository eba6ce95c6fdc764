package config

import (
	"net/netip"
	"reflect"
	"strings"
	"testing"

	"visavis/internal/relay/turnurl"
)

const goodSecret = "0123456789abcdef"

func TestRelays(t *testing.T) {
	addresses := func(texts ...string) (list []netip.Addr) {
		for _, text := range texts {
			list = append(list, netip.MustParseAddr(text))
		}
		return list
	}
	for name, test := range map[string]struct {
		environment map[string]string
		want        Relay
	}{
		"none": {nil, Relay{}},
		"on loopback": {map[string]string{"VISAVIS_TURN_ADDR": "127.0.0.1:0"},
			Relay{Addr: "127.0.0.1:0", Host: "127.0.0.1", Public: addresses("127.0.0.1"), FirstPort: 49160, LastPort: 49960}},
		"on localhost": {map[string]string{"VISAVIS_TURN_ADDR": "localhost:3478"},
			Relay{Addr: "localhost:3478", Host: "127.0.0.1", Public: addresses("127.0.0.1"), FirstPort: 49160, LastPort: 49960}},
		"on a public address": {map[string]string{"VISAVIS_TURN_ADDR": "203.0.113.7:3478"},
			Relay{Addr: "203.0.113.7:3478", Host: "203.0.113.7", Public: addresses("203.0.113.7"), FirstPort: 49160, LastPort: 49960}},
		"behind a NAT, with TLS": {map[string]string{
			"VISAVIS_TURN_ADDR": "10.0.0.5:3478", "VISAVIS_TURN_TLS_ADDR": "10.0.0.5:443", "VISAVIS_TURN_CERTIFICATE": "a.pem", "VISAVIS_TURN_KEY": "b.pem",
			"VISAVIS_TURN_PUBLIC_ADDRESS": "turn.example.com, 203.0.113.7", "VISAVIS_TURN_PORTS": "50000-50100", "VISAVIS_TURN_SECRET": goodSecret,
		}, Relay{
			Addr: "10.0.0.5:3478", TLSAddr: "10.0.0.5:443", Certificate: "a.pem", Key: "b.pem",
			Host: "turn.example.com", Public: addresses("203.0.113.7"), FirstPort: 50000, LastPort: 50100, Secret: goodSecret,
		}},
		"of both kinds of IP": {map[string]string{"VISAVIS_TURN_ADDR": ":3478", "VISAVIS_TURN_PUBLIC_ADDRESS": "203.0.113.7,2001:db8::7"},
			Relay{Addr: ":3478", Host: "203.0.113.7", Public: addresses("203.0.113.7", "2001:db8::7"), FirstPort: 49160, LastPort: 49960}},
		"external": {map[string]string{"VISAVIS_TURN_URLS": "turn:turn.example, turns:turn.example:443", "VISAVIS_TURN_SECRET": goodSecret},
			Relay{URLs: []turnurl.URL{
				{Transport: turnurl.UDP, Host: "turn.example", Port: 3478}, {Transport: turnurl.TLS, Host: "turn.example", Port: 443},
			}, Secret: goodSecret}},
	} {
		if got, err := read(test.environment); err != nil || !reflect.DeepEqual(got.Relay, test.want) {
			t.Errorf("%s: %+v, %v", name, got.Relay, err)
		}
	}
}

func TestContradictionsOfRelays(t *testing.T) {
	for _, test := range []struct{ environment, want string }{
		{"ADDR=3478", `VISAVIS_TURN_ADDR is "3478"; write an IP address`},
		{"ADDR=relay.example:3478", "VISAVIS_TURN_ADDR is"},
		{"ADDR=:70000", "VISAVIS_TURN_ADDR is"},
		{"ADDR=:0 PUBLIC_ADDRESS=203.0.113.7", "port 0"},
		{"ADDR=:3478", "VISAVIS_TURN_PUBLIC_ADDRESS is missing"},
		{"ADDR=10.0.0.5:3478", "VISAVIS_TURN_PUBLIC_ADDRESS is missing"},
		{"ADDR=169.254.0.5:3478", "VISAVIS_TURN_PUBLIC_ADDRESS is missing"},
		{"ADDR=:3478 PUBLIC_ADDRESS=turn.example.com", "VISAVIS_TURN_PUBLIC_ADDRESS is missing"},
		{"ADDR=:3478 PUBLIC_ADDRESS=203.0.113.7:3478", "VISAVIS_TURN_PUBLIC_ADDRESS contains"},
		{"ADDR=:3478 PUBLIC_ADDRESS=203.0.113", "VISAVIS_TURN_PUBLIC_ADDRESS contains"},
		{"ADDR=:3478 PUBLIC_ADDRESS=0.0.0.0", "VISAVIS_TURN_PUBLIC_ADDRESS contains"},
		{"ADDR=:3478 PUBLIC_ADDRESS=203.0.113.7,a.example,b.example", "VISAVIS_TURN_PUBLIC_ADDRESS contains"},
		{"ADDR=:3478 PUBLIC_ADDRESS=203.0.113.7,203.0.113.8", "several addresses of one kind"},
		{"ADDR=:3478 PUBLIC_ADDRESS=127.0.0.1", "is a loopback address"},
		{"ADDR=127.0.0.1:3478 TLS_ADDR=127.0.0.1:5349", "belong together"},
		{"ADDR=127.0.0.1:3478 TLS_ADDR=127.0.0.1:5349 CERTIFICATE=a.pem", "belong together"},
		{"ADDR=127.0.0.1:3478 KEY=b.pem", "belong together"},
		{"ADDR=127.0.0.1:3478 TLS_ADDR=5349 CERTIFICATE=a.pem KEY=b.pem", "VISAVIS_TURN_TLS_ADDR is"},
		{"ADDR=127.0.0.1:3478 PORTS=49160", "VISAVIS_TURN_PORTS is"},
		{"ADDR=127.0.0.1:3478 PORTS=49160-49170", "at least 20 ports"},
		{"ADDR=127.0.0.1:3478 PORTS=49960-49160", "VISAVIS_TURN_PORTS is"},
		{"ADDR=127.0.0.1:3478 PORTS=80-49160", "VISAVIS_TURN_PORTS is"},
		{"ADDR=127.0.0.1:3478 PORTS=3000-4000", "VISAVIS_TURN_PORTS contains the port of VISAVIS_TURN_ADDR"},
		{"ADDR=127.0.0.1:3478 SECRET=tooshort", "VISAVIS_TURN_SECRET is too short"},
		{"TLS_ADDR=:5349", "VISAVIS_TURN_TLS_ADDR is set without VISAVIS_TURN_ADDR"},
		{"PUBLIC_ADDRESS=203.0.113.7", "VISAVIS_TURN_PUBLIC_ADDRESS is set without VISAVIS_TURN_ADDR"},
		{"PORTS=49160-49960", "VISAVIS_TURN_PORTS is set without VISAVIS_TURN_ADDR"},
		{"SECRET=" + goodSecret, "VISAVIS_TURN_SECRET is of no use"},
		{"URLS=turn:turn.example", "VISAVIS_TURN_URLS needs VISAVIS_TURN_SECRET"},
		{"URLS=turn:name:" + goodSecret + "@turn.example SECRET=" + goodSecret, "VISAVIS_TURN_URLS is no list of relays"},
		{"URLS=stun:turn.example SECRET=" + goodSecret, "VISAVIS_TURN_URLS is no list of relays"},
	} {
		environment := map[string]string{}
		for pair := range strings.FieldsSeq(test.environment) {
			name, value, _ := strings.Cut(pair, "=")
			environment["VISAVIS_TURN_"+name] = value
		}
		_, err := read(environment)
		if err == nil {
			t.Errorf("%s is taken", test.environment)
			continue
		}
		if sentence := err.Error(); !strings.Contains(sentence, test.want) || strings.Contains(sentence, "\n") || strings.Contains(sentence, goodSecret) || strings.Contains(sentence, "tooshort") {
			t.Errorf("%s: %s", test.environment, sentence)
		}
	}
}
