package graph_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
)

// Null removes an outcome and a competency; a field that is left out changes nothing.
func TestAFieldThatIsLeftOutChangesNothing(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	c := counter{t: t, api: byOwner(t, options, graph.NewHandler(options))}
	booked := c.ask(`mutation { appointmentBookByStaff(input: {branchId: "brn_demo-mitte", serviceId: "svc_demo-cut", staffId: "stf_demo-anna",
		start: "2026-11-23T07:00:00Z", override: true}) { appointment { id } } }`, nil)
	id := idIn(booked, "appointmentBookByStaff", "appointment")
	for _, test := range []struct {
		name, operation string
		input           map[string]any
		want            string
	}{
		{"an outcome", "outcome", map[string]any{"id": id, "outcome": "COMPLETED"}, `"COMPLETED"`},
		{"none is sent", "outcome", map[string]any{"id": id}, `"COMPLETED"`},
		{"null is sent", "outcome", map[string]any{"id": id, "outcome": nil}, `"CONFIRMED"`},
		{"a competency", "competency", map[string]any{"staffId": "stf_demo-anna", "serviceId": "svc_demo-cut", "qualified": false}, "1"},
		{"none is sent", "competency", map[string]any{"staffId": "stf_demo-anna", "serviceId": "svc_demo-cut"}, "1"},
		{"null is sent", "competency", map[string]any{"staffId": "stf_demo-anna", "serviceId": "svc_demo-cut", "qualified": nil}, "0"},
	} {
		var got any
		if test.operation == "outcome" {
			answer := c.ask(`mutation($input: AppointmentOutcomeSetInput!) { appointmentOutcomeSet(input: $input) { appointment { status } } }`, map[string]any{"input": test.input})
			got = answer["appointmentOutcomeSet"].(map[string]any)["appointment"].(map[string]any)["status"]
		} else {
			answer := c.ask(`mutation($input: StaffCompetencySetInput!) { staffCompetencySet(input: $input) { staff { competencies { service { id } } } } }`, map[string]any{"input": test.input})
			ofServices := 0
			for _, competency := range answer["staffCompetencySet"].(map[string]any)["staff"].(map[string]any)["competencies"].([]any) {
				if competency.(map[string]any)["service"] != nil {
					ofServices++
				}
			}
			got = ofServices
		}
		if text, _ := json.Marshal(got); string(text) != test.want {
			t.Errorf("%s: %s, want %s", test.name, text, test.want)
		}
	}
}

func TestAProfileKeepsItsPersonUnlessOneIsSent(t *testing.T) {
	r := newReach(t, demotest.Salon.SQLiteURL(t), actor.Owner)
	copied := r.answer(t, `mutation{staffDuplicateForVideo(input:{staffId:"stf_demo-ben"}){staff{id}}}`)
	twin := regexp.MustCompile(`stf_[A-Za-z0-9-]+`).FindString(copied)
	for _, test := range []struct{ sent, want string }{
		{"", "stf_demo-ben"}, {",samePersonAs:null", "[]"}, {"", "[]"}, {`,samePersonAs:"stf_demo-ben"`, "stf_demo-ben"},
	} {
		answer := r.answer(t, `mutation{staffSamePersonSet(input:{id:"`+twin+`"`+test.sent+`}){staff{samePersonAs{id}}}}`)
		if !strings.Contains(answer, test.want) {
			t.Errorf("after %q: %s, want %s", test.sent, answer, test.want)
		}
	}
}

// The same holds for fields of elements in lists, and for a list that is given as its only element.
func TestAFieldOfAnElementThatIsLeftOutChangesNothing(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	c := counter{t: t, api: byOwner(t, options, graph.NewHandler(options))}
	days := func(list any) string {
		answer := c.ask(`mutation($input: BranchOpeningExceptionsSetInput!) { branchOpeningExceptionsSet(input: $input) { branch {
			openingExceptions(from: "2026-12-24", to: "2026-12-25") { date intervals { from } reason } } userErrors { code field } } }`,
			map[string]any{"input": map[string]any{"branchId": "brn_demo-mitte", "days": list}})
		text, _ := json.Marshal(answer["branchOpeningExceptionsSet"])
		return string(text)
	}
	type day = map[string]any
	const first = `{"date":"2026-12-24","intervals":[{"from":"09:00"}],"reason":""}`
	for _, test := range []struct {
		name string
		days any
		want string
	}{
		{"hours and none", []day{{"date": "2026-12-24", "intervals": []day{{"from": "09:00", "to": "12:00"}}}, {"date": "2026-12-25", "intervals": []day{}}},
			`{"branch":{"openingExceptions":[` + first + `,{"date":"2026-12-25","intervals":[],"reason":""}]},"userErrors":[]}`},
		{"left out and null", []day{{"date": "2026-12-24"}, {"date": "2026-12-25", "intervals": nil}}, `{"branch":{"openingExceptions":[` + first + `]},"userErrors":[]}`},
		{"left out in the only element", day{"date": "2026-12-24", "reason": "Heiligabend"},
			`{"branch":{"openingExceptions":[{"date":"2026-12-24","intervals":[{"from":"09:00"}],"reason":"Heiligabend"}]},"userErrors":[]}`},
		{"left out where there is none", []day{{"date": "2026-12-24"}, {"date": "2026-12-25"}},
			`{"branch":null,"userErrors":[{"code":"REQUIRED","field":["input","days","1","intervals"]}]}`},
		{"another version", []day{{"date": "2026-12-24", "intervals": nil, "expectedVersion": 0}},
			`{"branch":{"openingExceptions":[{"date":"2026-12-24","intervals":[{"from":"09:00"}],"reason":"Heiligabend"}]},"userErrors":[{"code":"CHANGED_MEANWHILE","field":["input","days","0","expectedVersion"]}]}`},
		{"hours in the only element", day{"date": "2026-12-25", "intervals": []day{{"from": "10:00", "to": "12:00"}}},
			`{"branch":{"openingExceptions":[{"date":"2026-12-24","intervals":[{"from":"09:00"}],"reason":"Heiligabend"},{"date":"2026-12-25","intervals":[{"from":"10:00"}],"reason":""}]},"userErrors":[]}`},
		{"none in the only element", day{"date": "2026-12-25", "intervals": []day{}},
			`{"branch":{"openingExceptions":[{"date":"2026-12-24","intervals":[{"from":"09:00"}],"reason":"Heiligabend"},{"date":"2026-12-25","intervals":[],"reason":""}]},"userErrors":[]}`},
	} {
		if got := days(test.days); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}
