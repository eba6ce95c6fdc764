package welcome_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/link"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/cookie"
	"visavis/internal/web/welcome"
)

const (
	ben      = "stf_demo-ben"
	bensName = "Ben Brandt der Zweite"
	bensMail = "ben.signs.in@salon.example"

	home     = "/admin"
	password = "kanarien vogel lied"
	pin      = "73915"
)

// testSalon is a salon with a server of welcome pages and a settable clock.
type testSalon struct {
	store    *store.Store
	accounts *account.Accounts
	server   *httptest.Server
	now      *atomic.Int64
	log      *log

	secrets []string // that must not appear in responses and logs
}

// each runs the test in an empty salon on a database of each engine.
func each(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, database *store.Store) {
		s := &testSalon{store: database, now: new(atomic.Int64), log: new(log), secrets: []string{password, pin}}
		s.now.Store(1_800_000_000)
		s.accounts = account.New(account.Options{Store: database, Clock: s.clock, HashCost: accounttest.HashCost})
		s.server = s.serve(t, "http://127.0.0.1")
		test(t, s)
		s.checkLog(t)
	})
}

func (s *testSalon) clock() civil.Instant { return civil.Instant(s.now.Load()) }

func (s *testSalon) pass(d time.Duration) { s.now.Add(int64(d / time.Second)) }

// serve starts a server with the public origin.
func (s *testSalon) serve(t *testing.T, publicOrigin string) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle(link.WelcomePattern, welcome.NewHandler(welcome.Options{
		Accounts: s.accounts, Jar: cookie.NewJar(publicOrigin), Home: home, Logger: slog.New(slog.NewTextHandler(s.log, nil)),
	}))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// ownerLink creates the owner's link and returns its secret.
func (s *testSalon) ownerLink(t *testing.T) string {
	t.Helper()
	secret, err := s.accounts.OwnerLink(t.Context())
	check(t, err)
	if secret == "" {
		t.Fatal("there is an owner already")
	}
	s.secrets = append(s.secrets, secret)
	return secret
}

// staffLink creates a link for Ben, who works in the demo salon, and returns its secret.
func (s *testSalon) staffLink(t *testing.T) string {
	t.Helper()
	check(t, demo.Fill(byOwner(t), s.store, s.clock))
	_, err := s.accounts.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, Email: new(bensMail)})
	check(t, err)
	var secret string
	s.write(t, func(ctx context.Context, tx *store.Tx) {
		secret, err = account.AccessLink(ctx, tx, s.clock(), ben)
		check(t, err)
		tx.Staff.UpdateOneID(ben).SetDisplayName(bensName).ExecX(ctx)
	})
	s.secrets = append(s.secrets, secret)
	return secret
}

// write changes the database directly.
func (s *testSalon) write(t *testing.T, do func(context.Context, *store.Tx)) {
	t.Helper()
	check(t, s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx)
		return nil
	}))
}

// links counts the unused links.
func (s *testSalon) links(t *testing.T) int {
	return s.store.Client().AccessLink.Query().CountX(t.Context())
}

// owner returns the form input of a first owner.
func owner() url.Values {
	return url.Values{"firstName": {"Olga"}, "lastName": {"Ostermann"}, "email": {"Olga@Salon.example"}, "password": {password}}
}

// member returns the form input of a staff member.
func member() url.Values { return url.Values{"password": {password}, "pin": {pin}} }

// with returns a copy with one changed value.
func with(typed url.Values, name, value string) url.Values {
	typed.Set(name, value)
	return typed
}

// answer is a response of the server.
type answer struct {
	status  int
	header  http.Header
	cookies []*http.Cookie
	body    string
	heading string // of the page
}

// get requests a page in a language.
func (s *testSalon) get(t *testing.T, secret, language string) answer {
	t.Helper()
	return s.ask(t, s.request(t, http.MethodGet, secret, nil, language))
}

// post submits the form in German.
func (s *testSalon) post(t *testing.T, secret string, typed url.Values) answer {
	t.Helper()
	return s.ask(t, s.request(t, http.MethodPost, secret, typed, "de"))
}

func (s *testSalon) request(t *testing.T, method, secret string, typed url.Values, language string) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.server.URL+link.Welcome(secret), strings.NewReader(typed.Encode()))
	check(t, err)
	request.Header.Set("Accept-Language", language)
	if method == http.MethodPost {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		request.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	return request
}

// ask sends the request and checks what holds for every response.
func (s *testSalon) ask(t *testing.T, request *http.Request) answer {
	t.Helper()
	response, err := http.DefaultTransport.RoundTrip(request) // does not follow redirects
	check(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	check(t, err)
	a := answer{status: response.StatusCode, header: response.Header, cookies: response.Cookies(), body: string(body)}
	a.heading, _, _ = strings.Cut(cutBefore(a.body, "<h1>"), "</h1>")
	s.checkAnswer(t, request.Method, a)
	return a
}

// checkAnswer expects the common headers, a valid page, and no secret except the new session's cookie.
func (s *testSalon) checkAnswer(t *testing.T, method string, a answer) {
	t.Helper()
	for name, want := range map[string]string{
		"Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex",
	} {
		if got := a.header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if signedIn := a.status == http.StatusSeeOther; signedIn != (len(a.cookies) == 2) || signedIn != (a.header.Get("Location") == home) {
		t.Errorf("%d to %q with the cookies %v", a.status, a.header.Get("Location"), a.cookies)
	}
	for _, secret := range s.secrets {
		if strings.Contains(a.body+fmt.Sprint(a.header), secret) {
			t.Errorf("%s is answered with a secret: %v\n%s", method, a.header, a.body)
		}
	}
	if a.body != "" {
		checkPage(t, a)
	}
}

// checkLog expects no personal data and no secrets in the log.
func (s *testSalon) checkLog(t *testing.T) {
	t.Helper()
	text := s.log.String()
	for _, private := range append(s.secrets, bensName, bensMail, "Olga", "olga@") {
		if strings.Contains(text, private) {
			t.Errorf("the log tells %q", private)
		}
	}
}

// who returns the actor of the response's cookie.
func (s *testSalon) who(t *testing.T, a answer) actor.Actor {
	t.Helper()
	if len(a.cookies) == 0 {
		t.Fatalf("%d with the cookies %v", a.status, a.cookies)
	}
	who, err := s.accounts.Who(t.Context(), account.Credentials{Session: a.cookies[0].Value})
	check(t, err)
	return who
}

// log is a buffer that is safe for concurrent use.
type log struct {
	guard sync.Mutex
	text  strings.Builder
}

func (l *log) Write(line []byte) (int, error) {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.Write(line)
}

func (l *log) String() string {
	l.guard.Lock()
	defer l.guard.Unlock()
	return l.text.String()
}

func cutBefore(text, mark string) string {
	_, after, _ := strings.Cut(text, mark)
	return after
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// byOwner returns a context whose actor is an owner.
func byOwner(t *testing.T) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}
