package clientaddress_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/web/clientaddress"
)

func TestWhereAClientComesFrom(t *testing.T) {
	for _, test := range []struct {
		remote    string
		header    string // set by the proxy
		forwarded []string
		want      string
	}{
		{"203.0.113.7:4711", "", nil, "203.0.113.7"},
		{"[2001:db8:1:2:3:4:5:6]:4711", "", nil, "2001:db8:1::/56"},
		{"[2001:db8:1:ff:3:4:5:6]:4711", "", nil, "2001:db8:1::/56"},
		{"[2001:db8:1:100::]:4711", "", nil, "2001:db8:1:100::/56"},
		{"[::ffff:203.0.113.7]:4711", "", nil, "203.0.113.7"},
		{"[fe80::1%eth0]:4711", "", nil, "fe80::/56"},
		{"@", "", nil, "@"},
		// Without a proxy, headers are ignored.
		{"203.0.113.7:4711", "", []string{"198.51.100.1"}, "203.0.113.7"},
		{"127.0.0.1:4711", "", []string{"198.51.100.1"}, "127.0.0.1"},
		// Behind a proxy, the address that it added last counts.
		{"127.0.0.1:4711", "X-Forwarded-For", []string{"198.51.100.1"}, "198.51.100.1"},
		{"10.0.0.1:4711", "X-Forwarded-For", []string{"192.0.2.9, 198.51.100.1"}, "198.51.100.1"},
		{"[::1]:4711", "X-Forwarded-For", []string{"192.0.2.9", "2001:db8:1:2:3:4:5:6"}, "2001:db8:1::/56"},
		{"127.0.0.1:4711", "X-Forwarded-For", []string{"unknown"}, "127.0.0.1"},
		{"127.0.0.1:4711", "X-Forwarded-For", nil, "127.0.0.1"},
		// Headers other than the proxy's are ignored.
		{"127.0.0.1:4711", "X-Real-Ip", []string{"198.51.100.1"}, "127.0.0.1"},
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		request.RemoteAddr = test.remote
		request.Header["X-Forwarded-For"] = test.forwarded
		if got := clientaddress.Of(clientaddress.With(t.Context(), request, test.header)); got != test.want {
			t.Errorf("%s, forwarded for %v by %q: got %s, want %s", test.remote, test.forwarded, test.header, got, test.want)
		}
	}
}
