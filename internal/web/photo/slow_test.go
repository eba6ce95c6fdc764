package photo_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"visavis/internal/demo/demotest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	photos "visavis/internal/web/photo"
)

// A sending is a photo on its way, by a connection of its own.
type sending struct {
	t          *testing.T
	connection *net.TCPConn
	answers    *bufio.Reader
}

// begin sends the head of a request by Anna, and returns once the server reads its body.
func (s *salon) begin(length int) *sending {
	s.t.Helper()
	host := strings.TrimPrefix(s.server.URL, "http://")
	connection, err := net.Dial("tcp", host)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = connection.Close() })
	p := &sending{s.t, connection.(*net.TCPConn), bufio.NewReader(connection)}
	p.write(fmt.Appendf(nil, "PUT %s HTTP/1.1\r\nHost: %s\r\nCookie: visavis_session=SESSION OF anna\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n",
		s.address(), host, length))
	if status, _ := p.answer(); status != http.StatusContinue {
		s.t.Fatalf("the head is answered %d", status)
	}
	return p
}

func (p *sending) write(piece []byte) {
	p.t.Helper()
	if _, err := p.connection.Write(piece); err != nil {
		p.t.Fatal(err)
	}
}

// answer returns the next answer's status, and what is wrong.
func (p *sending) answer() (status int, wrong string) {
	p.t.Helper()
	response, err := http.ReadResponse(p.answers, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var fields struct{ Code, Message string }
	_ = json.NewDecoder(response.Body).Decode(&fields) // else there are no fields
	return response.StatusCode, strings.TrimSpace(fields.Code + " " + fields.Message)
}

func TestSlowAndCutPhotosAreRefused(t *testing.T) {
	t.Parallel()
	const soon = 50 * time.Millisecond
	for name, test := range map[string]struct {
		change func(*photos.Bounds)
		cut    bool
		status int
		wrong  string
	}{
		"a piece takes too long":   {change: func(b *photos.Bounds) { b.Piece = soon }, status: 408, wrong: "TIMEOUT"},
		"the whole takes too long": {change: func(b *photos.Bounds) { b.Body = soon }, status: 408, wrong: "TIMEOUT"},
		"it is cut":                {change: func(*photos.Bounds) {}, cut: true, status: 400, wrong: "INCOMPLETE"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			database := storetest.Open(t, store.Options{URL: demotest.Salon.SQLiteURL(t)})
			bounds := photos.UsualBounds()
			test.change(&bounds)
			s := openWithin(t, database, bounds)
			whole := file(t)
			p := s.begin(len(whole))
			p.write(whole[:len(whole)/2])
			if test.cut {
				if err := p.connection.CloseWrite(); err != nil {
					t.Fatal(err)
				}
			}
			status, wrong := p.answer()
			if want := test.wrong + " The photo has not arrived completely. Try again."; status != test.status || wrong != want {
				t.Errorf("it is answered %d %s", status, wrong)
			}
			if count := database.Client().ConsultationPhoto.Query().CountX(t.Context()); count != 0 {
				t.Errorf("%d photos are stored", count)
			}
		})
	}
}

func TestFewPhotosAreSentAtOnce(t *testing.T) {
	t.Parallel()
	bounds := photos.UsualBounds()
	bounds.AtOnce, bounds.Each, bounds.Turn = 2, 2, time.Millisecond
	s := openWithin(t, storetest.Open(t, store.Options{URL: demotest.Salon.SQLiteURL(t)}), bounds)
	files := [][]byte{fileOfHeight(t, 10), fileOfHeight(t, 11), fileOfHeight(t, 12)}
	begun := []*sending{s.begin(len(files[0])), s.begin(len(files[1]))}
	next := exchange{method: http.MethodPut, path: s.address(), as: "anna", body: bytes.NewReader(files[2])}
	refused := s.send(next)
	if refused.status != http.StatusServiceUnavailable || refused.json("code") != "BUSY" || refused.answer.Get("Retry-After") != "5" ||
		refused.json("message") != "Many photos are arriving just now. Try again in a moment." {
		t.Errorf("one more is answered %d %s %v", refused.status, refused.content, refused.answer)
	}
	for i, p := range begun {
		p.write(files[i])
		if status, wrong := p.answer(); status != http.StatusCreated {
			t.Errorf("what was begun is answered %d %s", status, wrong)
		}
	}
	next.body = bytes.NewReader(files[2])
	if got := s.send(next); got.status != http.StatusCreated {
		t.Errorf("the next one is answered %d %s", got.status, got.content)
	}
}

func TestAPersonLeavesPlacesToOthers(t *testing.T) {
	t.Parallel()
	bounds := photos.UsualBounds()
	bounds.Turn = time.Millisecond
	s := openWithin(t, storetest.Open(t, store.Options{URL: demotest.Salon.SQLiteURL(t)}), bounds)
	whole := file(t)
	for range bounds.Each {
		s.begin(len(whole)) // and nothing of it comes
	}
	send := func(as string) int {
		return s.send(exchange{method: http.MethodPut, path: s.address(), as: as, body: bytes.NewReader(whole)}).status
	}
	if status := send("anna"); status != http.StatusServiceUnavailable {
		t.Errorf("one more of Anna's is answered %d", status)
	}
	if status := send("clara"); status != http.StatusCreated {
		t.Errorf("one of Clara's is answered %d", status)
	}
}
