package system

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestAClientBooksMovesAndCancels(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := harness.Start(t, config.Config{DatabaseURL: url, Demo: true, PublicURL: "https://salon.example"})
		const mitte = "brn_demo-mitte"
		changes := s.SubscribeToChanges(mitte, s.LastChange(mitte))
		staff := s.SubscribeTo("appointmentChanged", "id kind appointment { status start staff { displayName } customer { name } }", mitte)

		tint := func(start string) harness.Variables {
			return harness.Variables{"branchId": mitte, "serviceId": "svc_demo-video-colour", "start": start}
		}
		hold := s.Mutate("appointmentHold", "hold { secret expiresAt start end changeableUntil staff { displayName } service { name } }", tint("2026-11-26T09:00:00Z")).(map[string]any)
		s.ExpectEqual("the hold", []any{hold["expiresAt"], hold["start"], hold["end"], hold["changeableUntil"], hold["staff"], hold["service"]},
			"[2026-11-23T08:10:00Z 2026-11-26T09:00:00Z 2026-11-26T09:30:00Z 2026-11-25T09:00:00Z map[displayName:Anna] map[name:Farbberatung]]")
		changes.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.ExpectEqual("staff hear", staff.NextEvent()["appointment"], "map[customer:<nil> staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:HELD]")
		s.ExpectEqual("somebody else", s.Refused("appointmentHold", tint("2026-11-26T09:00:00Z"), "Accept-Language", "de"),
			"START_TAKEN [input start] Diese Uhrzeit wurde gerade vergeben. Wähle eine andere.\nOCCUPIED\n"+
				"2026-11-26T09:45:00Z Anna\n2026-11-26T10:00:00Z Anna\n2026-11-26T10:15:00Z Anna")

		order := harness.Variables{
			"holdSecret": hold["secret"], "idempotencyKey": "4f5d8c80-3e6e-4c52-9a4d-6e1ad1f1a001", "note": "Locken",
			"customer": harness.Variables{"name": "Carla Kunde", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		}
		const selection = "booking { id secret start end status version joinUrl changeableUntil staff { displayName } }"
		booked := s.Mutate("appointmentBook", selection, order).(map[string]any)
		s.ExpectEqual("the booking", []any{booked["start"], booked["status"], booked["changeableUntil"]}, "[2026-11-26T09:00:00Z CONFIRMED 2026-11-25T09:00:00Z]")
		if link := booked["joinUrl"].(string); !strings.HasPrefix(link, "https://salon.example/join/") || len(link) < 50 {
			t.Errorf("the join link is %s", link)
		}
		_, path, _ := strings.Cut(booked["joinUrl"].(string), "salon.example")
		page := s.Get(path)
		s.ExpectEqual("the waiting page", []any{page.StatusCode, page.Header.Get("Referrer-Policy")}, "[200 no-referrer]")
		changes.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.ExpectEqual("staff hear", staff.NextEvent()["appointment"],
			"map[customer:map[name:Carla Kunde] staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:CONFIRMED]")
		s.ExpectEqual("the same request", s.Mutate("appointmentBook", selection, order), booked)

		secret := booked["secret"]
		moved := s.Mutate("appointmentMove", selection+" appointment { id }", harness.Variables{"secret": secret, "start": "2026-11-26T13:00:00Z"}).(map[string]any)
		s.ExpectEqual("moved", []any{moved["id"], moved["start"], moved["version"], moved["joinUrl"]}, []any{booked["id"], "2026-11-26T13:00:00Z", 2, booked["joinUrl"]})
		changes.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.ExpectEqual("staff hear", staff.NextEvent()["appointment"],
			"map[customer:map[name:Carla Kunde] staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CONFIRMED]")

		s.Mutate("appointmentCancel", "booking { status }", harness.Variables{"secret": secret})
		changes.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		read := s.Query(`query($secret: String!) { booking(secret: $secret) { status } }`, harness.Variables{"secret": secret})
		s.ExpectEqual("read by the secret", read["booking"], "map[status:CANCELLED]")
		s.ExpectEqual("read by another", s.Query(`{ booking(secret: "x") { status } }`, nil)["booking"], nil)

		history := s.Query(`query($id: ID!) { appointment(id: $id) { source note history { action status start staff { displayName } } } }`, harness.Variables{"id": booked["id"]})
		s.ExpectEqual("what has become of it", history["appointment"], "map[history:["+strings.Join([]string{
			"map[action:appointmentBook staff:map[displayName:Anna] start:2026-11-26T09:00:00Z status:CONFIRMED]",
			"map[action:appointmentMove staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CONFIRMED]",
			"map[action:appointmentCancel staff:map[displayName:Anna] start:2026-11-26T13:00:00Z status:CANCELLED]",
		}, " ")+"] note:Locken source:ONLINE]")
		s.ExpectNotLogged("Carla", "kunde.example", secret.(string), "Locken", "meet.jit.si")
		if strings.Contains(s.Received.String(), "meet.jit.si") {
			t.Error("somebody has been told a room")
		}
	})
}

func TestWithoutAMailServerTheMailsWaitInTheOutbox(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://salon.example"})
	booked := s.Mutate("appointmentBook", "booking { joinUrl secret }", harness.Variables{
		"start":          harness.Variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "start": "2026-11-26T09:00:00Z"},
		"idempotencyKey": "4f5d8c80-3e6e-4c52-9a4d-6e1ad1f1a002",
		"customer":       harness.Variables{"name": "Carla Kunde", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
	}).(map[string]any)
	outbox := s.Query(`{ outbox { nodes { id kind state dueAt appointment { customer { name } } } pageInfo { hasNextPage } } }`, nil)["outbox"].(map[string]any)
	var ids, told []string
	for _, mail := range harness.List(outbox["nodes"]) {
		ids = append(ids, mail["id"].(string))
		delete(mail, "id")
		told = append(told, fmt.Sprint(mail))
	}
	s.ExpectEqual("the outbox", strings.Join(told, "\n"), strings.Join([]string{
		"map[appointment:map[customer:map[name:Carla Kunde]] dueAt:2026-11-26T07:00:00Z kind:REMINDER state:WAITING]",
		"map[appointment:map[customer:map[name:Carla Kunde]] dueAt:2026-11-24T09:00:00Z kind:REMINDER state:WAITING]",
		"map[appointment:map[customer:map[name:Carla Kunde]] dueAt:2026-11-23T08:00:00Z kind:CONFIRMED state:WAITING]",
	}, "\n"))
	preview := s.Query(`query($id: ID!) { mailPreview(mailId: $id) { subject text } }`, harness.Variables{"id": ids[2]})["mailPreview"].(map[string]any)
	for _, part := range []string{"Carla Kunde", "Farbberatung", "26. November 2026", "10:00", booked["joinUrl"].(string)} {
		if !strings.Contains(preview["text"].(string), part) {
			t.Errorf("the preview lacks %s:\n%s", part, preview["text"])
		}
	}
	s.ExpectEqual("what has not failed stays", s.Mutate("mailRetry", "mail { state }", harness.Variables{"id": ids[2]}), "map[state:WAITING]")
}

func TestStaffBookAndFindAppointmentsAndCustomers(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	input := harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-ben", "start": "2026-11-24T18:30:00Z",
		"customer": harness.Variables{"name": "Dora Gast", "email": "dora@gast.example", "locale": "EN"},
	}
	a := s.Ask(`mutation($input: AppointmentBookByStaffInput!) { appointmentBookByStaff(input: $input) {
		appointment { id } obstacles { code rule } userErrors { code field } } }`, harness.Variables{"input": input})
	s.ExpectEqual("without an override", a.Data["appointmentBookByStaff"],
		"map[appointment:<nil> obstacles:[map[code:BRANCH_CLOSED rule:2] map[code:NOT_ROSTERED rule:3]] userErrors:[map[code:OVERRIDE_REQUIRED field:[input override]]]]")
	input["override"] = true
	appointment := s.Mutate("appointmentBookByStaff", "appointment { id roomUrl customer { id name } history { overridden } }", input).(map[string]any)
	s.ExpectEqual("the history", appointment["history"], "[map[overridden:[BRANCH_CLOSED NOT_ROSTERED]]]")
	s.ExpectEqual("a room", appointment["roomUrl"], nil)

	s.ExpectEqual("a client's view of it, for staff", s.Mutate("appointmentMove", "booking { secret } appointment { version }",
		harness.Variables{"id": appointment["id"], "start": "2026-11-24T18:30:00Z"}), nil)

	found := s.Query(`{ appointments(branchId: "brn_demo-mitte", from: "2026-11-24", to: "2026-11-24", staffIds: ["stf_demo-ben"]) {
		nodes { customer { name locale } service { name } } pageInfo { hasNextPage endCursor } }
		customers(search: "GAST.example") { nodes { name email appointments { start } } } }`, nil)
	s.ExpectEqual("customers", found["customers"], "map[nodes:[map[appointments:[map[start:2026-11-24T18:30:00Z]] email:dora@gast.example name:Dora Gast]]]")
	s.ExpectEqual("appointments", found["appointments"].(map[string]any)["nodes"], "[map[customer:map[locale:EN name:Dora Gast] service:map[name:Haarschnitt]]]")

	feed := s.Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": "stf_demo-ben"}).(string)
	_, path, _ := strings.Cut(feed, s.Addr)
	calendar, err := io.ReadAll(s.Get(path).Body)
	if err != nil || !strings.Contains(string(calendar), "DTSTART:20261124T183000Z") {
		t.Errorf("the calendar feed is %s, %v", calendar, err)
	}
	s.Mutate("staffCalendarFeedRemove", "", harness.Variables{"staffId": "stf_demo-ben"})
	s.ExpectEqual("the feed that is removed", s.Get(path).StatusCode, http.StatusNotFound)

	customer := appointment["customer"].(map[string]any)["id"]
	export := s.Query(`query($id: ID!) { customerExport(id: $id) }`, harness.Variables{"id": customer})["customerExport"].(string)
	if !strings.Contains(export, "dora@gast.example") {
		t.Errorf("the export is %s", export)
	}
	s.ExpectEqual("forgotten", s.Mutate("customerForget", "cancelledAppointments", harness.Variables{"id": customer}), 1)
	s.ExpectEqual("is no more", s.Query(`{ customers { nodes { name } } }`, nil), "map[customers:map[nodes:[]]]")
}
