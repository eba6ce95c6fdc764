package fault

import (
	"fmt"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/test/harness"
)

var attacksOnRights = []attack{
	{1, "a till PIN makes somebody an owner", func(s *attackedSalon) error {
		byPIN, a := s.byPIN(anna, demoPIN)
		if len(a.Cookies) == 0 {
			s.t.Fatalf("the owner cannot sign in by PIN: %v %v", a.Data, a.Errors)
		}
		return s.becomeOwner(byPIN)
	}},
	{1, "an API token makes somebody an owner", func(s *attackedSalon) error {
		program := s.as("anna").WithToken("OWNER")
		s.secrets = append(s.secrets, program.Header.Get("Authorization")[len("Bearer "):])
		return s.becomeOwner(program)
	}},
	{1, "a browser that is left signed in makes somebody an owner", func(s *attackedSalon) error {
		s.as("anna")
		left := s.cookies["anna"]
		s.pass(11 * time.Minute)
		return s.becomeOwner(s.server.Client(s.t).From(salonNetwork).WithCookies(left...))
	}},
	{1, "a PIN of four digits that was set before a promotion opens the salon's set-up", promotedByPIN},
	{1, "a PIN that everybody tries first opens the salon's set-up", simplePINs},
	{2, "a manager changes another branch", func(s *attackedSalon) error { return s.reachOthers("clara", "MANAGER", s.west()) }},
	{2, "a member changes a colleague's appointments, customers and absences", func(s *attackedSalon) error {
		return s.reachOthers("ben", "MEMBER", s.ofAnna())
	}},
	{2, "a receptionist changes another branch", func(s *attackedSalon) error {
		name, _ := s.hire("RECEPTIONIST", mitte)
		return s.reachOthers(name, "RECEPTIONIST", s.west())
	}},
	{2, "a stranger changes what a member may not", func(s *attackedSalon) error { return s.reachOthers("", "ANYONE", s.ofAnna()) }},
}

// becomeOwner runs each operation of the schema that requires a fresh sign-in, in several ways to write it.
func (s *attackedSalon) becomeOwner(caller *harness.Server) error {
	var found gains
	before := s.whoIsWho()
	manager, _ := s.idleManager()
	protected := documents{s.schema, "OWNER", map[string]string{"stf": ben, "brn": mitte, "svc": cut}}
	count := 0
	for _, root := range []*ast.Definition{s.schema.Query, s.schema.Mutation} {
		operation := strings.ToLower(root.Name)
		for _, field := range operationsOf(root) {
			if !requiresPassword(field) {
				continue
			}
			count++
			for _, way := range some(1,
				"%s { %s }",
				"%s { alias: %s }",
				"%s { ...Hidden } fragment Hidden on "+root.Name+" { %s }",
				"%s { ... @skip(if: true) { %s } }",
				"%s { __typename ... on "+root.Name+" { %s } }",
			) {
				document := fmt.Sprintf(way, operation, protected.of(field, true))
				if a := caller.Ask(document, nil); !isRefused(a, "FRESH_SIGN_IN_REQUIRED") || len(a.Errors) != 1 || a.Data != nil && a.Data[field.Name] != nil {
					found.add("%s is answered %v %v", field.Name, a.Data, a.Errors)
				}
			}
		}
	}
	if count < 20 {
		s.t.Fatalf("only %d operations require a fresh sign-in", count)
	}
	for _, document := range []string{
		`mutation { staffCreate(input: {firstName: "Fremd", role: OWNER}) { staff { id } userErrors { code } } }`,
		`mutation { staffCreate(input: {firstName: "Fremd", role: RECEPTIONIST}) { staff { id } userErrors { code } } }`,
		`mutation { staffCreate(input: {firstName: "Fremd", samePersonAs: "` + anna + `"}) { staff { id } userErrors { code } } }`,
		`mutation { staffBranchSet(input: {staffId: "` + manager + `", branchId: "` + west + `", active: true}) { staff { id } userErrors { code } } }`,
		`mutation { sessionConfirm(input: {password: "wrong wrong wrong"}) { freshUntil userErrors { code } } }`,
	} {
		if a := caller.Ask(document, nil); !isRefused(a, "FRESH_SIGN_IN_REQUIRED", "NOT_CONFIRMABLE", "PASSWORD_WRONG") {
			found.add("%s is answered %v %v", document, a.Data, a.Errors)
		}
	}
	over := caller.Subscribe(`mutation { staffRoleSet(input: {id: "`+ben+`", role: OWNER}) { userErrors { code } } }`, nil)
	if m := over.Receive(); !strings.Contains(fmt.Sprint(m.Payload), "FRESH_SIGN_IN_REQUIRED") {
		found.add("over a socket it is answered %v", m)
	}
	if after := s.whoIsWho(); after != before {
		found.add("who is who was\n%s\nand is\n%s", before, after)
	}
	return found.err()
}

// idleManager returns a manager who is active in no branch.
func (s *attackedSalon) idleManager() (staffID, name string) {
	s.t.Helper()
	name, staffID = s.hire("MANAGER", west)
	s.as("anna").Mutate("staffBranchSet", "staff { id }", harness.Variables{"staffId": staffID, "branchId": west, "active": false})
	return staffID, name
}

// whoIsWho returns who may do what, apart from those whom the attacks have hired.
func (s *attackedSalon) whoIsWho() string {
	s.t.Helper()
	data := s.as("anna").Query(`{ staff(includeArchived: true) { nodes { id role archived hasCalendarFeed samePersonAs { id } branches { id } access { email passwordSetAt pinSetAt } } }
		devices { nodes { id } } apiTokens { nodes { id role staff { id } } } }`, nil)
	var lines strings.Builder
	for _, profile := range harness.Nodes(data["staff"]) {
		if access := object(profile, "access"); access == nil || !strings.HasPrefix(access["email"].(string), "colleague") {
			fmt.Fprintln(&lines, profile)
		}
	}
	fmt.Fprintln(&lines, data["devices"], data["apiTokens"])
	return lines.String()
}

// promotedByPIN signs in by a short PIN after its owner has become a manager.
func promotedByPIN(s *attackedSalon) error {
	const short = "7391"
	_, staffID := s.hire("MEMBER", mitte)
	s.as("anna").Mutate("staffAccessSet", "staff { id }", harness.Variables{"staffId": staffID, "pin": short})
	s.as("anna").Mutate("staffRoleSet", "staff { id }", harness.Variables{"id": staffID, "role": "MANAGER"})
	byPIN, a := s.byPIN(staffID, short)
	session := object(object(a.Data, "signInByPin"), "session")
	if session == nil {
		return nil // which is stricter
	}
	var found gains
	if session["role"] != "MEMBER" || session["newPinRequired"] != true {
		found.add("the session is %v", session)
	}
	if a := byPIN.Ask(`mutation { branchUpdate(input: {id: "`+mitte+`"}) { branch { id } userErrors { code } } }`, nil); !isRefused(a, "FORBIDDEN") {
		found.add("a set-up is answered %v %v", a.Data, a.Errors)
	}
	return found.err()
}

// simplePINs sets the PINs that attackers try first.
func simplePINs(s *attackedSalon) error {
	var found gains
	_, staffID := s.hire("RECEPTIONIST", mitte)
	for _, pin := range some(5,
		"1234", "739152"[:5], "123456", "190684", "000000", "121212", "654321", "111222", "20061984", "010190", "123123", "159753", "112233", "147258", "789456", "31121999",
		"", " 480273", "48027３", "-48027", "+480273", "4802730000",
	) {
		payload, a := mutate(s.as("anna"), "staffAccessSet", "staff { access { pinSetAt } }", harness.Variables{"staffId": staffID, "pin": pin})
		if access := object(object(payload, "staff"), "access"); access != nil && access["pinSetAt"] != nil {
			found.add("the PIN %q is accepted: %v", pin, a.Data)
		}
	}
	return found.err()
}

// belongings are what an attacker has no right to: the IDs, what stands in it, and how it is now.
type belongings struct {
	ids    map[string]string
	canary string
	state  func() string
}

// west returns what belongs to the other branch.
func (s *attackedSalon) west() belongings { return s.belongingsOf(dave, west) }

// ofAnna returns what belongs to the owner in the attackers' branch.
func (s *attackedSalon) ofAnna() belongings { return s.belongingsOf(anna, mitte) }

// belongingsOf creates one of everything.
func (s *attackedSalon) belongingsOf(staffID, branchID string) belongings {
	s.t.Helper()
	s.people++
	canary, owner := fmt.Sprintf("Kanarienvogel%d", s.people), s.as("anna")
	start := s.now().Time().AddDate(0, 2, s.people).Truncate(24 * time.Hour).Add(10 * time.Hour)
	booked := s.bookByStaff(branchID, videoCare, staffID, start.Format(time.RFC3339), harness.Variables{
		"name": canary, "email": strings.ToLower(canary) + "@privat.example", "phone": canary, "locale": "DE",
	})
	absence := owner.Create("staffAbsenceAdd", "absence", harness.Variables{
		"staffId": staffID, "kind": "SICK", "note": canary, "days": harness.Variables{"first": start.AddDate(1, 0, 0).Format(time.DateOnly), "last": start.AddDate(1, 0, 0).Format(time.DateOnly)},
	})
	mode := owner.Create("videoOnlyModeStart", "videoOnlyMode", harness.Variables{
		"branchId": branchID, "from": start.AddDate(2, 0, 0).Format(time.DateOnly), "until": start.AddDate(2, 0, 0).Format(time.DateOnly), "staffIds": []string{staffID},
	})
	device := owner.Create("deviceEnroll", "device", harness.Variables{"branchId": branchID, "name": canary})
	ids := map[string]string{
		"brn": branchID, "stf": staffID, "apt": booked["id"].(string), "cus": object(booked, "customer")["id"].(string), "abs": absence, "vom": mode, "dev": device,
	}
	for _, mail := range harness.Nodes(owner.Query(`{ outbox(first: 100) { nodes { id appointment { id } } } }`, nil)["outbox"]) {
		if of := object(mail, "appointment"); of != nil && of["id"] == ids["apt"] {
			ids["mal"] = mail["id"].(string)
		}
	}
	return belongings{ids, canary, func() string { return s.stateOf(ids) }}
}

// stateOf returns how the owner sees the belongings.
func (s *attackedSalon) stateOf(ids map[string]string) string {
	s.t.Helper()
	return fmt.Sprint(s.as("anna").Query(`query($brn: ID!, $stf: ID!, $apt: ID!, $cus: ID!) {
		branch(id: $brn) { name slug phone email openingHours { weekday from to } openingExceptions { date } bookingRules { horizonDays hold openBookingsPerAddress confirmBookings }
			videoOnlyModes { id from until } }
		staff: node(id: $stf) { ... on Staff { firstName lastName displayName title email phone bio color role bookableOnline archived hasCalendarFeed samePersonAs { id } branches { id }
			competencies { qualified service { id } category { id } } videoLink { url } workPlans { validFrom validUntil shifts { weekday from to } } shiftOverrides { date }
			absences { id note kind } access { email passwordSetAt pinSetAt } } }
		appointment(id: $apt) { start staff { id } status note version contact { name email phone } roomAdmittedAt roomDelayedUntil }
		customer(id: $cus) { name email phone locale marketingAcceptedAt appointments { id } }
		devices { nodes { id name } } }`, harness.Variables{"brn": ids["brn"], "stf": ids["stf"], "apt": ids["apt"], "cus": ids["cus"]}))
}

// reachOthers runs every operation that names something of another's, and reads every list. With an empty name it is a stranger.
func (s *attackedSalon) reachOthers(name, role string, of belongings) error {
	var found gains
	caller := s.stranger()
	if name != "" {
		caller = s.as(name)
		caller.Received = &harness.Buffer{}
	}
	d, before := documents{s.schema, role, of.ids}, of.state()
	for _, field := range operationsOf(s.schema.Mutation) {
		for _, all := range some(1, true, false) {
			document := d.of(field, all)
			if !d.isAbout(document) || isForCustomers(field) {
				continue
			}
			if a := caller.Ask("mutation { "+document+" }", nil); isRefused(a, "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "DOCUMENT_TOO_LARGE") {
				s.t.Fatalf("%s is malformed: %v", document, a.Errors)
			}
		}
	}
	for _, document := range d.queries(of) {
		if a := caller.Ask(document, nil); isRefused(a, "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "DOCUMENT_TOO_LARGE") {
			s.t.Fatalf("%s is malformed: %v", document, a.Errors)
		}
	}
	if strings.Contains(strings.ToLower(caller.Received.String()), strings.ToLower(of.canary)) {
		found.add("the answers tell of %s", of.canary)
	}
	if after := of.state(); after != before {
		found.add("it was\n%s\nand is\n%s", before, after)
	}
	return found.err()
}

// isForCustomers reports whether an operation is open to everybody and makes something new.
func isForCustomers(field *ast.FieldDefinition) bool {
	return field.Name == "appointmentHold" || field.Name == "appointmentBook"
}

// queries returns all lists, and what has one of the IDs in every way.
func (d documents) queries(of belongings) (all []string) {
	for _, field := range operationsOf(d.Schema.Query) {
		if field.Name == "node" {
			for _, id := range of.ids {
				all = append(all, `{ node(id: "`+id+`") { id ... on Staff { phone absences { note } } ... on Appointment { note contact { name } customer { name } } } }`)
			}
			continue
		}
		for _, isComplete := range some(2, false, true) {
			all = append(all, "{ "+d.of(field, isComplete)+" }")
		}
	}
	return all
}
