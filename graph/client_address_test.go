package graph

import "testing"

func TestWhereAClientComesFrom(t *testing.T) {
	for _, test := range []struct {
		remote       string
		forwardedFor []string
		want         string
	}{
		{"203.0.113.7:4711", nil, "203.0.113.7"},
		{"[2001:db8:1:2:3:4:5:6]:4711", nil, "2001:db8:1:2::/64"},
		{"[::ffff:203.0.113.7]:4711", nil, "203.0.113.7"},
		{"[fe80::1%eth0]:4711", nil, "fe80::/64"},
		// What a stranger says of itself does not count.
		{"203.0.113.7:4711", []string{"198.51.100.1"}, "203.0.113.7"},
		// What a proxy on this machine has added last does.
		{"127.0.0.1:4711", []string{"198.51.100.1"}, "198.51.100.1"},
		{"[::1]:4711", []string{"192.0.2.9, 198.51.100.1"}, "198.51.100.1"},
		{"127.0.0.1:4711", []string{"192.0.2.9", "198.51.100.1"}, "198.51.100.1"},
		{"127.0.0.1:4711", []string{"unknown"}, "127.0.0.1"},
		{"127.0.0.1:4711", nil, "127.0.0.1"},
		{"@", nil, "@"},
	} {
		if got := clientAddress(test.remote, test.forwardedFor); got != test.want {
			t.Errorf("%s, forwarded for %v: got %s, want %s", test.remote, test.forwardedFor, got, test.want)
		}
	}
}
