package fault

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"visavis/test/harness"
)

var attacksOnCustomers = []attack{
	{3, "a member reads a customer's record by a booking under the customer's address", readRecords},
	{3, "a member rewrites a customer's record", rewriteRecords},
	{3, "an answer tells whether an address is known", compareAnswers},
	{4, "a customer is greeted by the name that a stranger wrote", greetFalsely},
	{4, "somebody else than its owner confirms an address", confirmForOthers},
}

// A victim is a customer whom the owner has entered.
type victim struct{ id, name, address, phone string }

func (s *attackedSalon) victim() victim {
	s.t.Helper()
	s.people++
	v := victim{name: fmt.Sprintf("Vera Echt%d", s.people), address: fmt.Sprintf("vera%d@privat.example", s.people), phone: fmt.Sprintf("0171 55501%d", s.people)}
	booked := s.bookByStaff(mitte, cut, anna, s.freeStart(anna), harness.Variables{"name": v.name, "email": v.address, "phone": v.phone, "locale": "DE"})
	v.id = object(booked, "customer")["id"].(string)
	return v
}

// record returns a customer's record as the owner sees it.
func (s *attackedSalon) record(address string) string {
	s.t.Helper()
	return fmt.Sprint(s.as("anna").Query(`query($search: String) { customers(search: $search) { nodes {
		id name email phone locale confirmedAt privacyAcceptedAt marketingAcceptedAt } } }`, harness.Variables{"search": address}))
}

// spellings returns ways to write an address that reach its mailbox.
func spellings(address string) []string {
	name, domain, _ := strings.Cut(address, "@")
	return some(4, address, strings.ToUpper(address), name+"\u0007@"+domain, " "+address+"\t", name[:1]+"\u200b"+name[1:]+"@"+domain, name+"@"+strings.ToUpper(domain),
		name[:2]+"\u00ad"+name[2:]+"@"+domain, "\ufeff"+address, name+"\u202e@"+domain)
}

func readRecords(s *attackedSalon) error {
	var found gains
	v := s.victim()
	for _, spelling := range spellings(v.address) {
		booking, _, a := s.book(s.stranger(), s.order(ben, "Mallory", spelling))
		if booking == nil && !isRefused(a, "EMAIL_INVALID") && !strings.Contains(fmt.Sprint(a.Data), "confirmationRequired:map") {
			s.t.Fatalf("a booking under %q is answered %v %v", spelling, a.Data, a.Errors)
		}
		if booking == nil {
			continue
		}
		reader := s.as("ben")
		a = reader.Ask(`query($id: ID!) { appointment(id: $id) { contact { name email phone } customer { id name email phone locale appointments { id } } history { action } } }`,
			harness.Variables{"id": booking["id"]})
		if shown := object(a.Data, "appointment"); shown["customer"] != nil || strings.Contains(reader.Received.String(), v.name) {
			found.add("under %q he reads %v", spelling, shown)
		}
		s.cancel(s.stranger(), booking)
	}
	return found.err()
}

func rewriteRecords(s *attackedSalon) error {
	var found gains
	v := s.victim()
	before := s.record(v.address)
	for _, spelling := range spellings(v.address) {
		mutate(s.as("ben"), "appointmentBookByStaff", "appointment { id }", harness.Variables{
			"branchId": mitte, "serviceId": cut, "staffId": ben, "start": s.freeStart(ben),
			"customer": harness.Variables{"name": "Mallory", "email": spelling, "phone": "000", "locale": "EN", "acceptsPrivacy": true, "acceptsMarketing": true},
		})
	}
	for name, input := range map[string]harness.Variables{
		"customerUpdate":         {"id": v.id, "name": "Mallory"},
		"customerForget":         {"id": v.id},
		"appointmentBookByStaff": {"branchId": mitte, "serviceId": cut, "staffId": ben, "start": s.freeStart(ben), "customerId": v.id},
	} {
		if payload, a := mutate(s.as("ben"), name, "__typename", input); len(codesOf(a)) == 0 {
			found.add("%s is answered %v", name, payload)
		}
	}
	if after := s.record(v.address); after != before {
		found.add("the record was %s and is %s", before, after)
	}
	return found.err()
}

// varying is what differs between two answers of the same kind.
var varying = regexp.MustCompile(`(id|secret|start|joinUrl|manageUrl|calendarUrl|email|version|expiresAt):[^ \]]*`)

func compareAnswers(s *attackedSalon) error {
	var found gains
	known, unknown := s.victim().address, s.address()
	for what, ask := range map[string]func(address string) harness.Answer{
		"a booking": func(address string) harness.Answer {
			booking, _, a := s.book(s.stranger(), s.order(ben, "Mallory", address))
			if booking != nil {
				defer s.cancel(s.stranger(), booking)
			}
			return a
		},
		"a member's booking": func(address string) harness.Answer {
			_, a := mutate(s.as("ben"), "appointmentBookByStaff", "appointment { contact { name email phone confirmedAt } customer { id } history { action } }", harness.Variables{
				"branchId": mitte, "serviceId": cut, "staffId": ben, "start": s.freeStart(ben), "customer": harness.Variables{"name": "Mallory", "email": address, "locale": "DE"},
			})
			return a
		},
	} {
		if first, second := varying.ReplaceAllString(fmt.Sprint(ask(known)), ""), varying.ReplaceAllString(fmt.Sprint(ask(unknown)), ""); first != second {
			found.add("%s under a known address is answered\n%s\nunder an unknown one\n%s", what, first, second)
		}
	}
	for what, ask := range map[string]func(address string) harness.Answer{
		"a request to reset a password": func(address string) harness.Answer {
			_, a := mutate(s.stranger(), "passwordResetRequest", "__typename", harness.Variables{"email": address})
			return a
		},
		"a wrong password": func(address string) harness.Answer {
			_, a := mutate(s.stranger(), "signIn", "session { role }", harness.Variables{"email": address, "password": "wrong"})
			return a
		},
	} {
		if first, second := fmt.Sprint(ask("clara@salon.example")), fmt.Sprint(ask("nobody@salon.example")); first != second {
			found.add("%s of the team is answered %s, of nobody %s", what, first, second)
		}
	}
	return found.err()
}

func greetFalsely(s *attackedSalon) error {
	var found gains
	const name = "Wanda Wahr"
	for _, spelling := range spellings("wanda@privat.example")[:scale(2, 3)] {
		order := s.order(clara, "Frieda Falsch", spelling)
		order["customer"].(harness.Variables)["phone"] = "0999 99999"
		order["customer"].(harness.Variables)["locale"] = "EN"
		booking, _, a := s.book(s.stranger(), order)
		if booking == nil {
			s.t.Fatalf("a first booking is answered %v %v", a.Data, a.Errors)
		}
		s.cancel(s.stranger(), booking)
	}
	s.mustBook(clara, name, "wanda@privat.example")
	s.awaitMails()
	for _, mail := range s.mailsTo("wanda@privat.example") {
		if strings.Contains(mail.Text, "Hallo "+name) {
			if strings.Contains(mail.Text, "Frieda") || strings.Contains(mail.Text, "0999 99999") {
				found.add("her mail says\n%s", mail.Text)
			}
			if record := s.record("wanda@privat.example"); strings.Contains(record, "Frieda") || strings.Contains(record, "0999 99999") || strings.Contains(record, "locale:EN") {
				found.add("her record is %s", record)
			}
			return found.err()
		}
	}
	found.add("no mail greets her by her name: %v", s.mailsTo("wanda@privat.example"))
	return found.err()
}

// confirmLink is what stands in mails alone.
var confirmLink = regexp.MustCompile(`/confirm/([A-Za-z0-9]+)`)

func confirmForOthers(s *attackedSalon) error {
	var found gains
	const address = "xenia@privat.example"
	booking := s.mustBook(clara, "Xenia Xaver", address)
	s.awaitMails()
	link := confirmLink.FindStringSubmatch(s.mailsTo(address)[0].Text)
	if link == nil {
		s.t.Fatalf("the mail has no button:\n%s", s.mailsTo(address)[0].Text)
	}
	s.secrets = append(s.secrets, link[1])
	isConfirmed := func() bool {
		a := s.as("anna").Query(`query($id: ID!) { appointment(id: $id) { contact { confirmedAt } } }`, harness.Variables{"id": booking["id"]})
		return object(object(a, "appointment"), "contact")["confirmedAt"] != nil
	}
	// Whoever books gets these links.
	for _, known := range []any{booking["manageUrl"], booking["calendarUrl"], booking["secret"]} {
		path := pathOf(known)
		token := strings.TrimSuffix(path[strings.LastIndex(path, "/")+1:], "/appointment.ics")
		for _, path := range []string{path, "/confirm/" + token, "/confirm/" + fmt.Sprint(booking["secret"]), "/confirm/" + fmt.Sprint(booking["id"])} {
			s.visit(http.MethodPost, path, s.network())
			s.visit(http.MethodGet, path, s.network())
		}
	}
	if isConfirmed() {
		found.add("whoever has booked confirms the address")
	}
	// Scanners follow every link in a mail.
	for _, scanned := range regexp.MustCompile(`http://[^\s"<>]+`).FindAllString(s.mailsTo(address)[0].Text, -1) {
		for _, method := range some(2, http.MethodGet, http.MethodHead, http.MethodOptions, "PROPFIND", http.MethodPut) {
			s.visit(method, pathOf(scanned), s.network(), "Purpose", "prefetch", "User-Agent", "Scanner", "X-HTTP-Method-Override", "POST")
		}
	}
	if isConfirmed() {
		found.add("a scanner confirms the address")
	}
	for _, headers := range some(2, []string{"Sec-Fetch-Site", "cross-site"}, []string{"Origin", "https://fremd.example"}, []string{"Sec-Fetch-Site", "same-site"}, []string{"Origin", "null"}) {
		s.visit(http.MethodPost, link[0], s.network(), headers...)
	}
	if isConfirmed() {
		found.add("another site confirms the address")
	}
	s.visit(http.MethodPost, link[0], s.network())
	if !isConfirmed() {
		s.t.Fatal("she cannot confirm her address")
	}
	before := s.record(address)
	if _, _, a := s.book(s.stranger(), s.order(clara, "Frieda Falsch", address)); isRefused(a, "EMAIL_INVALID") {
		s.t.Fatal(a.Errors)
	}
	if after := s.record(address); after != before {
		found.add("once she has confirmed, a stranger changes\n%s to\n%s", before, after)
	}
	return found.err()
}
