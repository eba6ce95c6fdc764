package fault

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"

	"visavis/test/harness"
)

var attacksOnRooms = []attack{
	{12, "the next customer enters a running call", func(s *attackedSalon) error { return s.enterRunningCall(anna, mitte) }},
	{12, "the next customer enters a running call by a twin profile in another branch", func(s *attackedSalon) error {
		twin := s.as("anna").Create("staffDuplicateForVideo", "staff", harness.Variables{"staffId": anna})
		defer s.as("anna").Mutate("staffArchive", "staff { id }", harness.Variables{"id": twin})
		return s.enterRunningCall(twin, west)
	}},
	{13, "a link that is saved again opens one room to every customer", shareRooms},
	{13, "a field that is left out changes something", leaveOut},
	{14, "the preview of a link shows the room", previewRoom},
}

// room is where the demo's owner meets her customers.
const room = "https://meet.jit.si/visavis-demo-anna"

// call books a call at a time, and returns the appointment.
func (s *attackedSalon) call(staffID, branchID string, start time.Time) map[string]any {
	s.t.Helper()
	s.people++
	return s.bookByStaff(branchID, videoCare, staffID, start.Format(time.RFC3339), harness.Variables{"name": "Carl Anruf", "email": fmt.Sprintf("carl%d@privat.example", s.people), "locale": "DE"})
}

// press presses the button of a call's page, and returns where it leads.
func (s *attackedSalon) press(call map[string]any) (location string) {
	s.t.Helper()
	return s.visit(http.MethodPost, pathOf(call["joinUrl"]), s.network()).header.Get("Location")
}

// outcome marks an appointment, or takes the mark back.
func (s *attackedSalon) outcome(call map[string]any, outcome any) {
	s.t.Helper()
	s.as("anna").Mutate("appointmentOutcomeSet", "appointment { id }", harness.Variables{"id": call["id"], "outcome": outcome})
}

// cancelCall gives the time of a call to others.
func (s *attackedSalon) cancelCall(call map[string]any) {
	s.t.Helper()
	s.as("anna").Mutate("appointmentCancel", "appointment { id }", harness.Variables{"id": call["id"]})
}

// enterRunningCall tries to enter a room that would be open by the plan, while another customer's call is still going on there.
func (s *attackedSalon) enterRunningCall(staffID, branchID string) error {
	var found gains
	minute := s.now().Time().Truncate(time.Minute)
	running := s.call(anna, mitte, minute.Add(-10*time.Minute)) // for 20 minutes, and 5 for cleaning up
	next := s.call(staffID, branchID, minute.Add(15*time.Minute))
	if location := s.press(running); location != room {
		s.t.Fatalf("the customer of the running call is led to %q", location)
	}
	for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodHead, http.MethodPut} {
		for _, path := range some(1, pathOf(next["joinUrl"]), pathOf(next["joinUrl"])+"?now=1", strings.ToLower(pathOf(next["joinUrl"]))) {
			if p := s.visit(method, path, s.network()); p.contains("meet.jit.si") || p.contains("visavis-demo") {
				found.add("%s is answered %d %v", method, p.status, p.header)
			}
		}
	}
	for who, c := range map[string]*harness.Server{"the customer": s.stranger(), "another member": s.as("ben")} {
		for _, mutation := range []string{"roomAdmit", "roomDelay"} {
			input := harness.Variables{"appointmentId": next["id"]}
			if mutation == "roomDelay" {
				input["minutes"] = 0
			}
			if payload, a := mutate(c, mutation, "__typename", input); len(codesOf(a)) == 0 {
				found.add("%s runs %s: %v", who, mutation, payload)
			}
		}
	}
	if location := s.press(next); strings.Contains(location, "meet.jit.si") {
		found.add("the next customer is led to %s", location)
	}
	s.outcome(running, "COMPLETED")
	if location := s.press(next); location != room {
		found.add("after the call, the next customer is led to %q", location)
	}
	if location := s.press(running); strings.Contains(location, "meet.jit.si") {
		found.add("after the call, its customer is led to %q", location)
	}
	s.outcome(running, nil)
	s.cancelCall(running)
	s.cancelCall(next)
	return found.err()
}

// shareRooms saves the link of a profile with a room for each appointment again, as the admin does, and in other ways.
func shareRooms(s *attackedSalon) error {
	var found gains
	set := func(input harness.Variables) map[string]any {
		input["staffId"] = dave
		return object(s.as("anna").Mutate("staffVideoLinkSet", "staff { videoLink { url provider roomPerAppointment } }", input).(map[string]any), "videoLink")
	}
	set(harness.Variables{"link": "https://meet.jit.si", "roomPerAppointment": true})
	for _, again := range some(3, harness.Variables{"link": "https://meet.jit.si"}, harness.Variables{}, harness.Variables{"link": "meet.jit.si/"}, harness.Variables{"provider": "JITSI"},
		harness.Variables{"link": "https://meet.jit.si/salon"}, harness.Variables{"link": "https://meet.jit.si", "provider": "JITSI"}) {
		if link := set(again); link["roomPerAppointment"] != true {
			found.add("after %v the link is %v", again, link)
		}
	}
	start := s.now().Time().AddDate(0, 1, 0).Truncate(time.Hour)
	first, second := s.call(dave, west, start), s.call(dave, west, start.Add(2*time.Hour))
	if first["roomUrl"] == nil || first["roomUrl"] == second["roomUrl"] {
		found.add("two appointments have the rooms %v and %v", first["roomUrl"], second["roomUrl"])
	}
	set(harness.Variables{"link": "https://meet.jit.si/visavis-demo-david", "roomPerAppointment": false})
	return found.err()
}

// leaveOut sends every update with the ID alone.
func leaveOut(s *attackedSalon) error {
	var found gains
	of := s.belongingsOf(anna, mitte)
	of.ids["svc"] = cut
	d := documents{s.schema, "OWNER", of.ids}
	service := func() string {
		return fmt.Sprint(s.as("anna").Query(`{ services(includeArchived: true) { nodes { id name category { id } duration cleanUp price { minorUnits currency } description bookableOnline } } }`, nil))
	}
	before, serviceBefore, count := of.state(), service(), 0
	for _, field := range operationsOf(s.schema.Mutation) {
		document := d.of(field, false)
		if !strings.HasSuffix(field.Name, "Update") && field.Name != "staffVideoLinkSet" || strings.Contains(document, `"Fremd"`) {
			continue
		}
		count++
		if a := s.as("anna").Ask("mutation { "+document+" }", nil); len(codesOf(a)) > 0 {
			s.t.Fatalf("%s is answered %v %v", document, a.Data, a.Errors)
		}
	}
	if count < 5 {
		s.t.Fatalf("there are only %d updates", count)
	}
	if after := of.state() + service(); after != before+serviceBefore {
		found.add("it was\n%s%s\nand is\n%s", before, serviceBefore, after)
	}
	return found.err()
}

var (
	scriptTag = regexp.MustCompile("<script[^>]*>")
	nonceOf   = regexp.MustCompile("script-src 'nonce-([A-Z0-9]+)';")
)

// areOurs reports whether scripts have the nonce of the response, without which none runs.
func areOurs(scripts []string, policy string) bool {
	nonce := nonceOf.FindStringSubmatch(policy)
	return !slices.ContainsFunc(scripts, func(tag string) bool { return nonce == nil || !strings.Contains(tag, `nonce="`+nonce[1]+`"`) })
}

// previewRoom follows the link to an open room, as messengers and scanners do.
func previewRoom(s *attackedSalon) error {
	var found gains
	call := s.call(anna, mitte, s.now().Time().Truncate(time.Minute))
	path := pathOf(call["joinUrl"])
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodOptions, http.MethodPut, http.MethodPatch, "PROPFIND"} {
		for _, headers := range some(3,
			[]string{"User-Agent", "WhatsApp/2.23.20.0"},
			[]string{"User-Agent", "facebookexternalhit/1.1", "Range", "bytes=0-524288"},
			[]string{"X-HTTP-Method-Override", "POST", "X-Method-Override", "POST"},
			[]string{"User-Agent", "TelegramBot (like TwitterBot)"},
			[]string{"Purpose", "prefetch", "Sec-Purpose", "prefetch;prerender"},
			[]string{"Accept", "application/json", "User-Agent", "SkypeUriPreview"},
			[]string{"Content-Type", "application/x-www-form-urlencoded", "User-Agent", "BarracudaCentral"},
		) {
			for _, path := range some(1, path, path+"?_method=POST", path+"/") {
				if p := s.visit(method, path, s.network(), headers...); p.contains("meet.jit.si") || p.contains("visavis-demo") {
					found.add("%s with %v is answered %d %v", method, headers, p.status, p.header)
				}
			}
		}
	}
	p := s.visit(http.MethodGet, path, s.network())
	policy := p.header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "form-action 'self' https:") || !areOurs(scriptTag.FindAllString(p.body, -1), policy) {
		found.add("the page has the policy %q", policy)
	}
	if location := s.press(call); location != room {
		s.t.Fatalf("the button leads to %q", location)
	}
	s.cancelCall(call)
	return found.err()
}
