package turnurl_test

import (
	"testing"

	"visavis/internal/relay/turnurl"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"turn:turn.example":                         "turn:turn.example:3478?transport=udp",
		"turn:turn.example:443?transport=tcp":       "turn:turn.example:443?transport=tcp",
		"turn:203.0.113.7:3478?transport=udp":       "turn:203.0.113.7:3478?transport=udp",
		"turns:turn.example":                        "turns:turn.example:5349?transport=tcp",
		"turns:[2001:db8::7]:443?transport=tcp":     "turns:[2001:db8::7]:443?transport=tcp",
		"turn:[2001:db8::7]":                        "turn:[2001:db8::7]:3478?transport=udp",
		"":                                          "",
		"turn.example":                              "",
		"turn:":                                     "",
		"turn:/":                                    "",
		"turn://turn.example":                       "",
		"turn:user@turn.example":                    "",
		"turn:turn.example/path":                    "",
		"turn:turn.example:":                        "",
		"turn:turn.example:0":                       "",
		"turn:turn.example:70000":                   "",
		"turn:turn.example:port":                    "",
		"turn:turn.example?transport=sctp":          "",
		"turns:turn.example?transport=udp":          "", // DTLS, which browsers do not use
		"stun:turn.example":                         "",
		"https://turn.example":                      "",
		"turn:turn.example#fragment":                "",
		"turn:turn.example?transport=udp&user=name": "",
	} {
		u, err := turnurl.Parse(text)
		if got := u.String(); err == nil && got != want || (err != nil) != (want == "") {
			t.Errorf("%q is %s, %v", text, got, err)
		}
	}
}
