package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"
	_ "time/tzdata"

	"visavis/ent/staff"
	"visavis/graph"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/demo/demotest"
	"visavis/internal/embedding"
	"visavis/internal/event"
	"visavis/internal/mail"
	"visavis/internal/picture"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/ratelimit"
)

// everything is a query that covers the data to its full depth.
const everything = `{
	branches { nodes { name bookableServices { name category { name } } bookableStaff { displayName } openingHours { weekday } openingExceptions(from: "2026-11-01") { date } videoOnlyModes { staff { id } hours { weekday } }
		} }
	serviceCategories { nodes { name } }
	services { nodes { category { name } price { minorUnits } } }
	staff { nodes { displayName samePersonAs { id } branches { name openingHours { weekday } } inMitte: branches(branchIds: ["brn_demo-mitte"]) { id }
		competencies { category { name } service { name category { name } } } videoLink { provider } workPlans { branch { name } shifts { weekday } }
		shiftOverrides { branch { name } date } absences { kind } } }
	devices { nodes { branch { name } } }
	apiTokens { nodes { staff { displayName } } }
	me { branches { nodes { openingHours { weekday } } } }
	strandedAppointments(branchId: "brn_demo-mitte") { nodes { staff { displayName } } }
}`

// A counter is an API whose database statements are counted.
type counter struct {
	t          *testing.T
	api        http.Handler
	statements *atomic.Int64
}

// The bubble's clock stops while any goroutine runs. So loaders collect all keys of a
// batch, even on a slow machine.
func TestStatementCountDoesNotGrowWithTheData(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		synctest.Test(t, func(t *testing.T) {
			c := newCounter(t, url)
			queries := map[string]string{
				"everything": everything,
				"starts": `{ bookableVideoConsultations(branchId: "brn_demo-mitte", from: "2026-11-24", to: "2026-12-24") {
					service { name category { name } } staff { displayName } days { date } } }`,
				"appointments": `{ appointments(branchId: "brn_demo-mitte", first: 100) { nodes { start roomUrl branch { name } service { name }
					staff { displayName } customer { name appointments { start } } photos { url sender } history { action staff { displayName } } } }
					outbox { nodes { appointment { customer { name } } } }
					customers { nodes { name appointments { status service { name } } } } }`,
				"branch readiness": `{ branchReadiness(branchId: "brn_demo-mitte") { ready bookable requirements { code met advice } servicesWithoutStaff { name category { name } } } }`,
				"reports": `{ byMonth: report(from: "2026-01-01", to: "2026-12-31", groupBy: MONTH) { rows { name } }
					byStaff: report(from: "2026-01-01", to: "2026-12-31", groupBy: PERSON) { rows { name } } }`,
				"readiness": `{ videoReadiness(branchId: "brn_demo-mitte") { nodes { ready staff { displayName branches { name } } } } }`,
			}
			c.grow(12)
			few := map[string]int64{}
			for name, query := range queries {
				few[name] = c.count(query)
			}
			for i := range 12 {
				c.grow(i)
			}
			for name, query := range queries {
				if many := c.count(query); many != few[name] {
					t.Errorf("%s takes %d statements with little data but %d with more", name, few[name], many)
				}
			}
		})
	})
}

func newCounter(t *testing.T, url string) counter {
	t.Helper()
	var statements atomic.Int64
	options := demoOptions(t, url, func(context.Context) { statements.Add(1) })
	return counter{t, byOwner(t, options, graph.NewHandler(options)), &statements}
}

// demoOptions returns the options of a server for the demo salon.
func demoOptions(t testing.TB, url string, observe store.Observer) graph.Options {
	t.Helper()
	options, s := demoSalon(t, url, observe)
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error { // so that Anna can create tokens
		return tx.Account.Create().SetStaffID("stf_demo-anna").SetEmail("anna@salon.example").SetCreatedAt(1_795_420_800).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	return options
}

// demoSalon opens a copy of the demo salon.
func demoSalon(t testing.TB, url string, observe store.Observer) (graph.Options, *store.Store) {
	t.Helper()
	s := storetest.Open(t, store.Options{URL: url, Observe: observe})
	monday := demotest.Now
	accounts := account.New(account.Options{Store: s, Clock: monday, HashCost: accounttest.HashCost})
	logger := slog.New(slog.DiscardHandler)
	feed := event.NewFeed(s, logger)
	t.Cleanup(feed.Close)
	rooms := room.New(room.Options{Store: s, Feed: feed, Clock: monday, Logger: logger})
	t.Cleanup(rooms.Close)
	return graph.Options{
		Mail:  mail.New(mail.Options{Database: s, Clock: monday, PublicURL: "https://salon.example"}),
		Salon: salon.New(s, feed, monday), Booking: booking.New(booking.Options{Store: s, Feed: feed, Clock: monday}), Feed: feed, Logger: logger,
		Sites:    embedding.New(s, monday, []string{"https://server.example"}),
		Pictures: picture.NewLibrary(s, monday), Rooms: rooms,
		Accounts: accounts, Trail: audit.NewTrail(s), Limits: ratelimit.New(monday),
		Connections: transport.NewConnections(transport.Limits{}), Explorer: true,
	}, s
}

// byOwner adds an owner's token, which permits everything, to each request.
func byOwner(t *testing.T, options graph.Options, api http.Handler) http.Handler {
	t.Helper()
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	_, text, err := options.Accounts.APITokenCreate(asOwner, account.APITokenCreateInput{Name: "tests", Role: staff.RoleOWNER, ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("Authorization", "Bearer "+text)
		api.ServeHTTP(w, r)
	})
}

// count returns the number of statements that a query takes.
func (c counter) count(query string) int64 {
	c.t.Helper()
	before := c.statements.Load()
	c.ask(query, nil)
	return c.statements.Load() - before
}

func (c counter) ask(operation string, variables map[string]any) map[string]any {
	c.t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	if err != nil {
		c.t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(c.t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	c.api.ServeHTTP(recorder, request)
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 {
		c.t.Fatalf("%s\nanswers %s %v", operation, recorder.Body, err)
	}
	return answer.Data
}

// grow adds a branch and one of each other entity.
func (c counter) grow(i int) {
	c.t.Helper()
	created := c.ask(`mutation($branch: String!, $category: String!) {
		branchCreate(input: {name: $branch, timeZone: "Europe/Berlin"}) { branch { id } }
		serviceCategoryCreate(input: {name: $category}) { serviceCategory { id } }
	}`, map[string]any{"branch": fmt.Sprint("Filiale ", i), "category": fmt.Sprint("Kategorie ", i)})
	branch, category := idIn(created, "branchCreate", "branch"), idIn(created, "serviceCategoryCreate", "serviceCategory")
	created = c.ask(`mutation($category: ID!, $branch: ID!) {
		serviceCreate(input: {categoryId: $category, name: "Beratung", delivery: VIDEO, duration: "PT30M"}) { service { id } }
		staffCreate(input: {firstName: "Zoe", branchIds: ["brn_demo-mitte", $branch]}) { staff { id } }
	}`, map[string]any{"category": category, "branch": branch})
	c.ask(`mutation($start: Instant!, $email: String!) {
		appointmentBookByStaff(input: {branchId: "brn_demo-mitte", serviceId: "svc_demo-video-colour", staffId: "stf_demo-anna", start: $start,
			override: true, customer: {name: "Carla", email: $email, locale: DE}}) { userErrors { code } }
	}`, map[string]any{"start": fmt.Sprintf("2026-12-%02dT10:00:00Z", i+1), "email": fmt.Sprintf("carla%d@kunde.example", i)})
	c.ask(`mutation($staff: ID!, $category: ID!, $link: String!) {
		staffCompetencySet(input: {staffId: $staff, categoryId: $category, qualified: true}) { userErrors { code } }
		staffVideoLinkSet(input: {staffId: $staff, link: $link}) { userErrors { code } }
		staffWorkPlanReplace(input: {staffId: $staff, branchId: "brn_demo-mitte", shifts: [{weekday: TUESDAY, from: "09:00", to: "12:00"}]}) { userErrors { code } }
	}`, map[string]any{"staff": idIn(created, "staffCreate", "staff"), "category": category, "link": fmt.Sprint("https://meet.jit.si/room", i)})
}

func idIn(data map[string]any, mutation, field string) any {
	return data[mutation].(map[string]any)[field].(map[string]any)["id"]
}
