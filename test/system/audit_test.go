package main

import (
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

// elsewhere are the mutations whose entries are tested with what they need: a mail
// server.
var elsewhere = map[string]string{
	"accessLinkUse": "access_mail_test.go",
	"mailRetry":     "internal/mail",
}

// A bookkeeper carries mutations out, and notes who has done so.
type bookkeeper struct {
	*salonServer
	done map[string]string // by the mutation's name, who
}

func (b *bookkeeper) as(who string, s *salonServer, name, selection string, input variables) any {
	b.t.Helper()
	b.done[name] = who
	return s.mutate(name, selection, input)
}

func (b *bookkeeper) owner(name, selection string, input variables) any {
	b.t.Helper()
	return b.as("STAFF Anna", b.salonServer, name, selection, input)
}

func (b *bookkeeper) client(name, selection string, input variables) any {
	b.t.Helper()
	return b.as("CLIENT ", b.anyone(), name, selection, input)
}

func idOf(value any) string { return value.(map[string]any)["id"].(string) }

// TestEveryMutationIsOnRecord carries every mutation out that there is, and finds who
// did it in the audit trail.
func TestEveryMutationIsOnRecord(t *testing.T) {
	const mitte, anna, ben = "brn_demo-mitte", "stf_demo-anna", "stf_demo-ben"
	b := &bookkeeper{startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true}), map[string]string{}}
	b.setUp(mitte, ben)
	b.book(mitte, anna)
	b.signInAndOut(mitte, ben)
	b.done["ownerCreate"] = "STAFF Olga"
	fresh := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t)})
	for _, field := range readSchema(t).Mutation.Fields {
		who, done := b.done[field.Name]
		switch {
		case strings.HasPrefix(field.Name, "__") || elsewhere[field.Name] != "":
		case !done:
			t.Errorf("%s is not carried out here", field.Name)
		case field.Name == "ownerCreate":
			fresh.expectRecord(field.Name, who)
		default:
			b.expectRecord(field.Name, who)
		}
	}
	b.expectRecord("signInByPin", "STAFF Ben")
}

func (s *salonServer) expectRecord(action, who string) {
	s.t.Helper()
	data := s.query(`query($action: String!) { auditTrail(action: $action) { nodes { at actor staff { displayName } subjectId before after } } }`,
		variables{"action": action})
	entries := list(data["auditTrail"].(map[string]any)["nodes"])
	for _, entry := range entries {
		name := ""
		if staff, known := entry["staff"].(map[string]any); known {
			name = staff["displayName"].(string)
		}
		if entry["actor"].(string)+" "+name == who && entry["at"] == monday.String() && (entry["before"] != nil || entry["after"] != nil) {
			return
		}
	}
	s.t.Errorf("%s by %s is not on record: %v", action, who, entries)
}

func (b *bookkeeper) setUp(mitte, ben string) {
	do := b.owner
	hours := []variables{{"weekday": "TUESDAY", "from": "09:00", "to": "12:00"}}
	branch := idOf(do("branchCreate", "branch { id }", variables{"name": "Süd", "timeZone": "Europe/Berlin"}))
	do("branchUpdate", "branch { id }", variables{"id": branch, "name": "Südost"})
	do("branchOpeningHoursReplace", "branch { id }", variables{"branchId": branch, "hours": hours})
	do("branchOpeningExceptionSet", "openingException { date }", variables{"branchId": branch, "date": "2026-12-24", "intervals": []variables{}})
	do("branchOpeningExceptionRemove", "branch { id }", variables{"branchId": branch, "date": "2026-12-24"})
	category := idOf(do("serviceCategoryCreate", "serviceCategory { id }", variables{"name": "Nägel"}))
	do("serviceCategoryUpdate", "serviceCategory { id }", variables{"id": category, "name": "Hände"})
	do("serviceCategoryRemove", "removedId", variables{"id": category})
	service := idOf(do("serviceCreate", "service { id }", variables{"categoryId": "cat_demo-hair", "name": "Föhnen", "delivery": "IN_SALON", "duration": "PT20M"}))
	do("serviceUpdate", "service { id }", variables{"id": service, "name": "Föhnen und legen"})
	do("serviceArchive", "service { id }", variables{"id": service})
	do("serviceRestore", "service { id }", variables{"id": service})
	staff := idOf(do("staffCreate", "staff { id }", variables{"firstName": "Fay", "email": "fay@salon.example"}))
	do("staffUpdate", "staff { id }", variables{"id": staff, "lastName": "Falk"})
	do("staffBranchSet", "staff { id }", variables{"staffId": staff, "branchId": branch, "active": true})
	do("staffCompetencySet", "staff { id }", variables{"staffId": staff, "categoryId": "cat_demo-video", "qualified": true})
	do("staffVideoLinkSet", "staff { id }", variables{"staffId": staff, "link": "https://meet.example.org/fay"})
	do("staffVideoLinkRemove", "staff { id }", variables{"staffId": staff})
	do("staffWorkPlanReplace", "staff { id }", variables{"staffId": staff, "branchId": branch, "shifts": hours})
	do("staffShiftOverrideSet", "staff { id }", variables{"staffId": staff, "branchId": branch, "date": "2026-12-01", "intervals": []variables{}})
	do("staffShiftOverrideRemove", "staff { id }", variables{"staffId": staff, "branchId": branch, "date": "2026-12-01"})
	do("staffWorkPlanClear", "staff { id }", variables{"branchId": branch, "staffIds": []string{staff}})
	absence := idOf(do("staffAbsenceAdd", "absence { id }", variables{"staffId": staff, "kind": "HOLIDAY", "days": variables{"first": "2026-12-01", "last": "2026-12-02"}}))
	do("staffAbsenceRemove", "removedId", variables{"id": absence})
	do("staffCalendarFeedRenew", "url", variables{"staffId": staff})
	do("staffCalendarFeedRemove", "userErrors { code }", variables{"staffId": staff})
	do("staffDuplicateForVideo", "staff { id }", variables{"staffId": staff})
	mode := idOf(do("videoOnlyModeStart", "videoOnlyMode { id }", variables{"branchId": branch, "from": "2027-01-04", "staffIds": []string{staff}}))
	do("videoOnlyModeEnd", "branch { id }", variables{"id": mode})
	do("staffAccessSet", "staff { id }", variables{"staffId": staff, "pin": "4711"})
	do("staffAccessSend", "staff { id }", variables{"staffId": staff})
	do("staffAccessRemove", "staff { id }", variables{"staffId": staff})
	do("staffArchive", "staff { id }", variables{"id": staff})
	do("staffRestore", "staff { id }", variables{"id": staff})
}

func (b *bookkeeper) book(mitte, anna string) {
	start := variables{"branchId": mitte, "serviceId": "svc_demo-video-colour", "staffId": anna, "start": "2026-11-24T09:00:00Z"}
	hold := b.client("appointmentHold", "hold { secret }", start).(map[string]any)["secret"]
	b.client("appointmentHoldRelease", "userErrors { code }", variables{"secret": hold})
	secret := b.client("appointmentBook", "booking { secret }", variables{
		"start": start, "customer": variables{"name": "Carla", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": "audit-0123456789",
	}).(map[string]any)["secret"]
	b.client("appointmentMove", "booking { id }", variables{"secret": secret, "start": "2026-11-25T09:00:00Z"})
	b.client("appointmentCancel", "booking { id }", variables{"secret": secret})
	start["start"], start["override"] = "2026-11-23T07:00:00Z", true
	start["customer"] = variables{"name": "Dora", "email": "dora@kunde.example", "locale": "DE"}
	booked := b.owner("appointmentBookByStaff", "appointment { id customer { id } }", start).(map[string]any)
	b.owner("appointmentOutcomeSet", "appointment { id }", variables{"id": booked["id"], "outcome": "NO_SHOW"})
	customer := idOf(booked["customer"])
	b.owner("customerUpdate", "customer { id }", variables{"id": customer, "phone": "030 1"})
	b.owner("customerForget", "forgottenId", variables{"id": customer})
}

func (b *bookkeeper) signInAndOut(mitte, ben string) {
	token := idOf(b.owner("apiTokenCreate", "apiToken { id }", variables{"name": "Kasse", "role": "MEMBER"}))
	b.owner("apiTokenRevoke", "revokedId", variables{"id": token})
	a := b.ask(`mutation($input: DeviceEnrollInput!) { deviceEnroll(input: $input) { device { id } userErrors { code } } }`,
		variables{"input": variables{"branchId": mitte, "name": "Empfang"}})
	b.done["deviceEnroll"] = "STAFF Anna"
	device := idOf(a.Data["deviceEnroll"].(map[string]any)["device"])
	till := b.with(a.Cookies...)
	b.as("STAFF Ben", till, "signInByPin", "session { role }", variables{"staffId": ben, "pin": "2580"})
	b.owner("deviceRemove", "removedId", variables{"id": device})
	b.client("passwordResetRequest", "userErrors { code }", variables{"email": "ben@salon.example"})
	b.done["signIn"] = "STAFF Anna" // by the harness
	bens := b.signedIn("ben@salon.example", "visavis-demo")
	b.as("STAFF Ben", bens, "pinChange", "userErrors { code }", variables{"currentPassword": "visavis-demo", "newPin": "4711"})
	b.as("STAFF Ben", bens, "passwordChange", "userErrors { code }", variables{"currentPassword": "visavis-demo", "newPassword": "three quiet words"})
	b.as("STAFF Ben", bens, "signOut", "userErrors { code }", variables{})
}

// A program is on record with its token, and not as the person who has made it.
func TestProgramsAreOnRecord(t *testing.T) {
	s := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	program := s.program("MANAGER")
	program.mutate("serviceCategoryCreate", "serviceCategory { id }", variables{"name": "Nägel"})
	entry := list(s.query(`{ auditTrail(action: "serviceCategoryCreate") { nodes { actor tokenId staff { displayName } } } }`, nil)["auditTrail"].(map[string]any)["nodes"])[0]
	tokens := list(s.query(`{ apiTokens { id lastUsedAt } }`, nil)["apiTokens"])
	if entry["actor"] != "PROGRAM" || entry["tokenId"] != tokens[0]["id"] || tokens[0]["lastUsedAt"] == nil {
		t.Errorf("the program is on record as %v, its token as %v", entry, tokens)
	}
}

func TestTheAuditTrailIsFoundByWhoWhatAndWhen(t *testing.T) {
	s := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	for _, name := range []string{"A", "B", "C"} {
		s.create("serviceCategoryCreate", "serviceCategory", variables{"name": name})
	}
	count := func(arguments string) int {
		return len(list(s.query("{ auditTrail("+arguments+") { nodes { id } } }", nil)["auditTrail"].(map[string]any)["nodes"]))
	}
	for arguments, want := range map[string]int{
		`action: "serviceCategoryCreate"`:                               3,
		`action: "serviceCategoryCreate", staffId: "stf_demo-anna"`:     3,
		`action: "serviceCategoryCreate", staffId: "stf_demo-ben"`:      0,
		`action: "serviceCategoryCreate", first: 2`:                     2,
		`action: "serviceCategoryCreate", from: "2026-11-23T08:00:00Z"`: 3,
		`action: "serviceCategoryCreate", from: "2026-11-23T08:00:01Z"`: 0,
		`action: "serviceCategoryCreate", to: "2026-11-23T08:00:00Z"`:   0,
		`subjectId: "stf_demo-anna", action: "signIn"`:                  1,
		`subjectId: "nothing"`:                                          0,
	} {
		if got := count(arguments); got != want {
			t.Errorf("%s finds %d entries, want %d", arguments, got, want)
		}
	}
	page := s.query(`{ auditTrail(action: "serviceCategoryCreate", first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }`, nil)["auditTrail"].(map[string]any)
	info := page["pageInfo"].(map[string]any)
	rest := s.query(`query($after: String) { auditTrail(action: "serviceCategoryCreate", first: 2, after: $after) { nodes { id } pageInfo { hasNextPage } } }`,
		variables{"after": info["endCursor"]})["auditTrail"].(map[string]any)
	if info["hasNextPage"] != true || len(list(rest["nodes"])) != 1 || list(rest["nodes"])[0]["id"] == list(page["nodes"])[1]["id"] {
		t.Errorf("behind %v come %v", page, rest)
	}
	for arguments, want := range map[string]string{`first: 0`: "OUT_OF_RANGE", `first: 101`: "OUT_OF_RANGE", `after: "x"`: "NOT_FOUND",
		`from: "2026-11-23T08:00:00Z", to: "2026-11-22T08:00:00Z"`: "RANGE_REVERSED"} {
		if a := s.ask("{ auditTrail("+arguments+") { nodes { id } } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != want {
			t.Errorf("%s is answered %v", arguments, a.Errors)
		}
	}
}
