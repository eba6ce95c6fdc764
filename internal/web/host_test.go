package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web"
)

func TestTheServerAnswersToItsOwnNames(t *testing.T) {
	loopback := []string{"localhost", "localhost:8080", "LocalHost.:1", "127.0.0.1", "127.0.0.1:9", "[::1]", "[::1]:8080", "[0:0:0:0:0:0:0:1]"}
	addresses := []string{"192.0.2.7", "192.0.2.7:8080", "[2001:db8::7]:8080", "0.0.0.0:8080", "[fe80::1]"}
	strangers := []string{"", ".", "evil.example", "localhost.evil.example", "evil.localhost", "localhost:evil", "127.0.0.1.evil.example",
		"0177.0.0.1", "2130706433", "::1", "[::1", "[evil.example]"}
	for _, test := range []struct {
		addr, publicURL string
		own, others     []string
	}{
		{"127.0.0.1:8080", "", loopback, append(addresses, "127.0.0.2")},
		{"[::1]:8080", "", loopback, addresses},
		{"192.0.2.7:8080", "", append(loopback, "192.0.2.7", "192.0.2.7:80"), []string{"192.0.2.8", "[2001:db8::7]"}},
		{"[2001:DB8::7]:8080", "", append(loopback, "[2001:db8::7]:8080", "[2001:db8:0:0::7]"), []string{"[2001:db8::8]", "192.0.2.7"}},
		{"[fe80::1%eth0]:8080", "", append(loopback, "[fe80::1]:8080"), []string{"[fe80::2]:8080"}},
		{"Salon-Server:8080", "", append(loopback, "salon-server", "SALON-SERVER.:80"), addresses},
		{":8080", "", append(loopback, addresses...), []string{"salon-server"}},
		{"0.0.0.0:8080", "", append(loopback, addresses...), []string{"salon-server"}},
		{"[::]:8080", "", append(loopback, addresses...), []string{"salon-server"}},
		{"127.0.0.1:8080", "https://Booking.example", append(loopback, "booking.example", "BOOKING.EXAMPLE.", "booking.example:8443"),
			append(addresses, "booking.example.evil", "www.booking.example")},
		{"127.0.0.1:8080", "https://frisör.example.:8443", append(loopback, "xn--frisr-mua.example"), addresses},
		{":8080", "https://booking.example", append(addresses, "booking.example"), []string{"salon-server"}},
	} {
		handler := newHandler(t, config.Config{Addr: test.addr, PublicURL: test.publicURL}, nil)
		for _, host := range test.own {
			if got := get(t, handler, host, "/graphql").Code; got != http.StatusNoContent {
				t.Errorf("at %s, public at %q: %q is answered %d", test.addr, test.publicURL, host, got)
			}
		}
		for _, host := range append(test.others, strangers...) {
			if got := get(t, handler, host, "/graphql").Code; got != http.StatusMisdirectedRequest {
				t.Errorf("at %s, public at %q: %q is answered %d", test.addr, test.publicURL, host, got)
			}
		}
	}
}

func TestEveryPageIsGuarded(t *testing.T) {
	handler := newHandler(t, config.Config{Addr: "127.0.0.1:8080", Explorer: true}, nil)
	for _, path := range []string{"/", "/graphql", "/graphiql", "/graphiql/", "/graphiql/assets/app.js", "/join/X", "/calendar/X.ics", "/nothing-here", "/healthz/"} {
		answer := get(t, handler, "evil.example", path)
		if answer.Code != http.StatusMisdirectedRequest {
			t.Errorf("%s is answered %d", path, answer.Code)
		}
		if sentence := answer.Body.String(); !strings.Contains(sentence, "Set VISAVIS_PUBLIC_URL") || strings.Contains(sentence, "evil") {
			t.Errorf("%s: %s", path, sentence)
		}
	}
}

func TestLoadBalancersMayAskByAnyName(t *testing.T) {
	handler := newHandler(t, config.Config{Addr: "127.0.0.1:8080"}, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)}))
	for _, path := range []string{"/healthz", "/readyz"} {
		for _, host := range []string{"", "evil.example", "10.0.0.7:8080"} {
			if got := get(t, handler, host, path).Code; got != http.StatusOK {
				t.Errorf("%s of %q is answered %d", path, host, got)
			}
		}
	}
}

func TestHostsOfThePrivatePort(t *testing.T) {
	for host, want := range map[string]int{
		"127.0.0.1:9090": http.StatusOK, "localhost:9090": http.StatusOK, "visavis:9090": http.StatusOK,
		"evil.example:9090": http.StatusMisdirectedRequest, "evil.example": http.StatusMisdirectedRequest, "10.0.0.1": http.StatusMisdirectedRequest,
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil)
		request.Host = host
		answer := httptest.NewRecorder()
		web.PrivateHosts("127.0.0.1:9090", http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP(answer, request)
		if answer.Code != want {
			t.Errorf("%s is answered %d, want %d", host, answer.Code, want)
		}
	}
}
