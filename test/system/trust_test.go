package system

import (
	"net/http"
	"strings"
	"testing"

	"visavis/test/harness"
)

// A mutation affects the permissions of later ones in the same document.
func TestADocumentEndsWithTheSession(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	a := clara.Ask(`mutation {
		signOut(input: {}) { userErrors { code } }
		branchUpdate(input: {id: "brn_demo-mitte", name: "Meins"}) { branch { name } }
	}`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "UNAUTHENTICATED" {
		t.Errorf("it is answered %v %v", a.Data, a.Errors)
	}
	s.ExpectEqual("the branch", s.Query(`{ branch(id: "brn_demo-mitte") { name } }`, nil)["branch"].(map[string]any)["name"], "Salon Mitte")
}

func TestADocumentEndsWithTheRole(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	a := clara.Ask(`mutation {
		staffRoleSet(input: {id: "stf_demo-clara", role: MEMBER}) { staff { role } userErrors { code } }
		branchUpdate(input: {id: "brn_demo-mitte", name: "Meins"}) { branch { name } }
	}`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FORBIDDEN" {
		t.Errorf("it is answered %v %v", a.Data, a.Errors)
	}
	s.ExpectEqual("the branch", s.Query(`{ branch(id: "brn_demo-mitte") { name } }`, nil)["branch"].(map[string]any)["name"], "Salon Mitte")
}

// errorsOf runs a mutation that must be refused, and returns code and field of its user error.
func errorsOf(s *harness.Server, name string, input harness.Variables) string {
	s.T.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	a := s.Ask("mutation($input: "+inputType+") { "+name+"(input: $input) { userErrors { code field } } }", harness.Variables{"input": input})
	payload, answered := a.Data[name].(map[string]any)
	if !answered || len(harness.List(payload["userErrors"])) != 1 {
		s.T.Fatalf("%s is answered %v %v", name, a.Data, a.Errors)
	}
	wrong := harness.List(payload["userErrors"])[0]
	text := wrong["code"].(string)
	for _, name := range wrong["field"].([]any)[1:] {
		text += " " + name.(string)
	}
	return text
}

func TestARepeatedRequestShowsNoOneElsesAppointment(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": "stf_demo-ben", "link": "https://meet.example.org/ben"})
	ben := s.SignedIn("ben@salon.example", "visavis-demo")
	input := harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-ben", "start": "2026-11-26T09:00:00Z",
		"idempotencyKey": "a-key-that-nobody-guesses", "customer": harness.Variables{"name": "Karl", "locale": "DE"},
	}
	booked := ben.Create("appointmentBookByStaff", "appointment", input)
	again := s.SignedIn("ben@salon.example", "visavis-demo")
	s.ExpectEqual("the same request from another session", again.Create("appointmentBookByStaff", "appointment", input), booked)
	s.ExpectEqual("the same of somebody else", errorsOf(s, "appointmentBookByStaff", input), "IDEMPOTENCY_KEY_REUSED idempotencyKey")
	s.Mutate("appointmentMove", "appointment { id }", harness.Variables{"id": booked, "start": "2026-11-26T10:00:00Z", "staffId": "stf_demo-anna", "override": true})
	s.ExpectEqual("when it has gone to another", errorsOf(ben, "appointmentBookByStaff", input), "OWN_COLUMN_ONLY staffId")
}

func TestMembersLearnNothingOfTheCustomersOfOthers(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	maria := harness.Variables{"name": "Maria", "email": "maria@kunde.example", "phone": "0170 1", "locale": "DE"}
	booking := func(staff, start string) harness.Variables {
		return harness.Variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": staff, "start": start}
	}
	first := booking("stf_demo-anna", "2026-11-26T09:00:00Z")
	first["customer"] = maria
	customer := s.Mutate("appointmentBookByStaff", "appointment { customer { id } }", first).(map[string]any)["customer"].(map[string]any)["id"].(string)

	ben := s.SignedIn("ben@salon.example", "visavis-demo")
	byMail, byID := booking("stf_demo-ben", "2026-11-27T09:00:00Z"), booking("stf_demo-ben", "2026-11-27T09:00:00Z")
	byMail["customer"] = harness.Variables{"name": "x", "email": "maria@kunde.example", "locale": "DE"}
	byID["customerId"] = customer
	const facts = "appointment { contact { name email phone locale } customer { id } }"
	s.ExpectEqual("by the address", ben.Mutate("appointmentBookByStaff", facts, byMail), map[string]any{
		"contact": map[string]any{"name": "x", "email": "maria@kunde.example", "phone": "", "locale": "DE"}, "customer": nil,
	})
	byID["start"] = "2026-11-27T11:00:00Z"
	s.ExpectEqual("by the ID", errorsOf(ben, "appointmentBookByStaff", byID), "NOT_FOUND customerId")

	s.Mutate("appointmentBookByStaff", "appointment { id }", byID)
	again := booking("stf_demo-ben", "2026-11-28T09:00:00Z")
	again["customerId"] = customer
	ben.Mutate("appointmentBookByStaff", "appointment { id }", again) // a manager made her a customer of his
}

// Knowing an address proves nothing: a record that staff entered stays as it is.
func TestAStrangerCannotRewriteACustomer(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	book := func(start, key string, customer harness.Variables) {
		s.SignedOut().Mutate("appointmentBook", "booking { id }", harness.Variables{
			"idempotencyKey": key, "customer": customer,
			"start": harness.Variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-anna", "start": start},
		})
	}
	s.Mutate("appointmentBookByStaff", "appointment { id }", harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-anna", "start": "2026-11-26T09:00:00Z",
		"customer": harness.Variables{"name": "Maria", "email": "maria@kunde.example", "phone": "0170 1", "locale": "DE"},
	})
	book("2026-11-26T11:00:00Z", "the-other-of-two-keys", harness.Variables{
		"name": "Mallory", "email": "Maria@kunde.example", "phone": "0170 2", "locale": "EN", "acceptsPrivacy": true, "acceptsMarketing": true,
	})
	known := harness.Nodes(s.Query(`{ customers { nodes { name phone locale marketingAcceptedAt appointments { contact { name phone locale } } } } }`, nil)["customers"])
	s.ExpectEqual("the customers", known, []any{map[string]any{
		"name": "Maria", "phone": "0170 1", "locale": "DE", "marketingAcceptedAt": nil,
		"appointments": []any{
			map[string]any{"contact": map[string]any{"name": "Mallory", "phone": "0170 2", "locale": "EN"}},
			map[string]any{"contact": map[string]any{"name": "Maria", "phone": "0170 1", "locale": "DE"}},
		},
	}})
}

func TestMembersDoNotLearnWhyOthersAreAway(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	ben := s.SignedIn("ben@salon.example", "visavis-demo")
	changes := ben.SubscribeToChanges("brn_demo-mitte", ben.LastChange("brn_demo-mitte"))
	for _, staff := range []string{"stf_demo-anna", "stf_demo-ben"} {
		s.Mutate("staffAbsenceAdd", "absence { id }", harness.Variables{"staffId": staff, "kind": "SICK", "days": harness.Variables{"first": "2026-11-26", "last": "2026-11-27"}})
	}
	changes.ExpectChange("ABSENCE")
	changes.ExpectChange("ABSENCE Ben 2026-11-26 2026-11-27")
	for staff, want := range map[string]int{"stf_demo-anna": 0, "stf_demo-ben": 1} {
		a := ben.Ask(`mutation($staff: ID!) { appointmentHold(input: {
			branchId: "brn_demo-mitte", serviceId: "svc_demo-cut", staffId: $staff, start: "2026-11-26T09:00:00Z"
		}) { obstacles { code } userErrors { code } } }`, harness.Variables{"staff": staff})
		if told := harness.List(a.Data["appointmentHold"].(map[string]any)["obstacles"]); len(told) != want {
			t.Errorf("of %s, Ben is told %v", staff, told)
		}
	}
}

func TestACalendarFeedEndsWithTheAccess(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(s *harness.Server){
		"the access is removed": func(s *harness.Server) {
			s.Mutate("staffAccessRemove", "staff { id }", harness.Variables{"staffId": "stf_demo-clara"})
		},
		"archived, and back": func(s *harness.Server) {
			s.Mutate("staffArchive", "staff { id }", harness.Variables{"id": "stf_demo-clara"})
			s.Mutate("staffRestore", "staff { id }", harness.Variables{"id": "stf_demo-clara"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := harness.StartDemo(t)
			clara := s.SignedIn("clara@salon.example", "visavis-demo")
			program := clara.WithToken("MANAGER")
			feed := clara.Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": "stf_demo-clara"}).(string)
			path := feed[strings.Index(feed, "/calendar/"):]
			s.ExpectEqual("the feed", s.SignedOut().Get(path).StatusCode, http.StatusOK)
			end(s)
			s.ExpectEqual("the feed afterwards", s.SignedOut().Get(path).StatusCode, http.StatusNotFound)
			expectWho(clara, "her session", "anyone")
			if a := program.Ask(whoAmI, nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "TOKEN_INVALID" {
				t.Errorf("her program is answered %v %v", a.Data, a.Errors)
			}
		})
	}
}

func TestWhoMakesACalendarFeed(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	s.ExpectEqual("of the owner, by a manager", errorsOf(clara, "staffCalendarFeedRenew", harness.Variables{"staffId": "stf_demo-anna"}), "ROLE_TOO_HIGH staffId")
	till := s.Ask(`mutation { deviceEnroll(input: {branchId: "brn_demo-mitte", name: "Kasse"}) { device { id } userErrors { code } } }`, nil)
	pin := s.WithCookies(till.Cookies...).Ask(`mutation { signInByPin(input: {staffId: "stf_demo-clara", pin: "480271"}) { userErrors { code } } }`, nil)
	a := s.WithCookies(pin.Cookies...).Ask(`mutation { staffCalendarFeedRenew(input: {staffId: "stf_demo-clara"}) { url } }`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FRESH_SIGN_IN_REQUIRED" {
		t.Errorf("by PIN: %v %v", a.Data, a.Errors)
	}
}

func TestOnesOwnAccessAsksForThePassword(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	input := harness.Variables{"staffId": "stf_demo-clara", "email": "else@salon.example"}
	s.ExpectEqual("without it", errorsOf(clara, "staffAccessSet", input), "PASSWORD_WRONG currentPassword")
	input["currentPassword"] = "visavis-demo"
	clara.Mutate("staffAccessSet", "staff { id }", input)
	s.SignedIn("else@salon.example", "visavis-demo")
}

func TestANewSessionTakesThePlaceOfTheOld(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	ben := clara.Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": "ben@salon.example", "password": "visavis-demo"}})
	expectWho(s.WithCookies(ben.Cookies...), "the new one", "Ben MEMBER PASSWORD")
	expectWho(clara, "the old one", "anyone")
}
