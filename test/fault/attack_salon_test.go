package fault

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/test/harness"
)

const (
	mitte, west            = "brn_demo-mitte", "brn_demo-west"
	anna, ben, clara, dave = "stf_demo-anna", "stf_demo-ben", "stf_demo-clara", "stf_demo-david"
	cut, videoCare         = "svc_demo-cut", "svc_demo-video-care"
	demoPIN                = "480271"

	salonNetwork = "192.0.2.10" // of the team
)

// attackedSalon is the demo salon on a server with the limits of production. Its clock goes by the server's.
type attackedSalon struct {
	t           *testing.T // of the present attack
	whole       *testing.T // of all attacks
	databaseURL string
	server      *harness.Process
	ahead       time.Duration // of the server's clock
	logs        []*harness.Buffer
	mails       *harness.MailServer
	schema      *harness.Schema

	received *harness.Buffer // by strangers
	secrets  []string        // which neither strangers nor the log may get to know

	cookies  map[string][]*http.Cookie // of those who have signed in by password since the server started
	browsers map[string][]*http.Cookie // in which they had signed in before
	till     []*http.Cookie

	networks, people int                 // that have been handed out
	starts           map[string][]string // free starts by profile that have not
	booked           int                 // acknowledged bookings by customers
}

func newAttackedSalon(t *testing.T, databaseURL string) *attackedSalon {
	t.Helper()
	s := &attackedSalon{
		t: t, whole: t, databaseURL: databaseURL, mails: harness.StartMailServer(t), schema: harness.ReadSchema(t), received: &harness.Buffer{},
		cookies: map[string][]*http.Cookie{}, browsers: map[string][]*http.Cookie{}, starts: map[string][]string{},
		secrets: []string{harness.DemoPassword, "meet.jit.si", "visavis-demo-", "anna@salon.example", "ben@salon.example", "clara@salon.example"},
	}
	s.start()
	s.till = s.as("anna").Ask(`mutation { deviceEnroll(input: {branchId: "`+mitte+`", name: "Kasse"}) { userErrors { code } } }`, nil).Cookies
	s.secrets = append(s.secrets, s.till[0].Value)
	return s
}

func (s *attackedSalon) start() {
	variables := []string{"VISAVIS_SMTP_URL=" + s.mails.URL(), harness.ClockAheadVariable + "=" + s.ahead.String()}
	if scale(0, 1) == 1 {
		variables = append(variables, harness.HashCostVariable+"=production")
	}
	s.server = harness.StartLimited(s.whole, s.databaseURL, variables...)
	s.logs = append(s.logs, s.server.Log)
}

// pass lets time pass: another server, whose clock is ahead, takes over. It knows nothing that is not in the database.
func (s *attackedSalon) pass(span time.Duration) {
	s.t.Helper()
	s.server.End(s.t)
	s.ahead += span
	s.start()
	clear(s.cookies)
}

// now returns the present of the server.
func (s *attackedSalon) now() civil.Instant { return civil.SystemClock().Add(s.ahead) }

// network returns a client address that nobody has used.
func (s *attackedSalon) network() string {
	s.networks++
	return fmt.Sprintf("10.%d.%d.%d", s.networks>>16, s.networks>>8&255, s.networks&255)
}

// stranger returns the server as a stranger in a new network sees it.
func (s *attackedSalon) stranger() *harness.Server { return s.strangerFrom(s.network()) }

func (s *attackedSalon) strangerFrom(address string) *harness.Server {
	c := s.server.Client(s.t).From(address)
	c.Received = s.received
	return c
}

// as returns the server as somebody of the team sees it who has signed in by password a short time ago.
func (s *attackedSalon) as(name string) *harness.Server {
	s.t.Helper()
	c := s.server.Client(s.t).From(salonNetwork)
	if s.cookies[name] == nil {
		a := c.From(s.network()).WithCookies(s.browsers[name]...).Ask(harness.SignIn,
			harness.Variables{"input": harness.Variables{"email": name + "@salon.example", "password": harness.DemoPassword}})
		if len(a.Cookies) == 0 {
			s.t.Fatalf("%s cannot sign in: %v %v", name, a.Data, a.Errors)
		}
		s.cookies[name] = a.Cookies
		s.browsers[name] = nil
		for _, c := range a.Cookies {
			if c.Name == "visavis_browser" {
				s.browsers[name] = append(s.browsers[name], c)
			}
			s.secrets = append(s.secrets, c.Value)
		}
	}
	return c.WithCookies(s.cookies[name]...)
}

// byPIN returns the answer to a sign-in at the till in Mitte, and the server as who has signed in there sees it.
func (s *attackedSalon) byPIN(staffID, pin string) (*harness.Server, harness.Answer) {
	s.t.Helper()
	c := s.server.Client(s.t).From(salonNetwork)
	a := c.WithCookies(s.till...).Ask(`mutation($staff: ID!, $pin: String!) { signInByPin(input: {staffId: $staff, pin: $pin}) {
		session { role newPinRequired } userErrors { code } } }`, harness.Variables{"staff": staffID, "pin": pin})
	return c.WithCookies(append(a.Cookies, s.till...)...), a
}

// hire creates a profile that is active in a branch, with the password of all others, and returns a name for as, and its ID.
func (s *attackedSalon) hire(role, branchID string) (name, staffID string) {
	s.t.Helper()
	s.people++
	name = fmt.Sprintf("colleague%d", s.people)
	owner := s.as("anna")
	staffID = owner.Create("staffCreate", "staff", harness.Variables{
		"firstName": name, "email": name + "@salon.example", "role": role, "branchIds": []string{branchID}, "bookableOnline": false,
	})
	owner.Mutate("staffAccessSet", "staff { id }", harness.Variables{"staffId": staffID, "password": harness.DemoPassword})
	return name, staffID
}

// address returns an email address that nobody has used.
func (s *attackedSalon) address() string {
	s.people++
	return fmt.Sprintf("stranger%d@fremd.example", s.people)
}

// freeStart returns a free start of a profile in Mitte, long enough for a cut, that nobody else wants.
func (s *attackedSalon) freeStart(staffID string) string {
	s.t.Helper()
	if s.starts[staffID] == nil {
		s.starts[staffID] = s.findStarts(staffID)
	}
	free := s.starts[staffID]
	if len(free) == 0 {
		s.t.Fatalf("%s has no further free starts", staffID)
	}
	s.starts[staffID] = free[1:]
	return free[0]
}

// giveBack hands out the start of an order again.
func (s *attackedSalon) giveBack(order harness.Variables) {
	start := order["start"].(harness.Variables)
	staffID := start["staffId"].(string)
	s.starts[staffID] = append(s.starts[staffID], start["start"].(string))
}

// findStarts returns the starts of four weeks, an hour apart.
func (s *attackedSalon) findStarts(staffID string) (starts []string) {
	s.t.Helper()
	from := civil.NewDate(s.now().Time().Date()).AddDays(14)
	data := s.server.Client(s.t).Query(`query($from: LocalDate!, $to: LocalDate!, $staff: ID!) {
		bookableSalonVisits(branchId: "`+mitte+`", from: $from, to: $to, serviceIds: ["`+cut+`"], staffIds: [$staff]) { days { starts } } }`,
		harness.Variables{"from": from.String(), "to": from.AddDays(27).String(), "staff": staffID})
	earliest := civil.Instant(0)
	for _, offer := range harness.List(data["bookableSalonVisits"]) {
		for _, day := range harness.List(offer["days"]) {
			for _, start := range day["starts"].([]any) {
				at, err := civil.ParseInstant(start.(string))
				if err != nil {
					s.t.Fatal(err)
				}
				if at >= earliest {
					starts, earliest = append(starts, start.(string)), at.Add(time.Hour)
				}
			}
		}
	}
	return starts
}
