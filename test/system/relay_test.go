package system

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/relay"
	"visavis/internal/relay/relaytest"
	"visavis/internal/relay/turnurl"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// serveRelay starts the program with a relay on loopback, by default on any port.
func serveRelay(t *testing.T, databaseURL string, variables ...string) *harness.Process {
	t.Helper()
	return harness.StartLimited(t, databaseURL, append([]string{"VISAVIS_TURN_ADDR=127.0.0.1:0"}, variables...)...)
}

// relaySecret returns the key of the built-in relay.
func relaySecret(t *testing.T, databaseURL string) []byte {
	t.Helper()
	key, err := store.ReadSigningKey(t.Context(), databaseURL, "relay")
	if err != nil || key == "" {
		t.Fatalf("there is no key: %v", err)
	}
	return []byte(key)
}

// listenUDP listens on a port that is none of the relayed ones, until the end of the test.
func listenUDP(t *testing.T) net.PacketConn {
	t.Helper()
	for {
		listener, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = listener.Close() })
		if port := listener.LocalAddr().(*net.UDPAddr).Port; port < 49160 || port > 49960 {
			return listener
		}
	}
}

// command runs the program and returns what it prints.
func command(t *testing.T, environment []string, arguments ...string) (output string, code int) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], arguments...)
	c.Env = slices.Concat(os.Environ(), environment, []string{harness.ServeVariable + "=true"})
	var printed bytes.Buffer
	c.Stdout, c.Stderr = &printed, &printed
	if err := c.Run(); err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return printed.String(), c.ProcessState.ExitCode()
}

func TestCallsThroughTheRelayOfTheProgramLoseNothing(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.SQLiteURL(t)
	p := serveRelay(t, databaseURL)
	calls := harness.StartCalls(t, relaySecret(t, databaseURL), p.Relays, 4)
	if sent, received, _ := calls.Send(20, 5*time.Millisecond); sent != received {
		t.Errorf("%d of %d packets arrive", received, sent)
	}
	metrics := p.Privately(t, "/metrics")
	for _, want := range []string{"visavis_relay_allocations 8", "visavis_relay_bytes_total ", `visavis_relay_refused_total{reason="peer"} 0`} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics have no %s", want)
		}
	}
	for where, text := range map[string]string{"metrics": metrics, "log": p.Log.String()} {
		if strings.Contains(text, "participant-") {
			t.Errorf("a participant is named in the %s", where)
		}
	}
}

func TestTheRelayOfTheProgramIsNoWayIntoItsNetwork(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.SQLiteURL(t)
	p := serveRelay(t, databaseURL)
	listener := listenUDP(t)
	servers := relay.NewServers(relaySecret(t, databaseURL), p.Relays...)
	for _, url := range p.Relays {
		conn, err := harness.Allocate(t, url, servers.For("intruder", civil.SystemClock())[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := conn.WriteTo([]byte("intrusion"), listener.LocalAddr()); err != nil {
			t.Fatal(err) // the address is that of the relay
		}
		for _, peer := range []string{"10.0.0.1:5000", "192.168.1.1:5000", "169.254.169.254:5000", "100.100.100.200:5000", "127.0.0.2:5000"} {
			to, err := net.ResolveUDPAddr("udp", peer)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := conn.WriteTo([]byte("intrusion"), to); err == nil {
				t.Errorf("%s: %s is permitted", url.Transport, peer)
			}
		}
	}
	// What comes after them through the same sockets has come.
	if sent, received, _ := harness.StartCalls(t, relaySecret(t, databaseURL), p.Relays, 2).Send(2, time.Millisecond); sent != received {
		t.Errorf("%d of %d packets arrive", received, sent)
	}
	marker, err := net.Dial("udp", listener.LocalAddr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer marker.Close()
	if _, err := marker.Write([]byte("marker")); err != nil {
		t.Fatal(err)
	}
	buffer := make([]byte, 100)
	if n, _, err := listener.ReadFrom(buffer); err != nil || string(buffer[:n]) != "marker" {
		t.Errorf("the listener hears %q: %v", buffer[:n], err)
	}
}

// TestRelayCheck runs visavis relay check beside a server, with the same variables.
func TestRelayCheck(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.SQLiteURL(t)
	certificate, key := relaytest.CertificateFiles(t)
	withTLS := []string{"VISAVIS_TURN_CERTIFICATE=" + certificate, "VISAVIS_TURN_KEY=" + key}
	p := serveRelay(t, databaseURL, append(withTLS, "VISAVIS_TURN_TLS_ADDR=127.0.0.1:0")...)
	if len(p.Relays) != 3 {
		t.Fatalf("it prints %v", p.Relays)
	}
	same := slices.Concat([]string{"VISAVIS_DATABASE_URL=" + databaseURL, "VISAVIS_TURN_ADDR=" + p.Relays[0].Address(), "VISAVIS_TURN_TLS_ADDR=" + p.Relays[2].Address()}, withTLS)
	var urls []string
	for _, url := range p.Relays {
		urls = append(urls, url.String())
	}
	external := "VISAVIS_TURN_URLS=" + strings.Join(urls[:2], ",")
	for name, test := range map[string]struct {
		environment []string
		want        []string
		code        int
	}{
		"all works": {slices.Concat(same, []string{"SSL_CERT_FILE=" + certificate}),
			[]string{"UDP  " + urls[0] + "  works\n", "TCP  " + urls[1] + "  works\n", "TLS  " + urls[2] + "  works\n", "cannot see firewalls"}, 0},
		"a certificate nobody trusts": {same, []string{"TCP  " + urls[1] + "  works\n", "TLS  " + urls[2] + "  FAILS: the certificate", "1 of 3 fail"}, 1},
		"by their URLs":               {[]string{external, "VISAVIS_TURN_SECRET=" + string(relaySecret(t, databaseURL))}, []string{"UDP  " + urls[0] + "  works\n", "TCP  " + urls[1] + "  works\n"}, 0},
		"another secret":              {[]string{external, "VISAVIS_TURN_SECRET=another secret of a relay"}, []string{"refuses the credential", "2 of 2 fail"}, 1},
		"no relay":                    {nil, []string{"there is none; set VISAVIS_TURN_ADDR"}, 1},
		"no port":                     {[]string{"VISAVIS_TURN_ADDR=127.0.0.1:0"}, []string{"any free port"}, 1},
		"no database":                 {[]string{"VISAVIS_TURN_ADDR=127.0.0.1:3478", "VISAVIS_DATABASE_URL=" + storetest.AbsentSQLiteURL(t)}, []string{"not found"}, 1},
	} {
		output, code := command(t, test.environment, "relay", "check")
		for _, want := range test.want {
			if !strings.Contains(output, want) {
				t.Errorf("%s: no %q in\n%s", name, want, output)
			}
		}
		if code != test.code || strings.Contains(output, string(relaySecret(t, databaseURL))) {
			t.Errorf("%s: code %d\n%s", name, code, output)
		}
	}
	if output, code := command(t, nil, "relay", "start"); code != 2 || !strings.Contains(output, "visavis relay check") {
		t.Errorf("another command: %d %s", code, output)
	}
}

// Credentials outlive a restart, also of another replica: the key is in the database.
func TestARestartedRelayServesAtOnce(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.SQLiteURL(t)
	const quiet = "127.77.0.1:0" // where nobody else takes the port in the meantime
	first := serveRelay(t, databaseURL, "VISAVIS_TURN_ADDR="+quiet)
	at := first.Relays[0]
	server := relay.NewServers(relaySecret(t, databaseURL), at).For("participant", civil.SystemClock())[0]
	if _, err := harness.Allocate(t, at, server); err != nil {
		t.Fatal(err)
	}
	first.End(t)
	serveRelay(t, databaseURL, "VISAVIS_TURN_ADDR="+at.Address())
	for _, transport := range []turnurl.Transport{turnurl.UDP, turnurl.TCP} {
		at.Transport = transport
		if _, err := harness.Allocate(t, at, server); err != nil {
			t.Errorf("%s: %v", transport, err)
		}
	}
}

func TestARelayThatCannotListenStopsTheStart(t *testing.T) {
	t.Parallel()
	taken := listenUDP(t)
	const secret = "a secret that nobody reads"
	for want, variables := range map[string][]string{
		"cannot listen on VISAVIS_TURN_ADDR by UDP":                 {"VISAVIS_TURN_ADDR=" + taken.LocalAddr().String()},
		"cannot use VISAVIS_TURN_CERTIFICATE and VISAVIS_TURN_KEY;": {"VISAVIS_TURN_ADDR=127.0.0.1:0", "VISAVIS_TURN_TLS_ADDR=127.0.0.1:0", "VISAVIS_TURN_CERTIFICATE=none.pem", "VISAVIS_TURN_KEY=none.pem"},
		"VISAVIS_TURN_PUBLIC_ADDRESS is missing":                    {"VISAVIS_TURN_ADDR=:3478"},
	} {
		output, code := command(t, append(variables, "VISAVIS_TURN_SECRET="+secret, "VISAVIS_ADDR=127.0.0.1:0", "VISAVIS_DATABASE_URL="+storetest.SQLiteURL(t)))
		if code != 1 || strings.Count(output, want) != 1 || strings.Contains(output, secret) {
			t.Errorf("%s: code %d\n%s", want, code, output)
		}
	}
}
