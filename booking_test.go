package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

// refused runs a booking mutation that is refused, and gives the first user error,
// the obstacles and the alternatives.
func (s *salonServer) refused(name string, input variables, headers ...string) string {
	s.t.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	a := s.ask("mutation($input: "+inputType+") { "+name+`(input: $input) {
		obstacles { code } alternatives { start staff { displayName } } userErrors { code field message } } }`, variables{"input": input}, headers...)
	if len(a.Errors) > 0 {
		s.t.Fatalf("%s: %+v", name, a.Errors)
	}
	payload := a.Data[name].(map[string]any)
	wrong := list(payload["userErrors"])
	if len(wrong) != 1 {
		s.t.Fatalf("%s: %v", name, wrong)
	}
	text := fmt.Sprint(wrong[0]["code"], " ", wrong[0]["field"], " ", wrong[0]["message"])
	for _, o := range list(payload["obstacles"]) {
		text += "\n" + o["code"].(string)
	}
	for _, a := range list(payload["alternatives"]) {
		text += "\n" + a["start"].(string) + " " + a["staff"].(map[string]any)["displayName"].(string)
	}
	return text
}

func (s *salonServer) same(what string, got, want any) {
	s.t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		s.t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func TestAClientBooksMovesAndCancels(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := startServer(t, config.Config{DatabaseURL: url, Demo: true, PublicURL: "https://salon.example"})
		const mitte = "brn_demo-mitte"
		changes := s.listen(mitte, s.lastChange(mitte))
		staff := s.listenTo("appointmentChanged", "id kind appointment { status start staff { displayName } customer { name } }", mitte)

		tint := func(start string) variables {
			return variables{"branchId": mitte, "serviceId": "svc_demo-video-colour", "start": start}
		}
		hold := s.mutate("appointmentHold", "hold { secret expiresAt start end staff { displayName } service { name } }", tint("2026-11-26T09:00:00Z")).(map[string]any)
		s.same("the hold", []any{hold["expiresAt"], hold["start"], hold["end"], hold["staff"], hold["service"]},
			"[2026-11-23T08:10:00Z 2026-11-26T09:00:00Z 2026-11-26T09:30:00Z map[displayName:Anna] map[name:Farbberatung]]")
		changes.hears("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.same("staff hear", staff.event()["appointment"], "map[customer:<nil> staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:HELD]")
		s.same("somebody else", s.refused("appointmentHold", tint("2026-11-26T09:00:00Z"), "Accept-Language", "de"),
			"START_TAKEN [input start] Diese Uhrzeit wurde gerade vergeben. Wähle eine andere.\nOCCUPIED\n"+
				"2026-11-26T09:45:00Z Anna\n2026-11-26T10:00:00Z Anna\n2026-11-26T10:15:00Z Anna")

		order := variables{
			"holdSecret": hold["secret"], "idempotencyKey": "4f5d8c80-3e6e-4c52-9a4d-6e1ad1f1a001", "note": "Locken",
			"customer": variables{"name": "Carla Kunde", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		}
		const selection = "booking { id secret start end status version joinUrl changeableUntil staff { displayName } }"
		booked := s.mutate("appointmentBook", selection, order).(map[string]any)
		s.same("the booking", []any{booked["start"], booked["status"], booked["changeableUntil"]}, "[2026-11-26T09:00:00Z CONFIRMED 2026-11-25T09:00:00Z]")
		if link := booked["joinUrl"].(string); !strings.HasPrefix(link, "https://salon.example/join/") || len(link) < 50 {
			t.Errorf("the join link is %s", link)
		}
		_, path, _ := strings.Cut(booked["joinUrl"].(string), "salon.example")
		page := s.get(path)
		s.same("the waiting page", []any{page.StatusCode, page.Header.Get("Referrer-Policy")}, "[200 no-referrer]")
		changes.hears("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.same("staff hear", staff.event()["appointment"],
			"map[customer:map[name:Carla Kunde] staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:CONFIRMED]")
		s.same("the same request", s.mutate("appointmentBook", selection, order), booked)

		secret := booked["secret"]
		moved := s.mutate("appointmentMove", selection+" appointment { id }", variables{"secret": secret, "start": "2026-11-26T13:00:00Z"}).(map[string]any)
		s.same("moved", []any{moved["id"], moved["start"], moved["version"], moved["joinUrl"]}, []any{booked["id"], "2026-11-26T13:00:00Z", 2, booked["joinUrl"]})
		changes.hears("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.same("staff hear", staff.event()["appointment"],
			"map[customer:map[name:Carla Kunde] staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CONFIRMED]")

		s.mutate("appointmentCancel", "booking { status }", variables{"secret": secret})
		changes.hears("APPOINTMENT Anna 2026-11-26 2026-11-26")
		read := s.query(`query($secret: String!) { booking(secret: $secret) { status } }`, variables{"secret": secret})
		s.same("read by the secret", read["booking"], "map[status:CANCELLED]")
		s.same("read by another", s.query(`{ booking(secret: "x") { status } }`, nil)["booking"], nil)

		history := s.query(`query($id: ID!) { appointment(id: $id) { source note history { action status start staff { displayName } } } }`, variables{"id": booked["id"]})
		s.same("what has become of it", history["appointment"], "map[history:["+strings.Join([]string{
			"map[action:appointmentBook staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:CONFIRMED]",
			"map[action:appointmentMove staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CONFIRMED]",
			"map[action:appointmentCancel staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CANCELLED]",
		}, " ")+"] note:Locken source:ONLINE]")
		s.checkLog("Carla", "kunde.example", secret.(string), "Locken", "meet.jit.si")
		if strings.Contains(s.said.String(), "meet.jit.si") {
			t.Error("somebody has been told a room")
		}
	})
}

// checkLog expects that the log holds none of the secrets.
func (s *salonServer) checkLog(secrets ...string) {
	s.t.Helper()
	for _, secret := range secrets {
		if strings.Contains(s.log.String(), secret) {
			s.t.Errorf("the log tells %s", secret)
		}
	}
}

func TestWithoutAMailServerTheMailsWaitInTheOutbox(t *testing.T) {
	s := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://salon.example"})
	booked := s.mutate("appointmentBook", "booking { joinUrl secret }", variables{
		"start":          variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "start": "2026-11-26T09:00:00Z"},
		"idempotencyKey": "4f5d8c80-3e6e-4c52-9a4d-6e1ad1f1a002",
		"customer":       variables{"name": "Carla Kunde", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
	}).(map[string]any)
	outbox := s.query(`{ outbox { nodes { id kind state dueAt appointment { customer { name } } } pageInfo { hasNextPage } } }`, nil)["outbox"].(map[string]any)
	var ids, told []string
	for _, mail := range list(outbox["nodes"]) {
		ids = append(ids, mail["id"].(string))
		delete(mail, "id")
		told = append(told, fmt.Sprint(mail))
	}
	s.same("the outbox", strings.Join(told, "\n"), strings.Join([]string{
		"map[appointment:map[customer:map[name:Carla Kunde]] dueAt:2026-11-25T09:00:00Z kind:REMINDER state:WAITING]",
		"map[appointment:map[customer:map[name:Carla Kunde]] dueAt:2026-11-23T08:00:00Z kind:CONFIRMED state:WAITING]",
	}, "\n"))
	letter := s.query(`query($id: ID!) { letter(mailId: $id) { subject text } }`, variables{"id": ids[1]})["letter"].(map[string]any)
	for _, part := range []string{"Carla Kunde", "Farbberatung", "26. November 2026", "10:00", booked["joinUrl"].(string)} {
		if !strings.Contains(letter["text"].(string), part) {
			t.Errorf("the letter does not tell %s:\n%s", part, letter["text"])
		}
	}
	s.same("what has not failed stays", s.mutate("mailRetry", "mail { state }", variables{"id": ids[1]}), "map[state:WAITING]")
}

func TestStaffBookAndFindAppointmentsAndCustomers(t *testing.T) {
	s := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	input := variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-ben", "start": "2026-11-24T18:30:00Z",
		"customer": variables{"name": "Dora Gast", "email": "dora@gast.example", "locale": "EN"},
	}
	a := s.ask(`mutation($input: AppointmentBookByStaffInput!) { appointmentBookByStaff(input: $input) {
		appointment { id } obstacles { code rule } userErrors { code field } } }`, variables{"input": input})
	s.same("without an override", a.Data["appointmentBookByStaff"],
		"map[appointment:<nil> obstacles:[map[code:BRANCH_CLOSED rule:2] map[code:NOT_ROSTERED rule:3]] userErrors:[map[code:OVERRIDE_REQUIRED field:[input override]]]]")
	input["override"] = true
	appointment := s.mutate("appointmentBookByStaff", "appointment { id roomUrl customer { id name } history { overridden } }", input).(map[string]any)
	s.same("the history", appointment["history"], "[map[overridden:[BRANCH_CLOSED NOT_ROSTERED]]]")
	s.same("a room", appointment["roomUrl"], nil)

	s.same("a client's view of it, for staff", s.mutate("appointmentMove", "booking { secret } appointment { version }",
		variables{"id": appointment["id"], "start": "2026-11-24T18:30:00Z"}), nil)

	found := s.query(`{ appointments(branchId: "brn_demo-mitte", from: "2026-11-24", to: "2026-11-24", staffIds: ["stf_demo-ben"]) {
		nodes { customer { name locale } service { name } } pageInfo { hasNextPage endCursor } }
		customers(search: "GAST.example") { nodes { name email appointments { start } } } }`, nil)
	s.same("customers", found["customers"], "map[nodes:[map[appointments:[map[start:2026-11-24T18:30:00Z]] email:dora@gast.example name:Dora Gast]]]")
	s.same("appointments", found["appointments"].(map[string]any)["nodes"], "[map[customer:map[locale:EN name:Dora Gast] service:map[name:Haarschnitt]]]")

	feed := s.mutate("staffCalendarFeedRenew", "url", variables{"staffId": "stf_demo-ben"}).(string)
	_, path, _ := strings.Cut(feed, s.addr)
	calendar, err := io.ReadAll(s.get(path).Body)
	if err != nil || !strings.Contains(string(calendar), "DTSTART:20261124T183000Z") {
		t.Errorf("the calendar feed is %s, %v", calendar, err)
	}
	s.mutate("staffCalendarFeedRemove", "", variables{"staffId": "stf_demo-ben"})
	s.same("the feed that is removed", s.get(path).StatusCode, http.StatusNotFound)

	customer := appointment["customer"].(map[string]any)["id"]
	export := s.query(`query($id: ID!) { customerExport(id: $id) }`, variables{"id": customer})["customerExport"].(string)
	if !strings.Contains(export, "dora@gast.example") {
		t.Errorf("the export is %s", export)
	}
	s.same("forgotten", s.mutate("customerForget", "cancelledAppointments", variables{"id": customer}), 1)
	s.same("is no more", s.query(`{ customers { nodes { name } } }`, nil), "map[customers:map[nodes:[]]]")
}
