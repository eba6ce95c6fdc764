package system

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/internal/config"
	"visavis/internal/server"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestHealthAndReadiness(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	for _, path := range []string{"/healthz", "/readyz"} {
		if got := s.Get(path).StatusCode; got != http.StatusOK {
			t.Errorf("%s answers %d", path, got)
		}
	}
	if got := s.Get("/nothing-here").StatusCode; got != http.StatusNotFound {
		t.Errorf("an unknown path answers %d", got)
	}
}

func TestOnlyConfiguredOriginsMayCallTheAPI(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t, "https://salon.example")
	for origin, allowed := range map[string]string{
		"https://salon.example":      "https://salon.example",
		"https://evil.example":       "",
		"http://salon.example":       "",
		"https://salon.example.evil": "",
		"null":                       "null", // sandboxes of site builders, as long as they send no cookie
	} {
		response := s.Get("/graphql?query={__typename}", "Origin", origin)
		if got := response.Header.Get("Access-Control-Allow-Origin"); got != allowed {
			t.Errorf("a page of %s is allowed %q, want %q", origin, got, allowed)
		}
	}
}

func TestWithoutConfiguredOriginsNoOtherPageMayCallTheAPI(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	if got := s.Get("/graphql?query={__typename}", "Origin", "https://salon.example").Header.Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("allowed: %q", got)
	}
}

// A proxy that rewrites the Host header, as many do by default.
func TestPagesOfThePublicAddressWorkBehindAProxy(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://Booking.example:443"})
	for origin, want := range map[string]struct{ query, socket int }{
		"https://booking.example":      {http.StatusOK, http.StatusSwitchingProtocols},
		"http://booking.example":       {http.StatusForbidden, http.StatusForbidden},
		"https://evil.example":         {http.StatusForbidden, http.StatusForbidden},
		"https://booking.example.evil": {http.StatusForbidden, http.StatusForbidden},
	} {
		if got := s.Post(`{"query":"{__typename}"}`, "Origin", origin); got.StatusCode != want.query {
			t.Errorf("a query by a page of %s is answered %d, want %d", origin, got.StatusCode, want.query)
		} else if allowed := got.Header.Get("Access-Control-Allow-Origin"); allowed != "" {
			t.Errorf("a page of %s is allowed as one of another origin: %q", origin, allowed)
		}
		socket := s.Get("/graphql", "Origin", origin, "Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Version", "13",
			"Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Protocol", "graphql-transport-ws")
		if got := socket.StatusCode; got != want.socket {
			t.Errorf("a socket of a page of %s is answered %d, want %d", origin, got, want.socket)
		}
	}
}

func TestTheServerAnswersToItsOwnNamesOnly(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), PublicURL: "https://booking.example"})
	for host, want := range map[string]int{
		s.Addr:            http.StatusOK,
		"booking.example": http.StatusOK,
		"evil.example":    http.StatusMisdirectedRequest,
	} {
		if got := s.Post(`{"query":"{__typename}"}`, "Host", host).StatusCode; got != want {
			t.Errorf("called %s, it answers %d, want %d", host, got, want)
		}
	}
}

func TestToBeStoppedWhileWaitingForADatabaseIsNoFault(t *testing.T) {
	t.Parallel()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = silent.Close() })
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- server.Run(ctx, config.Config{Addr: "127.0.0.1:0", DatabaseURL: "postgres://" + silent.Addr().String() + "/visavis"},
			server.Environment{Out: io.Discard, Log: io.Discard})
	}()
	connection, err := silent.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestShutdownTellsSocketsToComeBack(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	changes := s.SubscribeToChanges("brn_demo-mitte", s.LastChange("brn_demo-mitte"))
	s.Mutate("staffAbsenceAdd", "absence { id }", harness.Variables{
		"staffId": "stf_demo-anna", "kind": "BREAK", "times": harness.Variables{"start": "2026-11-24T09:00:00Z", "end": "2026-11-24T10:00:00Z"}})
	changes.ExpectChange("ABSENCE Anna 2026-11-23 2026-11-25")

	ended := make(chan error, 1)
	go func() { ended <- s.Stop() }()
	ctx, cancel := context.WithTimeout(t.Context(), harness.Patience)
	defer cancel()
	_, _, err := changes.Socket.Read(ctx)
	if got := websocket.CloseStatus(err); got != websocket.StatusServiceRestart {
		t.Errorf("the socket is closed with %v: %v", got, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestASecondServerOnTheSameFileIsRefused(t *testing.T) {
	t.Parallel()
	url := storetest.SQLiteURL(t)
	harness.Start(t, config.Config{DatabaseURL: url})
	err := server.Run(t.Context(), config.Config{Addr: "127.0.0.1:0", DatabaseURL: url}, server.Environment{})
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

func TestChangesArriveByServerSentEvents(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	client := http.Client{Timeout: harness.Patience}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.Addr+"/graphql",
		strings.NewReader(`{"query":"subscription { scheduleChanged(branchId: \"brn_demo-mitte\", after: \"`+s.LastChange("brn_demo-mitte")+`\") { kind } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Cookie", s.Header.Get("Cookie"))
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	s.Mutate("staffVideoLinkRemove", "staff { id }", harness.Variables{"staffId": "stf_demo-anna"})
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
			if want := `{"data":{"scheduleChanged":{"kind":"VIDEO_LINK"}}}`; data != want {
				t.Errorf("got %s, want %s", data, want)
			}
			return
		}
	}
	t.Error("the stream ended without a change: ", lines.Err())
}

func TestAGapInTheFeedIsToldAsResync(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	changes := s.SubscribeToChanges("brn_demo-mitte", "chg_demo-mitte.4711")
	changes.ExpectChange("RESYNC")
}

func TestTheLogKnowsNobody(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	s.Ask(`{ staff { nodes { firstName email videoLink { url } } } }`, nil)
	s.Ask(`mutation($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }`,
		harness.Variables{"input": harness.Variables{"staffId": "stf_demo-ben", "link": "https://meet.jit.si/visavis-demo-anna"}})
	s.Ask(`{ broken(`, nil)
	s.Get("/graphql?query={__typename}&secret=visavis-demo-anna")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	log := s.Log.String()
	if !strings.Contains(log, `"route":"/graphql"`) {
		t.Errorf("the log holds no request: %s", log)
	}
	for _, secret := range []string{"Anna", "anna", "ben", "salon.example", "jit.si"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q: %s", secret, log)
		}
	}
}
