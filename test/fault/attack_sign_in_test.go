package fault

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"visavis/test/harness"
)

var attacksOnSignIn = []attack{
	{5, "anonymous requests lock the PINs of all tills", lockPINs},
	{5, "guesses keep the owner from signing in by password", lockPasswords},
	{5, "many sign-ins at once keep the team out", crowdOut},
	{6, "a twin profile's calendar feed shows the owner's customers", feedOfTwin},
	{6, "a calendar feed outlives the right to it", feedAfterRight},
	{7, "a profile for video cannot get a PIN", pinOfCopy},
	{7, "a copy of the owner's profile shows a manager the owner's other branch", accessOfCopy},
}

func lockPINs(s *attackedSalon) error {
	var found gains
	const guess = `mutation { signInByPin(input: {staffId: "` + anna + `", pin: "000000"}) { userErrors { code } } }`
	for range scale(35, 120) {
		s.stranger().Ask(guess, nil)
	}
	one := s.stranger()
	for range scale(35, 120) {
		one.Ask(guess, nil)
	}
	forged := s.stranger().WithCookies(&http.Cookie{Name: "visavis_device", Value: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
	for range scale(5, 35) {
		forged.Ask(guess, nil)
	}
	if _, a := s.byPIN(anna, demoPIN); object(object(a.Data, "signInByPin"), "session") == nil {
		found.add("at the till she is answered %v %v", a.Data, a.Errors)
	}
	return found.err()
}

func lockPasswords(s *attackedSalon) error {
	var found gains
	s.as("clara") // has signed in before
	home := s.network()
	guess := func(c *harness.Server) {
		mutate(c, "signIn", "session { role }", harness.Variables{"email": "clara@salon.example", "password": "wrong"})
	}
	for range scale(15, 60) {
		guess(s.stranger())
		guess(s.strangerFrom(home))
	}
	_, a := mutate(s.server.Client(s.t).From(home).WithCookies(s.browsers["clara"]...), "signIn", "session { role }",
		harness.Variables{"email": "clara@salon.example", "password": harness.DemoPassword})
	if object(object(a.Data, "signIn"), "session") == nil {
		found.add("in her browser she is answered %v %v", a.Data, a.Errors)
	}
	return found.err()
}

// crowdOut signs in from many networks at the same time.
func crowdOut(s *attackedSalon) error {
	var found gains
	s.as("anna")
	var crowd sync.WaitGroup
	for i := range scale(20, 300) {
		c := s.stranger()
		crowd.Go(func() {
			c.Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": fmt.Sprintf("%d@salon.example", i), "password": "wrong"}})
		})
	}
	for range 3 {
		_, a := mutate(s.server.Client(s.t).From(salonNetwork).WithCookies(s.browsers["anna"]...), "signIn", "session { role }",
			harness.Variables{"email": "anna@salon.example", "password": harness.DemoPassword})
		if object(object(a.Data, "signIn"), "session") == nil {
			found.add("the owner is answered %v %v", a.Data, a.Errors)
		}
	}
	crowd.Wait()
	return found.err()
}

func feedOfTwin(s *attackedSalon) error {
	var found gains
	twin := s.as("clara").Create("staffDuplicateForVideo", "staff", harness.Variables{"staffId": anna})
	defer s.as("anna").Mutate("staffArchive", "staff { id }", harness.Variables{"id": twin})
	for _, of := range []string{twin, anna} {
		if payload, a := mutate(s.as("clara"), "staffCalendarFeedRenew", "url", harness.Variables{"staffId": of}); payload["url"] != nil {
			found.add("a manager has a feed: %v", a.Data)
		}
	}
	return found.err()
}

// feedAfterRight makes feeds, and takes away what gave the right to them.
func feedAfterRight(s *attackedSalon) error {
	var found gains
	owner := func(mutation string, input harness.Variables) { s.as("anna").Mutate(mutation, "staff { id }", input) }
	type ending struct {
		what string
		end  func(maker, of string)
	}
	for _, e := range some(3,
		ending{"its maker is archived", func(maker, _ string) { owner("staffArchive", harness.Variables{"id": maker}) }},
		ending{"the person was an owner for a moment", func(_, of string) {
			owner("staffRoleSet", harness.Variables{"id": of, "role": "OWNER"})
			owner("staffRoleSet", harness.Variables{"id": of, "role": "MEMBER"})
		}},
		ending{"its maker loses the access", func(maker, _ string) { owner("staffAccessRemove", harness.Variables{"staffId": maker}) }},
		ending{"its maker is a member", func(maker, _ string) { owner("staffRoleSet", harness.Variables{"id": maker, "role": "MEMBER"}) }},
		ending{"the person is archived", func(_, of string) { owner("staffArchive", harness.Variables{"id": of}) }},
		ending{"the profile has another person", func(_, of string) {
			owner("staffSamePersonSet", harness.Variables{"id": of, "samePersonAs": dave})
			owner("staffSamePersonSet", harness.Variables{"id": of, "samePersonAs": nil})
		}},
		ending{"the person works in another branch, too", func(_, of string) {
			owner("staffBranchSet", harness.Variables{"staffId": of, "branchId": west, "active": true})
		}},
		ending{"its maker works there no longer", func(maker, _ string) {
			owner("staffBranchSet", harness.Variables{"staffId": maker, "branchId": mitte, "active": false})
		}},
	) {
		name, maker := s.hire("MANAGER", mitte)
		_, of := s.hire("MEMBER", mitte)
		feed := pathOf(s.as(name).Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": of}))
		s.secrets = append(s.secrets, strings.TrimSuffix(feed[len("/calendar/"):], ".ics"))
		if p := s.visit(http.MethodGet, feed, s.network()); p.status != http.StatusOK {
			s.t.Fatalf("the feed is answered %d", p.status)
		}
		e.end(maker, of)
		if p := s.visit(http.MethodGet, feed, s.network()); p.status != http.StatusNotFound {
			found.add("although %s, the feed is answered %d", e.what, p.status)
		}
	}
	return found.err()
}

func pinOfCopy(s *attackedSalon) error {
	var found gains
	clara := s.as("clara")
	copied := clara.Mutate("staffDuplicateForVideo", "staff { id email role access { email } }", harness.Variables{"staffId": ben}).(map[string]any)
	defer s.as("anna").Mutate("staffArchive", "staff { id }", harness.Variables{"id": copied["id"]})
	if copied["email"] != "" || copied["role"] != "MEMBER" {
		found.add("the copy is %v", copied)
	}
	if _, a := mutate(clara, "staffAccessSet", "staff { id }", harness.Variables{"staffId": copied["id"], "pin": "7391"}); len(codesOf(a)) > 0 {
		found.add("a PIN is answered %v %v", a.Data, a.Errors)
	}
	if _, a := s.byPIN(copied["id"].(string), "7391"); object(object(a.Data, "signInByPin"), "session")["role"] != "MEMBER" {
		found.add("at the till the copy is answered %v %v", a.Data, a.Errors)
	}
	if _, a := mutate(s.server.Client(s.t).From(salonNetwork), "signIn", "session { staff { id } }", harness.Variables{"email": "ben@salon.example", "password": harness.DemoPassword}); object(object(object(a.Data, "signIn"), "session"), "staff")["id"] != ben {
		found.add("he himself is answered %v %v", a.Data, a.Errors)
	}
	return found.err()
}

// accessOfCopy signs a manager in as a copy of the owner's profile, a member, who sees the person's appointments everywhere.
func accessOfCopy(s *attackedSalon) error {
	var found gains
	of := s.belongingsOf(anna, west)
	s.people++
	manager, address := s.as("clara"), fmt.Sprintf("copy%d@salon.example", s.people)
	twin := manager.Create("staffDuplicateForVideo", "staff", harness.Variables{"staffId": anna})
	defer s.as("anna").Mutate("staffArchive", "staff { id }", harness.Variables{"id": twin})
	for mutation, input := range map[string]harness.Variables{
		"staffSamePersonSet": {"id": clara, "samePersonAs": anna},
		"staffCreate":        {"firstName": "Anna", "samePersonAs": anna},
	} {
		if _, a := mutate(manager, mutation, "staff { id }", input); len(codesOf(a)) == 0 {
			found.add("%s makes her the owner's person", mutation)
		}
	}
	_, a := mutate(manager, "staffAccessSet", "staff { id }", harness.Variables{"staffId": twin, "email": address, "password": harness.DemoPassword})
	if len(codesOf(a)) > 0 {
		return found.err()
	}
	copied := s.as(strings.TrimSuffix(address, "@salon.example"))
	copied.Ask(`query($id: ID!) { appointment(id: $id) { note contact { name email phone } roomUrl joinUrl } }`, harness.Variables{"id": of.ids["apt"]})
	if strings.Contains(copied.Received.String(), of.canary) {
		found.add("she reads %s", copied.Received)
	}
	return found.err()
}
