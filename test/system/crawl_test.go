package system

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// observer reads everything of a salon. Canaries, unique texts, mark what it may and must not see.
type observer struct {
	*harness.Server
	name  string
	role  string
	knows string // secret of an appointment
}

// TestNoCanaryReachesAStranger reads everything as every role, and looks for canaries in answers, errors and events. Anna and Ben
// each have a room, a customer and an absence with canaries.
func TestNoCanaryReachesAStranger(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	salon := markedSalon(s)
	schema := readSchema(t)
	canaries := salon.canaries
	for _, o := range salon.observers() {
		o.Received = &harness.Buffer{}
		changes := o.subscribeToEverything(schema)
		salon.changeEverything(t)
		for _, l := range changes {
			l.NextEvent()
		}
		o.crawl(schema, salon)
		o.tryMutations(salon)
		received := o.Received.String()
		for canary, allowed := range canaries {
			switch found, may := strings.Contains(received, canary), slices.Contains(allowed, o.name); {
			case found && !may:
				t.Errorf("%s gets to see %s", o.name, canary)
			case !found && may:
				t.Errorf("%s does not get to see %s", o.name, canary)
			}
		}
	}
	for canary := range canaries {
		if strings.Contains(s.Log.String(), canary) {
			t.Errorf("the log tells %s", canary)
		}
	}
	if strings.Contains(s.Log.String(), "canary") || strings.Contains(s.Log.String(), "@") {
		t.Error("the log tells of people")
	}
}

// marked is the demo salon with canaries.
type marked struct {
	*harness.Server
	canaries map[string][]string // observers that may see each
	ids      []string            // all IDs
	secret   string              // of Anna's appointment, which its customer knows
	moves    int
}

const (
	theOwner, theManager, benHimself, davidHimself = "the owner Anna", "the manager Clara", "Ben", "David, of another branch"
	annasClient, nobodyKnown                       = "a client of Anna's", "somebody anonymous"
)

func markedSalon(s *harness.Server) *marked {
	m := &marked{Server: s, canaries: map[string][]string{}}
	s.Mutate("staffAccessSet", "staff { id }", harness.Variables{"staffId": "stf_demo-david", "password": "canary-password"})
	m.canaries["canary-password"] = nil
	for _, one := range []struct{ name, himself, branch, start string }{
		{"anna", theOwner, "brn_demo-mitte", "2026-11-24T09:00:00Z"},
		{"ben", benHimself, "brn_demo-mitte", "2026-11-24T09:00:00Z"},
		{"david", davidHimself, "brn_demo-west", "2026-11-24T09:00:00Z"},
	} {
		staff := "stf_demo-" + one.name
		s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": staff, "link": "https://meet.example.org/canary-room-" + one.name})
		s.Mutate("staffUpdate", "staff { id }", harness.Variables{"id": staff, "phone": "canary-phone-" + one.name})
		absence := s.Create("staffAbsenceAdd", "absence", harness.Variables{
			"staffId": staff, "kind": "SICK", "note": "canary-absence-" + one.name, "days": harness.Variables{"first": "2026-12-21", "last": "2026-12-22"},
		})
		feed := s.Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": staff}).(string)
		m.canaries[strings.TrimSuffix(feed[strings.LastIndex(feed, "/")+1:], ".ics")] = nil
		booked := s.Mutate("appointmentBookByStaff", "appointment { id customer { id } joinUrl }", harness.Variables{
			"branchId": one.branch, "serviceId": "svc_demo-video-colour", "staffId": staff, "start": one.start, "override": true,
			"note": "canary-note-" + one.name, "customer": harness.Variables{
				"name": "canary-client-" + one.name, "email": "canary-mail-" + one.name + "@example.com", "phone": "canary-number-" + one.name, "locale": "DE",
			},
		}).(map[string]any)
		m.ids = append(m.ids, staff, absence, booked["id"].(string), booked["customer"].(map[string]any)["id"].(string))
		above := []string{theOwner}
		if one.branch == "brn_demo-mitte" { // where Clara manages
			above = append(above, theManager)
		}
		for _, of := range []string{"room", "phone", "client", "mail", "number", "note"} {
			m.canaries["canary-"+of+"-"+one.name] = append(slices.Clone(above), one.himself)
		}
		m.canaries["canary-absence-"+one.name] = above
		m.canaries[booked["joinUrl"].(string)] = append(slices.Clone(above), one.himself)
	}
	m.bookAsCustomer()
	for _, mail := range harness.Nodes(s.Query("{ outbox(first: 100) { nodes { id } } }", nil)["outbox"]) {
		m.ids = append(m.ids, mail["id"].(string))
	}
	m.ids = append(m.ids, "brn_demo-mitte", "brn_demo-west", "svc_demo-video-colour", "cat_demo-video")
	return m
}

// bookAsCustomer books with Anna online. The customer knows only the secret of that appointment.
func (m *marked) bookAsCustomer() {
	data := m.SignedOut().Query(`mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id secret joinUrl } userErrors { code } } }`,
		harness.Variables{"input": harness.Variables{
			"start": harness.Variables{
				"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": "2026-11-25T10:00:00Z",
			},
			"customer":       harness.Variables{"name": "canary-online", "email": "canary-typed@example.com", "locale": "DE", "acceptsPrivacy": true},
			"idempotencyKey": "canary-key-0123456789",
		}})
	booking := data["appointmentBook"].(map[string]any)["booking"].(map[string]any)
	m.secret = booking["secret"].(string)
	m.ids = append(m.ids, booking["id"].(string))
	m.canaries[m.secret] = []string{annasClient}
	m.canaries[booking["joinUrl"].(string)] = []string{annasClient, theOwner, theManager}
	m.canaries["canary-online"] = []string{theOwner, theManager}
	m.canaries["canary-typed"] = []string{annasClient, theOwner, theManager} // until it is confirmed: they may correct it
	m.canaries["canary-key-0123456789"] = nil
}

func (m *marked) observers() []*observer {
	return []*observer{
		{m.SignedOut(), nobodyKnown, "ANYONE", "a guess"},
		{m.SignedOut(), annasClient, "ANYONE", m.secret},
		{m.SignedIn("ben@salon.example", "visavis-demo"), benHimself, "MEMBER", "a guess"},
		{m.SignedIn("david@salon.example", "canary-password"), davidHimself, "MEMBER", "a guess"},
		{m.SignedIn("clara@salon.example", "visavis-demo"), theManager, "MANAGER", "a guess"},
		{m.SignedIn("anna@salon.example", "visavis-demo"), theOwner, "OWNER", "a guess"},
	}
}

// changeEverything moves an appointment of each profile, so that every subscription fires.
func (m *marked) changeEverything(t *testing.T) {
	t.Helper()
	m.moves++
	for i, id := range []int{2, 6, 10} { // positions of the appointments in ids
		m.Mutate("appointmentMove", "appointment { id }", harness.Variables{
			"id": m.ids[id], "start": fmt.Sprintf("2026-11-%02dT%02d:00:00Z", 24+i%2, 11+m.moves%4), "override": true,
		})
	}
}

// subscribeToEverything opens every subscription that the observer may open, for both branches. Members receive their own
// appointments and all schedule changes.
func (o *observer) subscribeToEverything(schema *schema) []*harness.Subscription {
	var all []*harness.Subscription
	for _, branch := range []string{"brn_demo-mitte", "brn_demo-west"} {
		all = append(all, o.SubscribeTo("scheduleChanged", schema.Leaves("ScheduleChange", o.role), branch))
	}
	if o.role == "MANAGER" || o.role == "OWNER" {
		all = append(all, o.SubscribeTo("appointmentChanged", "id appointment { "+schema.Leaves("Appointment", o.role)+" customer { name email phone } }", "brn_demo-mitte"))
	}
	if o.role == "MEMBER" {
		all = append(all, o.SubscribeTo("appointmentChanged", "id appointment { "+schema.Leaves("Appointment", o.role)+" customer { name email phone } }",
			map[string]string{benHimself: "brn_demo-mitte", davidHimself: "brn_demo-west"}[o.name]))
	}
	return all
}

// tryMutations requests changes of other people's data, and expects no particular answer.
func (o *observer) tryMutations(m *marked) {
	for _, id := range m.ids {
		for _, operation := range []string{
			`mutation($id: ID!) { appointmentMove(input: {id: $id, start: "2026-11-27T10:00:00Z"}) { appointment { id note customer { name } roomUrl joinUrl } userErrors { message } } }`,
			`mutation($id: ID!) { appointmentOutcomeSet(input: {id: $id, outcome: NO_SHOW}) { appointment { id note customer { name } roomUrl } userErrors { message } } }`,
			`mutation($id: ID!) { roomAdmit(input: {appointmentId: $id}) { appointment { id note customer { name } roomUrl } userErrors { message } } }`,
			`mutation($id: ID!) { roomDelay(input: {appointmentId: $id, minutes: 5}) { appointment { id note customer { name } roomUrl } userErrors { message } } }`,
			`mutation($id: ID!) { staffCalendarFeedRemove(input: {staffId: $id}) { userErrors { message } } }`,
			`mutation($id: ID!) { appointmentBookByStaff(input: {branchId: "brn_demo-mitte", serviceId: "svc_demo-video-colour", staffId: $id, start: "2026-11-27T10:00:00Z"})
				{ appointment { roomUrl } obstacles { message } userErrors { message } } }`,
			`query($id: ID!) { explainStart(branchId: "brn_demo-mitte", staffId: $id, serviceId: "svc_demo-video-colour", at: "2026-12-21T10:00:00Z") { obstacles { message } } }`,
		} {
			if o.role != "MANAGER" && o.role != "OWNER" { // these may
				o.Ask(operation, harness.Variables{"id": id})
			}
		}
	}
}
