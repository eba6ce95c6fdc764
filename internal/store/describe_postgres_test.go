package store_test

import (
	"net"
	"strings"
	"testing"

	"visavis/internal/store/storetest"
)

// listen starts a server that answers every connection, and returns its address.
func listen(t *testing.T, answer func(net.Conn)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			answer(connection)
		}
	}()
	return listener.Addr().String()
}

func TestAnUnreachableServerIsDescribedInOneSentence(t *testing.T) {
	const advice = "; start it, or correct the address in VISAVIS_DATABASE_URL "
	kept := make(chan net.Conn, 10)
	silent := listen(t, func(c net.Conn) { kept <- c })
	hasty := listen(t, func(c net.Conn) { _ = c.Close() })
	withoutTLS := listen(t, func(c net.Conn) { _, _ = c.Write([]byte("N")) })
	for _, test := range []struct{ address, settings, place, reason string }{
		{"127.0.0.1:1", "", "127.0.0.1:1", "(connection refused)"},
		{"127.0.0.1:1", "?sslmode=require", "127.0.0.1:1", "(connection refused)"},
		{"127.0.0.1:1,127.0.0.1:2", "", "127.0.0.1:1 or 127.0.0.1:2", "(connection refused)"},
		{"[::1]:1", "", "[::1]:1", ""}, // a machine may be without IPv6
		{"", "?host=/nowhere", "/nowhere/.s.PGSQL.5432", "(no such file or directory)"},
		{silent, "?connect_timeout=1&sslmode=disable", silent, "(no answer in time)"},
		{hasty, "?sslmode=disable", hasty, ""}, // the connection ends, or is reset
		{withoutTLS, "?sslmode=require", withoutTLS, "(tls error: server refused TLS connection)"},
	} {
		reason := refused(t, "postgres://salonuser:secret@"+test.address+"/visavis"+test.settings)
		if want := "cannot reach the database server at " + test.place + advice + test.reason; !strings.HasPrefix(reason, want) {
			t.Errorf("%q, want %q", reason, want)
		}
		if strings.Contains(reason, "salonuser") {
			t.Errorf("the user is told: %q", reason)
		}
	}
}

func TestARefusalIsDescribedInOneSentence(t *testing.T) {
	databaseURL := storetest.EmptyPostgresURL(t)
	_, rest, _ := strings.Cut(databaseURL, "@/")
	name, settings, _ := strings.Cut(rest, "?")
	expectReason(t, refused(t, "postgres://visavis@/nothing_here?"+settings), "the database does not exist on the server at")
	stranger := refused(t, "postgres://stranger:secret@/"+name+"?"+settings)
	expectReason(t, stranger, "refused the user or the password; correct them")
	if strings.Contains(stranger, "stranger") {
		t.Errorf("the user is told: %q", stranger)
	}

	execute(t, storetest.EmptyPostgresURL(t), "ALTER DATABASE "+name+" ALLOW_CONNECTIONS false")
	expectReason(t, refused(t, databaseURL), "refused the connection (code 55000)")
}
