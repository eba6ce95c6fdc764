package photo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/jpeg"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/photo"
	"visavis/internal/secret"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/cookie"
	photos "visavis/internal/web/photo"
	"visavis/internal/web/ratelimit"
)

// salon serves the photos of a call that Anna has, who is signed in.
type salon struct {
	t             *testing.T
	booking       *booking.Booking
	server        *httptest.Server
	appointmentID string
	now           civil.Instant
}

func open(t *testing.T, database *store.Store) *salon {
	t.Helper()
	return openWithin(t, database, photos.UsualBounds())
}

func openWithin(t *testing.T, database *store.Store, bounds photos.Bounds) *salon {
	t.Helper()
	s := &salon{t: t, now: demotest.Now()}
	clock := func() civil.Instant { return s.now }
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	s.booking = booking.New(booking.Options{Store: database, Feed: feed, Clock: clock})
	err := database.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, name := range []string{"anna", "ben", "clara"} {
			tx.Session.Create().SetSecretHash(secret.Hash("SESSION OF " + name)).SetStaffID("stf_demo-" + name).SetCreatedAt(s.now).
				SetExpiresAt(s.now.Add(time.Hour)).ExecX(ctx)
		}
		tx.Staff.UpdateOneID("stf_demo-ben").SetRole(staff.RoleRECEPTIONIST).ExecX(ctx)
		row := tx.Appointment.Create().SetBranchID("brn_demo-mitte").SetStaffID("stf_demo-anna").SetPersonID("prs_demo-anna").SetServiceID("svc_demo-video-care").
			SetStartsAt(s.now).SetEndsAt(s.now.Add(time.Hour)).SetBlockedUntil(s.now.Add(time.Hour)).SetStatus("CONFIRMED").SetLive(true).SetSource("STAFF").
			SetCreatedAt(s.now).SetJoinToken("TOKEN").SaveX(ctx)
		s.appointmentID = row.ID
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	options := photos.Options{
		Booking: s.booking, Accounts: account.New(account.Options{Store: database, Clock: clock, HashCost: accounttest.HashCost}),
		Jar: cookie.NewJar("http://127.0.0.1:8080"), Limits: ratelimit.New(clock), Logger: slog.New(slog.DiscardHandler),
		Bounds: bounds,
	}
	mux := http.NewServeMux()
	mux.Handle(link.PhotoPattern, photos.NewHandler(options))
	mux.Handle(link.PhotoUploadPattern, photos.NewUploadHandler(options))
	s.server = httptest.NewServer(mux)
	t.Cleanup(s.server.Close)
	return s
}

// address returns a new address for a photo.
func (s *salon) address() string {
	s.t.Helper()
	anna := actor.With(s.t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna", PersonID: "prs_demo-anna"})
	address, err := s.booking.ConsultationPhotoUploadCreate(anna, booking.ConsultationPhotoUploadCreateInput{AppointmentID: s.appointmentID, Sender: "CUSTOMER"})
	if err != nil {
		s.t.Fatal(err)
	}
	return address.Path
}

// An exchange is a request with its answer.
type exchange struct {
	method, path string
	as           string // name of who is signed in; empty: nobody
	body         io.Reader
	header       map[string]string

	status  int
	answer  http.Header
	content []byte
}

func (s *salon) send(e exchange) exchange {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), e.method, s.server.URL+e.path, e.body)
	if err != nil {
		s.t.Fatal(err)
	}
	if e.as != "" {
		request.AddCookie(&http.Cookie{Name: "visavis_session", Value: "SESSION OF " + e.as})
	}
	for name, value := range e.header {
		request.Header.Set(name, value)
	}
	response, err := s.server.Client().Do(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if e.content, err = io.ReadAll(response.Body); err != nil {
		s.t.Fatal(err)
	}
	e.status, e.answer = response.StatusCode, response.Header
	return e
}

// json returns a field of the answer.
func (e exchange) json(field string) string {
	var fields map[string]string
	_ = json.Unmarshal(e.content, &fields) // else there is no field
	return fields[field]
}

func file(t *testing.T) []byte { return fileOfHeight(t, 20) }

func fileOfHeight(t *testing.T, height int) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := jpeg.Encode(&file, image.NewGray(image.Rect(0, 0, 30, height)), nil); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestAPhotoIsSentOnceAndShownToWhomItConcerns(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := open(t, database)
		address := s.address()
		sent := s.send(exchange{method: http.MethodPut, path: address, as: "anna", body: bytes.NewReader(file(t))})
		if sent.status != http.StatusCreated || !strings.HasPrefix(sent.json("id"), "pho_") || sent.answer.Get("Location") != link.Photo(sent.json("id")) {
			t.Fatalf("it is answered %d %s %v", sent.status, sent.content, sent.answer)
		}
		again := s.send(exchange{method: http.MethodPut, path: address, as: "anna", body: bytes.NewReader(file(t))})
		if again.status != http.StatusOK || again.json("id") != sent.json("id") {
			t.Errorf("the same again is answered %d %s", again.status, again.content)
		}
		path := link.Photo(sent.json("id"))
		shown := s.send(exchange{method: http.MethodGet, path: path, as: "anna"})
		for name, want := range map[string]string{
			"Cache-Control": "no-store", "Content-Disposition": "inline", "Content-Security-Policy": "default-src 'none'; sandbox", "Content-Type": "image/jpeg",
			"Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
		} {
			if got := shown.answer.Get(name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		if described, _, err := image.DecodeConfig(bytes.NewReader(shown.content)); err != nil || described.Width != 30 {
			t.Errorf("what is shown is %v (%v)", described, err)
		}
		for name, test := range map[string]exchange{
			"to a receptionist":    {path: path, as: "ben"},
			"to nobody":            {path: path},
			"to another site":      {path: path, as: "anna", header: map[string]string{"Origin": "https://evil.example"}},
			"to a program":         {path: path, header: map[string]string{"Authorization": "Bearer visavis_TOKEN"}},
			"of another ID":        {path: link.Photo("pho_unknown"), as: "anna"},
			"of another kind":      {path: link.Photo("pic_unknown"), as: "anna"},
			"of no ID":             {path: link.Photo("%00"), as: "anna"},
			"by the upload":        {path: address, as: "anna"},
			"after the end of it ": {path: path, as: "nobody"},
		} {
			test.method = http.MethodGet
			got := s.send(test)
			if got.status != http.StatusNotFound && got.status != http.StatusMethodNotAllowed || bytes.Contains(got.content, []byte("JFIF")) {
				t.Errorf("%s it is answered %d %s", name, got.status, got.content)
			}
		}
	})
}

func TestWhatIsNoPhotoIsToldAndNotStored(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := open(t, database)
		german := map[string]string{"Accept-Language": "de"}
		expired := s.address()
		s.now = s.now.Add(10 * time.Minute)
		for _, test := range []struct {
			name string
			exchange
			status         int
			code, sentence string
		}{
			{"SVG", exchange{as: "anna", body: strings.NewReader("<svg/>")}, 422, "PHOTO_INVALID", "This cannot be opened as a photo. Use a JPEG, PNG or WebP."},
			{"nothing", exchange{as: "anna", header: german}, 422, "PHOTO_INVALID", "Das lässt sich nicht als Foto öffnen. Nimm ein JPEG, PNG oder WebP."},
			{"too large", exchange{as: "anna", body: bytes.NewReader(make([]byte, photo.MostBytes+1))}, 413, "PHOTO_TOO_LARGE", "The photo is too large. Use at most 12 MB and 50 million pixels, best a plain JPEG."},
			{
				"too large, without saying so", exchange{as: "anna", body: io.MultiReader(bytes.NewReader(make([]byte, photo.MostBytes+1)))}, 413, "PHOTO_TOO_LARGE",
				"The photo is too large. Use at most 12 MB and 50 million pixels, best a plain JPEG.",
			},
			{"a receptionist", exchange{as: "ben", body: bytes.NewReader(file(t))}, 404, "NOT_FOUND", ""},
			{"nobody", exchange{body: bytes.NewReader(file(t))}, 404, "NOT_FOUND", ""},
			{"an expired address", exchange{as: "anna", path: expired, body: bytes.NewReader(file(t))}, 404, "NOT_FOUND", ""},
			{"an unknown address", exchange{as: "anna", path: link.PhotoUpload("GUESS"), body: bytes.NewReader(file(t))}, 404, "NOT_FOUND", ""},
			{
				"another site", exchange{as: "anna", body: bytes.NewReader(file(t)), header: map[string]string{"Origin": "https://evil.example"}}, 403, "CROSS_ORIGIN",
				"This request came from another website.",
			},
		} {
			test.method = http.MethodPut
			if test.path == "" {
				test.path = s.address()
			}
			got := s.send(test.exchange)
			if got.status != test.status || got.json("code") != test.code || test.sentence != "" && got.json("message") != test.sentence {
				t.Errorf("%s is answered %d %s", test.name, got.status, got.content)
			}
			if got.answer.Get("Cache-Control") != "no-store" {
				t.Errorf("%s may be cached", test.name)
			}
		}
		if count := database.Client().ConsultationPhoto.Query().CountX(t.Context()); count != 0 {
			t.Errorf("%d photos are stored", count)
		}
	})
}

func TestOnePersonSendsSomePhotosAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t, storetest.Open(t, store.Options{URL: demotest.Salon.SQLiteURL(t)}))
	address := s.address()
	for range 40 {
		if got := s.send(exchange{method: http.MethodPut, path: address, as: "anna", body: strings.NewReader("no photo")}); got.status != 422 {
			t.Fatalf("an attempt is answered %d", got.status)
		}
	}
	got := s.send(exchange{method: http.MethodPut, path: address, as: "anna", body: strings.NewReader("no photo")})
	if got.status != http.StatusTooManyRequests || got.json("code") != "RATE_LIMITED" || got.answer.Get("Retry-After") != "3" {
		t.Errorf("one more is answered %d %s, to come back after %q", got.status, got.content, got.answer.Get("Retry-After"))
	}
}
