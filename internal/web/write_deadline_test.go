package web

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestWhoDoesNotReadAPageIsDisconnected(t *testing.T) {
	ended := make(chan error, 1)
	server := httptest.NewUnstartedServer(withWriteDeadline(20*time.Millisecond, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, err := w.Write(make([]byte, 64<<20))
		ended <- err
	})))
	server.Start()
	defer server.Close()
	connection, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close() }()
	if _, err := connection.Write([]byte("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	if <-ended == nil {
		t.Error("a client that reads nothing gets everything")
	}
}

// deadlines records the write deadlines that are set, with what was written before each.
type deadlines struct {
	*httptest.ResponseRecorder
	set []int
}

func (d *deadlines) SetWriteDeadline(time.Time) error {
	d.set = append(d.set, d.Body.Len())
	return nil
}

func TestTheWriteDeadlineMovesWithProgress(t *testing.T) {
	text := strings.Repeat("x", 40<<10)
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if n, err := w.Write([]byte(text)); n != len(text) || err != nil {
			t.Errorf("%d bytes are written: %v", n, err)
		}
	})
	for path, want := range map[string][]int{
		"/book/mitte": {0, 16 << 10, 32 << 10, 40 << 10},
		"/graphql":    {0}, // which has its own
	} {
		w := &deadlines{ResponseRecorder: httptest.NewRecorder()}
		withWriteDeadline(time.Second, page).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if len(w.set) != len(want) || w.Body.String() != text {
			t.Errorf("of %s, deadlines are set after %v bytes, and %d bytes are written", path, w.set, w.Body.Len())
		}
	}
}
