package system

import (
	"fmt"
	"strings"
	"testing"

	"visavis/internal/problem"
	"visavis/test/harness"
)

func TestTheDemoSalonHasOneOfEachState(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	data := s.Query(`{ videoReadiness(branchId: "brn_demo-mitte", includeInactive: true) { nodes { ready staff { displayName } requirements { code met } } } }`, nil)
	got := map[string]string{}
	for _, readiness := range harness.Nodes(data["videoReadiness"]) {
		missing := ""
		for _, requirement := range harness.List(readiness["requirements"]) {
			if requirement["met"] == false {
				missing += requirement["code"].(string) + " "
			}
		}
		got[readiness["staff"].(map[string]any)["displayName"].(string)] = missing
	}
	want := map[string]string{
		"Anna":  "",
		"Ben":   "VIDEO_LINK ",
		"Clara": "VIDEO_COMPETENCY ",
		"David": "ACTIVE_IN_BRANCH ",
		"Ella":  "WORK_PLAN ",
		"Frida": "BOOKABLE_ONLINE VIDEO_COMPETENCY VIDEO_LINK WORK_PLAN ",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// everything reads what the refused mutations name.
const everything = `{
	branches { nodes { name timeZone openingHours { weekday from to } openingExceptions { date } } }
	staff(includeArchived: true) { nodes { archived videoLink { url } } }
	services { nodes { name } }
}`

func TestBadInputIsToldInTheCallersLanguage(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	before := s.Query(everything, nil)
	for _, test := range []struct{ operation, code, field, german, english string }{
		{`mutation { branchUpdate(input: {id: "brn_demo-mitte", timeZone: "Europe/Bielefeld"}) { userErrors { code field message } } }`,
			"TIME_ZONE_UNKNOWN", "input.timeZone", "Diese Zeitzone ist unbekannt.", "Unknown time zone."},
		{`mutation { branchOpeningExceptionSet(input: {branchId: "brn_demo-mitte", date: "2026-02-30", intervals: []}) { userErrors { code field message } } }`,
			"DATE_INVALID", "input.date", "Dieses Datum gibt es nicht.", "Not a valid date."},
		{`mutation { branchOpeningHoursReplace(input: {branchId: "brn_demo-mitte", hours: [{weekday: MONDAY, from: "18:00", to: "09:00"}]}) { userErrors { code field message } } }`,
			"INTERVAL_EMPTY", "input.hours.0.to", "Die Zeit 18:00-09:00 endet nicht nach ihrem Beginn.", "The interval 18:00-09:00 does not end after it starts."},
		{`mutation { branchOpeningHoursReplace(input: {branchId: "brn_demo-mitte", hours: [{weekday: MONDAY, from: "09:00", to: "12:00"}, {weekday: MONDAY, from: "11:00", to: "13:00"}]}) { userErrors { code field message } } }`,
			"INTERVALS_OVERLAP", "input.hours.1.from", "Die Zeiten 09:00-12:00 und 11:00-13:00 überschneiden sich.", "The intervals 09:00-12:00 and 11:00-13:00 overlap."},
		{`mutation { branchOpeningHoursReplace(input: {branchId: "brn_demo-mitte", hours: [{weekday: MONDAY, from: "9 Uhr", to: "12:00"}]}) { userErrors { code field message } } }`,
			"TIME_INVALID", "input.hours.0.from", "Das ist keine gültige Uhrzeit.", "Not a valid time of day."},
		{`mutation { staffVideoLinkSet(input: {staffId: "stf_demo-ben", link: "http://meet.jit.si/ben"}) { userErrors { code field message } } }`,
			"LINK_NOT_HTTPS", "input.link", "Der Link muss mit https:// beginnen.", "The link must begin with https://."},
		{`mutation { staffVideoLinkSet(input: {staffId: "stf_demo-ben", link: "https://meet.jit.si/visavis-demo-anna"}) { userErrors { code field message } } }`,
			"LINK_OF_ANOTHER_PERSON", "input.link", "Diesen Videoraum benutzt schon eine andere Person.", "Another person already uses this video room."},
		{`mutation { serviceCreate(input: {categoryId: "cat_demo-video", name: "x", delivery: VIDEO, duration: "PT90S"}) { userErrors { code field message } } }`,
			"DURATION_INVALID", "input.duration", "Das ist keine gültige Dauer. Gib ganze Minuten an", "Not a valid duration. Use whole minutes"},
		{`mutation { staffArchive(input: {id: "svc_demo-cut"}) { userErrors { code field message } } }`,
			"ID_OF_ANOTHER_KIND", "input.id", "Diese ID hat den falschen Typ.", "This ID has the wrong type."},
		{`{ bookableVideoConsultations(branchId: "brn_demo-mitte", from: "2026-11-23", to: "2027-02-23") { days { date } } }`,
			"RANGE_TOO_LONG", "to", "Der Zeitraum ist länger als 92 Tage.", "The range is longer than 92 days."},
		{`{ bookableVideoConsultations(branchId: "brn_demo-mitte", from: "2026-11-23", to: "2026-11-22") { days { date } } }`,
			"RANGE_REVERSED", "to", "Das Ende liegt vor dem Anfang. Ändere eines von beiden.", "The end is before the start. Change one of them."},
		{`{ bookableSalonVisits(branchId: "stf_demo-anna", from: "2026-11-23", to: "2026-11-23") { days { date } } }`,
			"ID_OF_ANOTHER_KIND", "branchId", "Diese ID hat den falschen Typ.", "This ID has the wrong type."},
		{`{ videoOnlyModePreview(input: {branchId: "brn_demo-mitte", staffIds: []}) { from } }`,
			"REQUIRED", "input.staffIds", "Das darf nicht leer sein.", "This must not be empty."},
		{`{ explainStart(branchId: "brn_demo-mitte", staffId: "stf_demo-anna", serviceId: "svc_demo-cut", at: "tomorrow") { bookable } }`,
			"INSTANT_INVALID", "at", "Das ist kein gültiger Zeitpunkt.", "Not a valid instant."},
	} {
		for language, sentence := range map[string]string{"de-AT,de;q=0.9,en;q=0.8": test.german, "en": test.english, "it": test.english} {
			code, field, message := userErrorOf(s, test.operation, language)
			if code != test.code || field != test.field || !strings.HasPrefix(message, sentence) {
				t.Errorf("%s\nin %s is told %s %s: %s", test.operation, language, code, field, message)
			}
		}
	}
	if after := s.Query(everything, nil); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("before\n%v\nafter\n%v", before, after)
	}
}

// userErrorOf returns the only error of an operation, whether a user error or a GraphQL error.
func userErrorOf(s *harness.Server, operation, language string) (code, field, message string) {
	s.T.Helper()
	a := s.Ask(operation, nil, "Accept-Language", language)
	if len(a.Errors) == 1 {
		extensions := a.Errors[0].Extensions
		return fmt.Sprint(extensions["code"]), path(extensions["field"]), a.Errors[0].Message
	}
	for _, payload := range a.Data {
		if wrong := harness.List(payload.(map[string]any)["userErrors"]); len(wrong) == 1 {
			return wrong[0]["code"].(string), path(wrong[0]["field"]), wrong[0]["message"].(string)
		}
	}
	s.T.Errorf("%s answers %+v", operation, a)
	return "", "", ""
}

func path(field any) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(field), " ", "."), "[]")
}

func TestTheSchemaKnowsEveryProblem(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	data := s.Query(`{ __type(name: "UserErrorCode") { enumValues { name } } }`, nil)
	known := map[string]bool{}
	for _, value := range harness.List(data["__type"].(map[string]any)["enumValues"]) {
		known[value["name"].(string)] = true
	}
	for _, code := range problem.Codes() {
		if !known[string(code)] {
			t.Errorf("%s is missing in UserErrorCode", code)
		}
		delete(known, string(code))
	}
	if len(known) > 0 {
		t.Errorf("nobody reports %v", known)
	}
}
