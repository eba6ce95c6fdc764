package main

import (
	"net/http"
	"strings"
	"testing"
)

// What is done in one request counts for what comes later in it.
func TestADocumentEndsWithTheSession(t *testing.T) {
	s := newDemoSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	a := clara.ask(`mutation {
		signOut(input: {}) { userErrors { code } }
		branchUpdate(input: {id: "brn_demo-mitte", name: "Meins"}) { branch { name } }
	}`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "UNAUTHENTICATED" {
		t.Errorf("it is answered %v %v", a.Data, a.Errors)
	}
	s.same("the branch", s.query(`{ branch(id: "brn_demo-mitte") { name } }`, nil)["branch"].(map[string]any)["name"], "Salon Mitte")
}

func TestADocumentEndsWithTheRole(t *testing.T) {
	s := newDemoSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	a := clara.ask(`mutation {
		staffUpdate(input: {id: "stf_demo-clara", role: MEMBER}) { staff { role } userErrors { code } }
		branchUpdate(input: {id: "brn_demo-mitte", name: "Meins"}) { branch { name } }
	}`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FORBIDDEN" {
		t.Errorf("it is answered %v %v", a.Data, a.Errors)
	}
	s.same("the branch", s.query(`{ branch(id: "brn_demo-mitte") { name } }`, nil)["branch"].(map[string]any)["name"], "Salon Mitte")
}

// told runs a mutation that is refused, and gives code and field of its user error.
func (s *salonServer) told(name string, input variables) string {
	s.t.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	a := s.ask("mutation($input: "+inputType+") { "+name+"(input: $input) { userErrors { code field } } }", variables{"input": input})
	payload, answered := a.Data[name].(map[string]any)
	if !answered || len(list(payload["userErrors"])) != 1 {
		s.t.Fatalf("%s is answered %v %v", name, a.Data, a.Errors)
	}
	wrong := list(payload["userErrors"])[0]
	text := wrong["code"].(string)
	for _, name := range wrong["field"].([]any)[1:] {
		text += " " + name.(string)
	}
	return text
}

func TestARepeatedRequestShowsNoOneElsesAppointment(t *testing.T) {
	s := newDemoSalon(t)
	s.mutate("staffVideoLinkSet", "staff { id }", variables{"staffId": "stf_demo-ben", "link": "https://meet.example.org/ben"})
	ben := s.signedIn("ben@salon.example", "visavis-demo")
	input := variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-ben", "start": "2026-11-26T09:00:00Z",
		"idempotencyKey": "a-key-that-nobody-guesses", "customer": variables{"name": "Karl", "locale": "DE"},
	}
	booked := ben.create("appointmentBookByStaff", "appointment", input)
	again := s.signedIn("ben@salon.example", "visavis-demo")
	s.same("the same request from another session", again.create("appointmentBookByStaff", "appointment", input), booked)
	s.same("the same of somebody else", s.told("appointmentBookByStaff", input), "IDEMPOTENCY_KEY_REUSED idempotencyKey")
	s.mutate("appointmentMove", "appointment { id }", variables{"id": booked, "start": "2026-11-26T10:00:00Z", "staffId": "stf_demo-anna", "override": true})
	s.same("when it has gone to another", ben.told("appointmentBookByStaff", input), "OWN_COLUMN_ONLY staffId")
}

func TestMembersLearnNothingOfTheCustomersOfOthers(t *testing.T) {
	s := newDemoSalon(t)
	maria := variables{"name": "Maria", "email": "maria@kunde.example", "phone": "0170 1", "locale": "DE"}
	booking := func(staff, start string) variables {
		return variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": staff, "start": start}
	}
	first := booking("stf_demo-anna", "2026-11-26T09:00:00Z")
	first["customer"] = maria
	customer := s.mutate("appointmentBookByStaff", "appointment { customer { id } }", first).(map[string]any)["customer"].(map[string]any)["id"].(string)

	ben := s.signedIn("ben@salon.example", "visavis-demo")
	byMail, byID := booking("stf_demo-ben", "2026-11-27T09:00:00Z"), booking("stf_demo-ben", "2026-11-27T09:00:00Z")
	byMail["customer"] = variables{"name": "x", "email": "maria@kunde.example", "locale": "DE"}
	byID["customerId"] = customer
	s.same("by the address", ben.told("appointmentBookByStaff", byMail), "OWN_COLUMN_ONLY customer email")
	s.same("by the ID", ben.told("appointmentBookByStaff", byID), "OWN_COLUMN_ONLY customerId")

	s.mutate("appointmentBookByStaff", "appointment { id }", byID)
	again := booking("stf_demo-ben", "2026-11-28T09:00:00Z")
	again["customerId"] = customer
	ben.mutate("appointmentBookByStaff", "appointment { id }", again) // who is his by now
}

// To know an address is no proof: what is known of a customer stays as it is.
func TestAStrangerCannotRewriteACustomer(t *testing.T) {
	s := newDemoSalon(t)
	book := func(start, key string, customer variables) {
		s.anyone().mutate("appointmentBook", "booking { id }", variables{
			"idempotencyKey": key, "customer": customer,
			"start": variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-anna", "start": start},
		})
	}
	book("2026-11-26T09:00:00Z", "the-first-of-two-keys", variables{
		"name": "Maria", "email": "maria@kunde.example", "phone": "0170 1", "locale": "DE", "acceptsPrivacy": true,
	})
	book("2026-11-26T11:00:00Z", "the-other-of-two-keys", variables{
		"name": "Mallory", "email": "Maria@kunde.example", "phone": "0170 2", "locale": "EN", "acceptsPrivacy": true, "acceptsMarketing": true,
	})
	known := list(s.query(`{ customers { nodes { name phone locale marketingAcceptedAt appointments { guestName guestPhone } } } }`, nil)["customers"].(map[string]any)["nodes"])
	s.same("the customers", known, []any{map[string]any{
		"name": "Maria", "phone": "0170 1", "locale": "DE", "marketingAcceptedAt": nil,
		"appointments": []any{
			map[string]any{"guestName": "Mallory", "guestPhone": "0170 2"},
			map[string]any{"guestName": "", "guestPhone": ""},
		},
	}})
}

func TestMembersDoNotLearnWhyOthersAreAway(t *testing.T) {
	s := newDemoSalon(t)
	ben := s.signedIn("ben@salon.example", "visavis-demo")
	heard := ben.listen("brn_demo-mitte", ben.lastChange("brn_demo-mitte"))
	for _, staff := range []string{"stf_demo-anna", "stf_demo-ben"} {
		s.mutate("staffAbsenceAdd", "absence { id }", variables{"staffId": staff, "kind": "SICK", "days": variables{"first": "2026-11-26", "last": "2026-11-27"}})
	}
	heard.hears("ABSENCE")
	heard.hears("ABSENCE Ben 2026-11-26 2026-11-27")
	for staff, want := range map[string]int{"stf_demo-anna": 0, "stf_demo-ben": 1} {
		a := ben.ask(`mutation($staff: ID!) { appointmentHold(input: {
			branchId: "brn_demo-mitte", serviceId: "svc_demo-cut", staffId: $staff, start: "2026-11-26T09:00:00Z"
		}) { obstacles { code } userErrors { code } } }`, variables{"staff": staff})
		if told := list(a.Data["appointmentHold"].(map[string]any)["obstacles"]); len(told) != want {
			t.Errorf("of %s, Ben is told %v", staff, told)
		}
	}
}

func TestACalendarFeedEndsWithTheAccess(t *testing.T) {
	for name, end := range map[string]func(s *salonServer){
		"the access is removed": func(s *salonServer) {
			s.mutate("staffAccessRemove", "staff { id }", variables{"staffId": "stf_demo-clara"})
		},
		"archived, and back": func(s *salonServer) {
			s.mutate("staffArchive", "staff { id }", variables{"id": "stf_demo-clara"})
			s.mutate("staffRestore", "staff { id }", variables{"id": "stf_demo-clara"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newDemoSalon(t)
			clara := s.signedIn("clara@salon.example", "visavis-demo")
			program := clara.program("MANAGER")
			feed := clara.mutate("staffCalendarFeedRenew", "url", variables{"staffId": "stf_demo-clara"}).(string)
			path := feed[strings.Index(feed, "/calendar/"):]
			s.same("the feed", s.anyone().get(path).StatusCode, http.StatusOK)
			end(s)
			s.same("the feed afterwards", s.anyone().get(path).StatusCode, http.StatusNotFound)
			clara.expectWho("her session", "anyone")
			if a := program.ask(whoAmI, nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "TOKEN_INVALID" {
				t.Errorf("her program is answered %v %v", a.Data, a.Errors)
			}
		})
	}
}

func TestWhoMakesACalendarFeed(t *testing.T) {
	s := newDemoSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	s.same("of the owner, by a manager", clara.told("staffCalendarFeedRenew", variables{"staffId": "stf_demo-anna"}), "ROLE_TOO_HIGH staffId")
	till := s.ask(`mutation { deviceEnroll(input: {branchId: "brn_demo-mitte", name: "Kasse"}) { device { id } userErrors { code } } }`, nil)
	pin := s.with(till.Cookies...).ask(`mutation { signInByPin(input: {staffId: "stf_demo-clara", pin: "2580"}) { userErrors { code } } }`, nil)
	a := s.with(pin.Cookies...).ask(`mutation { staffCalendarFeedRenew(input: {staffId: "stf_demo-clara"}) { url } }`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "PASSWORD_REQUIRED" {
		t.Errorf("by PIN: %v %v", a.Data, a.Errors)
	}
}

func TestOnesOwnAccessAsksForThePassword(t *testing.T) {
	s := newDemoSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	input := variables{"staffId": "stf_demo-clara", "email": "else@salon.example"}
	s.same("without it", clara.told("staffAccessSet", input), "PASSWORD_WRONG currentPassword")
	input["currentPassword"] = "visavis-demo"
	clara.mutate("staffAccessSet", "staff { id }", input)
	s.signedIn("else@salon.example", "visavis-demo")
}

func TestANewSessionTakesThePlaceOfTheOld(t *testing.T) {
	s := newDemoSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	ben := clara.ask(signIn, variables{"input": variables{"email": "ben@salon.example", "password": "visavis-demo"}})
	s.with(ben.Cookies...).expectWho("the new one", "Ben MEMBER PASSWORD")
	clara.expectWho("the old one", "anyone")
}
