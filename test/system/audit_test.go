package system

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// elsewhere names the mutations whose entries other tests check, because they need a mail server or a passkey, and those
// that change nothing yet.
var elsewhere = map[string]string{
	"accessLinkUse":                 "access_mail_test.go",
	"appointmentMailResend":         "internal/booking",
	"mailRetry":                     "internal/mail",
	"consultationPhotoDelete":       "internal/booking/photo_test.go",
	"consultationPhotoUploadCreate": "makes an address only; the photo is recorded",
	"passkeyCreate":                 "internal/account/passkey_test.go",
	"passkeyRemove":                 "internal/account/passkey_test.go",
	"passkeyRequirementSet":         "internal/account/passkey_test.go",
	"passkeyUpdate":                 "internal/account/passkey_test.go",
	"recoveryCodesRenew":            "internal/account/passkey_test.go",
	"signInByPasskey":               "internal/account/passkey_test.go",
	"signInByRecoveryCode":          "internal/account/passkey_test.go",
	"appointmentOfferTake":          "internal/booking/offer_test.go",
	"passkeyCreateBegin":            "only asks",
	"roomEnter":                     "who is in a room is not recorded",
	"roomLateSet":                   "who is in a room is not recorded",
	"roomLeave":                     "who is in a room is not recorded",
	"roomSignalSend":                "who is in a room is not recorded",
	"sessionConfirmBegin":           "only asks",
	"signInByPasskeyBegin":          "only asks",
}

// auditedSalon runs mutations and records the caller of each.
type auditedSalon struct {
	*harness.Server
	done   map[string]string // caller by mutation
	mutate func(s *harness.Server, name, selection string, input harness.Variables) any
	now    *atomic.Int64 // each mutation has a second of its own, by which its rows sort
}

// startAudited starts the demo, whose owner is signed in, on Monday.
func startAudited(t *testing.T, databaseURL string) *auditedSalon {
	t.Helper()
	b := &auditedSalon{done: map[string]string{}, mutate: (*harness.Server).Mutate, now: &atomic.Int64{}}
	b.now.Store(int64(harness.Monday))
	clock := func() civil.Instant { return civil.Instant(b.now.Load()) }
	b.Server = harness.StartAt(t, config.Config{DatabaseURL: databaseURL, Demo: true}, clock).SignedIn("anna@salon.example", "visavis-demo")
	return b
}

// runAll runs every mutation of the schema that needs neither a mail server nor a passkey nor an empty database.
func (b *auditedSalon) runAll() {
	const mitte, anna, ben = "brn_demo-mitte", "stf_demo-anna", "stf_demo-ben"
	b.setUp(mitte, ben)
	b.book(mitte, anna)
	b.signInAndOut(mitte, ben)
}

func (b *auditedSalon) as(who string, s *harness.Server, name, selection string, input harness.Variables) any {
	b.T.Helper()
	b.done[name] = who
	b.now.Add(1)
	return b.mutate(s, name, selection, input)
}

func (b *auditedSalon) owner(name, selection string, input harness.Variables) any {
	b.T.Helper()
	return b.as("STAFF Anna", b.Server, name, selection, input)
}

func (b *auditedSalon) client(name, selection string, input harness.Variables) any {
	b.T.Helper()
	return b.as("CLIENT ", b.SignedOut(), name, selection, input)
}

func idOf(value any) string { return value.(map[string]any)["id"].(string) }

// TestEveryMutationIsAudited runs every mutation of the schema and finds its caller in the audit trail.
func TestEveryMutationIsAudited(t *testing.T) {
	t.Parallel()
	b := startAudited(t, storetest.SQLiteURL(t))
	b.runAll()
	b.done["ownerCreate"] = "STAFF Olga"
	fresh := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t)})
	for _, field := range readSchema(t).Mutation.Fields {
		who, done := b.done[field.Name]
		switch {
		case strings.HasPrefix(field.Name, "__") || elsewhere[field.Name] != "":
		case !done:
			t.Errorf("this test does not run %s", field.Name)
		case field.Name == "ownerCreate":
			expectRecord(fresh, field.Name, who)
		default:
			expectRecord(b.Server, field.Name, who)
		}
	}
	expectRecord(b.Server, "signInByPin", "STAFF Ben")
}

func expectRecord(s *harness.Server, action, who string) {
	s.T.Helper()
	data := s.Query(`query($action: String!) { auditTrail(action: $action) { nodes { at actor staff { displayName } subjectId before after } } }`,
		harness.Variables{"action": action})
	entries := harness.Nodes(data["auditTrail"])
	for _, entry := range entries {
		name := ""
		if staff, known := entry["staff"].(map[string]any); known {
			name = staff["displayName"].(string)
		}
		if entry["actor"].(string)+" "+name == who && entry["at"].(string) >= harness.Monday.String() && (entry["before"] != nil || entry["after"] != nil) {
			return
		}
	}
	s.T.Errorf("%s by %s is not on record: %v", action, who, entries)
}

func (b *auditedSalon) setUp(mitte, ben string) {
	do := b.owner
	hours := []harness.Variables{{"weekday": "TUESDAY", "from": "09:00", "to": "12:00"}}
	branch := idOf(do("branchCreate", "branch { id }", harness.Variables{"name": "Süd", "timeZone": "Europe/Berlin"}))
	do("branchUpdate", "branch { id }", harness.Variables{"id": branch, "name": "Südost"})
	do("branchRetentionSet", "branch { id }", harness.Variables{"branchId": branch, "months": 12, "customers": 0})
	do("notificationSettingsUpdate", "settings { kind }", harness.Variables{"settings": []harness.Variables{{"kind": "BOOKED", "byEmail": true}}, "locale": "DE"})
	device := do("pushSubscriptionSave", "subscription { id }", harness.Variables{
		"endpoint":   "https://fcm.googleapis.com/fcm/send/a",
		"publicKey":  "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
		"authSecret": "BTBZMqHH6r4Tts7J_aSIgg", "locale": "DE",
	})
	do("pushSubscriptionRemove", "removedId", harness.Variables{"id": idOf(device)})
	do("mailTextSet", "mailText { version }", harness.Variables{"branchId": branch, "kind": "MOVED", "locale": "DE", "content": harness.Variables{"subject": "Neu", "opening": "", "closing": ""}})
	do("branchOpeningHoursReplace", "branch { id }", harness.Variables{"branchId": branch, "hours": hours})
	do("branchOpeningExceptionSet", "openingException { date }", harness.Variables{"branchId": branch, "date": "2026-12-24", "intervals": []harness.Variables{}})
	do("branchOpeningExceptionRemove", "branch { id }", harness.Variables{"branchId": branch, "date": "2026-12-24"})
	do("branchOpeningExceptionsSet", "branch { id }", harness.Variables{"branchId": branch, "days": []harness.Variables{{"date": "2026-12-25", "intervals": []harness.Variables{}}}})
	const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
	do("pictureAdd", "picture { id }", harness.Variables{"content": dot})
	site := idOf(do("embeddingSiteAdd", "site { id }", harness.Variables{"origin": "https://salon.example"}))
	do("embeddingSiteRemove", "removedId", harness.Variables{"id": site})
	category := idOf(do("serviceCategoryCreate", "serviceCategory { id }", harness.Variables{"name": "Nägel"}))
	do("serviceCategoryUpdate", "serviceCategory { id }", harness.Variables{"id": category, "name": "Hände"})
	do("serviceCategoryRemove", "removedId", harness.Variables{"id": category})
	do("serviceCategoryRestore", "serviceCategory { id }", harness.Variables{"id": category})
	service := idOf(do("serviceCreate", "service { id }", harness.Variables{"categoryId": "cat_demo-hair", "name": "Föhnen", "delivery": "IN_SALON", "duration": "PT20M"}))
	do("serviceUpdate", "service { id }", harness.Variables{"id": service, "name": "Föhnen und legen"})
	do("serviceArchive", "service { id }", harness.Variables{"id": service})
	do("serviceRestore", "service { id }", harness.Variables{"id": service})
	staff := idOf(do("staffCreate", "staff { id }", harness.Variables{"firstName": "Fay", "email": "fay@salon.example"}))
	do("branchSetUp", "branch { id }", harness.Variables{"branchId": branch, "openingHours": hours, "categories": []harness.Variables{{"name": "Bärte", "services": []harness.Variables{}}}})
	several := do("staffProfilesCreate", "staff { id }", harness.Variables{"branchId": branch, "profiles": []harness.Variables{{"firstName": "Gina"}}})
	do("staffProfilesArchive", "staff { id }", harness.Variables{"ids": []string{idOf(harness.List(several)[0])}})
	do("staffUpdate", "staff { id }", harness.Variables{"id": staff, "lastName": "Falk"})
	do("staffBranchSet", "staff { id }", harness.Variables{"staffId": staff, "branchId": branch, "active": true})
	do("staffCompetencySet", "staff { id }", harness.Variables{"staffId": staff, "categoryId": "cat_demo-video", "qualified": true})
	do("staffCompetenciesSet", "staff { id }", harness.Variables{"staffId": staff, "competencies": []harness.Variables{{"categoryId": "cat_demo-hair", "qualified": true}}})
	do("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": staff, "link": "https://meet.example.org/fay"})
	do("staffVideoLinkRemove", "staff { id }", harness.Variables{"staffId": staff})
	do("staffWorkPlanReplace", "staff { id }", harness.Variables{"staffId": staff, "branchId": branch, "shifts": hours})
	do("staffWorkPlansReplace", "staff { id }", harness.Variables{"branchId": branch, "plans": []harness.Variables{{"staffId": staff, "shifts": []harness.Variables{}}}})
	do("staffShiftOverrideSet", "staff { id }", harness.Variables{"staffId": staff, "branchId": branch, "date": "2026-12-01", "intervals": []harness.Variables{}})
	do("staffShiftOverrideRemove", "staff { id }", harness.Variables{"staffId": staff, "branchId": branch, "date": "2026-12-01"})
	do("staffWorkPlanClear", "staff { id }", harness.Variables{"branchId": branch, "staffIds": []string{staff}})
	absence := idOf(do("staffAbsenceAdd", "absence { id }", harness.Variables{"staffId": staff, "kind": "HOLIDAY", "days": harness.Variables{"first": "2026-12-01", "last": "2026-12-02"}}))
	do("staffAbsenceRemove", "removedId", harness.Variables{"id": absence})
	do("staffAbsenceRestore", "absence { id }", harness.Variables{"id": absence})
	do("staffAbsenceRemove", "removedId", harness.Variables{"id": absence})
	request := idOf(do("absenceRequestCreate", "request { id }", harness.Variables{"kind": "HOLIDAY", "days": harness.Variables{"first": "2026-12-01", "last": "2026-12-02"}}))
	do("absenceRequestDecline", "request { id }", harness.Variables{"id": request, "answer": "Weihnachten"})
	do("absenceRequestReopen", "request { id }", harness.Variables{"id": request})
	do("absenceRequestApprove", "request { id }", harness.Variables{"id": request})
	do("absenceRequestWithdraw", "request { id }", harness.Variables{"id": request})
	do("staffCalendarFeedRenew", "url", harness.Variables{"staffId": staff})
	do("staffCalendarFeedRemove", "userErrors { code }", harness.Variables{"staffId": staff})
	twin := idOf(do("staffDuplicateForVideo", "staff { id }", harness.Variables{"staffId": staff}))
	do("sessionConfirm", "freshUntil", harness.Variables{"password": "visavis-demo"})
	do("staffRoleSet", "staff { id }", harness.Variables{"id": staff, "role": "MANAGER"})
	do("staffSamePersonSet", "staff { id }", harness.Variables{"id": twin, "samePersonAs": nil})
	mode := idOf(do("videoOnlyModeStart", "videoOnlyMode { id }", harness.Variables{"branchId": branch, "from": "2027-01-04", "staffIds": []string{staff}}))
	do("videoOnlyModeEnd", "branch { id }", harness.Variables{"id": mode})
	do("staffAccessSet", "staff { id }", harness.Variables{"staffId": staff, "pin": "471682"})
	do("staffAccessSend", "staff { id }", harness.Variables{"staffId": staff})
	do("staffAccessRemove", "staff { id }", harness.Variables{"staffId": staff})
	do("staffArchive", "staff { id }", harness.Variables{"id": staff})
	do("staffRestore", "staff { id }", harness.Variables{"id": staff})
}

func (b *auditedSalon) book(mitte, anna string) {
	start := harness.Variables{"branchId": mitte, "serviceId": "svc_demo-video-colour", "staffId": anna, "start": "2026-11-24T09:00:00Z"}
	hold := b.client("appointmentHold", "hold { secret }", start).(map[string]any)["secret"]
	b.client("appointmentHoldRelease", "userErrors { code }", harness.Variables{"secret": hold})
	secret := b.client("appointmentBook", "booking { secret }", harness.Variables{
		"start": start, "customer": harness.Variables{"name": "Carla", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": "audit-0123456789",
	}).(map[string]any)["secret"]
	b.client("appointmentMove", "booking { id }", harness.Variables{"secret": secret, "start": "2026-11-25T09:00:00Z"})
	b.client("appointmentCancel", "booking { id }", harness.Variables{"secret": secret})
	start["start"] = "2026-11-24T10:00:00Z"
	b.askToChange(mitte, b.client("appointmentBook", "booking { secret }", harness.Variables{
		"start": start, "customer": harness.Variables{"name": "Carla", "email": "carla@kunde.example", "locale": "DE"}, "idempotencyKey": "audit-1123456789",
	}).(map[string]any)["secret"])
	start["start"], start["override"] = "2026-11-23T07:00:00Z", true
	start["customer"] = harness.Variables{"name": "Dora", "email": "dora@kunde.example", "locale": "DE"}
	booked := b.owner("appointmentBookByStaff", "appointment { id customer { id } }", start).(map[string]any)
	b.owner("roomDelay", "appointment { id }", harness.Variables{"appointmentId": booked["id"], "minutes": 5})
	b.owner("roomAdmit", "appointment { id }", harness.Variables{"appointmentId": booked["id"]})
	b.owner("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": start["staffId"], "provider": "VISAVIS"}) // only in the own room calls are ended
	b.owner("roomEnd", "appointment { id }", harness.Variables{"appointmentId": booked["id"]})
	b.owner("appointmentUpdate", "appointment { id }", harness.Variables{"id": booked["id"], "note": "Kommt mit Kind"})
	b.owner("appointmentsRearrange", "appointments { id }", harness.Variables{"branchId": mitte, "appointments": []harness.Variables{
		{"appointmentId": booked["id"], "expectedVersion": 1, "move": harness.Variables{"staffId": anna, "start": "2026-11-20T09:00:00Z", "override": true}},
	}})
	b.owner("appointmentOutcomeSet", "appointment { id }", harness.Variables{"id": booked["id"], "outcome": "NO_SHOW"})
	customer := idOf(booked["customer"])
	b.owner("customerUpdate", "customer { id }", harness.Variables{"id": customer, "phone": "030 1"})
	b.owner("customerCardSet", "customer { id }", harness.Variables{"id": customer, "notes": "Kaffee"})
	b.owner("customerLinkCreate", "path", harness.Variables{"id": customer})
	twin := idOf(b.owner("customerCreate", "customer { id }", harness.Variables{"branchId": mitte, "name": "Dora D.", "locale": "DE"}))
	merged := b.owner("customerMerge", "mergeId", harness.Variables{"keepId": customer, "mergeId": twin})
	b.owner("customerMergeUndo", "restored { id }", harness.Variables{"id": merged})
	b.owner("customerForget", "forgottenId", harness.Variables{"id": customer})
}

// askToChange asks the salon for changes, as in the cancellation period, and for what sends mails.
func (b *auditedSalon) askToChange(mitte string, secret any) {
	period := func(length string) {
		b.owner("branchUpdate", "branch { id }", harness.Variables{"id": mitte, "bookingRules": harness.Variables{"cancellationPeriod": length}})
	}
	period("PT48H")
	request := func(kind string) string {
		asked := b.client("changeRequestCreate", "booking { changeRequest { id } }", harness.Variables{"secret": secret, "kind": kind}).(map[string]any)
		return idOf(asked["changeRequest"])
	}
	request("MOVE")
	b.client("changeRequestWithdraw", "booking { id }", harness.Variables{"secret": secret})
	b.owner("changeRequestDecline", "appointment { id }", harness.Variables{"id": request("CANCEL")})
	secret = b.client("appointmentEmailCorrect", "booking { secret }", harness.Variables{
		"secret": secret, "email": "carola@kunde.example", "idempotencyKey": "key-of-a-correction",
	}).(map[string]any)["secret"]
	b.client("customerLinkSend", "userErrors { code }", harness.Variables{"secret": secret, "purpose": "EXPORT"})
	b.owner("changeRequestAccept", "appointment { id }", harness.Variables{"id": request("CANCEL")})
	period("PT24H")
}

func (b *auditedSalon) signInAndOut(mitte, ben string) {
	token := idOf(b.owner("apiTokenCreate", "apiToken { id }", harness.Variables{"name": "Kasse", "role": "MEMBER"}))
	b.owner("apiTokenRevoke", "revokedId", harness.Variables{"id": token})
	a := b.Ask(`mutation($input: DeviceEnrollInput!) { deviceEnroll(input: $input) { device { id } userErrors { code } } }`,
		harness.Variables{"input": harness.Variables{"branchId": mitte, "name": "Empfang"}})
	b.done["deviceEnroll"] = "STAFF Anna"
	device := idOf(a.Data["deviceEnroll"].(map[string]any)["device"])
	till := b.WithCookies(a.Cookies...)
	b.as("STAFF Ben", till, "signInByPin", "session { role }", harness.Variables{"staffId": ben, "pin": "480271"})
	b.owner("deviceRemove", "removedId", harness.Variables{"id": device})
	b.client("passwordResetRequest", "userErrors { code }", harness.Variables{"email": "ben@salon.example"})
	b.done["signIn"] = "STAFF Anna" // by the harness
	bens := b.SignedIn("ben@salon.example", "visavis-demo")
	b.as("STAFF Ben", bens, "pinChange", "userErrors { code }", harness.Variables{"currentPassword": "visavis-demo", "newPin": "4716"})
	b.as("STAFF Ben", bens, "passwordChange", "userErrors { code }", harness.Variables{"currentPassword": "visavis-demo", "newPassword": "three quiet words"})
	b.as("STAFF Ben", bens, "signOut", "userErrors { code }", harness.Variables{})
}

// The trail names what its IDs stand for, as it is now, and finds what was done to a customer and to their appointments.
func TestTheAuditTrailNamesThingsAndPeople(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	booked := s.Mutate("appointmentBookByStaff", "appointment { id customer { id } }", harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-cut", "staffId": "stf_demo-ben", "start": "2026-11-24T10:00:00Z", "override": true,
		"customer": harness.Variables{"name": "Pia Sommer", "email": "pia@kunde.example", "locale": "DE"},
	}).(map[string]any)
	customer := idOf(booked["customer"])
	s.Mutate("customerUpdate", "customer { id }", harness.Variables{"id": customer, "name": "Pia Winter"})
	entries := harness.Nodes(s.Query("query($id: ID!) { auditTrail(customerId: $id) { nodes { action subjectId names { id name } } } }",
		harness.Variables{"id": customer})["auditTrail"])
	var actions []string
	for _, entry := range entries {
		actions = append(actions, entry["action"].(string))
	}
	slices.Sort(actions) // the clock of the test stands still
	if !slices.Equal(actions, []string{"appointmentBookByStaff", "customerUpdate"}) {
		t.Fatalf("of the customer it finds %v", entries)
	}
	names := map[string]any{}
	for _, entry := range entries {
		for _, name := range harness.List(entry["names"]) {
			names[name["id"].(string)] = name["name"]
		}
	}
	for id, want := range map[string]string{
		customer: "Pia Winter", booked["id"].(string): "Pia Winter", "stf_demo-ben": "Ben", "prs_demo-ben": "Ben", "svc_demo-cut": "Haarschnitt", "brn_demo-mitte": "Salon Mitte",
	} {
		if names[id] != want {
			t.Errorf("%s is named %v, want %s", id, names[id], want)
		}
	}
	if found := harness.Nodes(s.Query(`{ auditTrail(customerId: "cus_nobody") { nodes { id } } }`, nil)["auditTrail"]); len(found) != 0 {
		t.Errorf("of nobody it finds %v", found)
	}
}

// A program is audited by its token, not as the person who created the token.
func TestProgramsAreOnRecord(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	program := s.WithToken("MANAGER")
	program.Mutate("serviceCategoryCreate", "serviceCategory { id }", harness.Variables{"name": "Nägel"})
	entry := harness.Nodes(s.Query(`{ auditTrail(action: "serviceCategoryCreate") { nodes { actor tokenId staff { displayName } } } }`, nil)["auditTrail"])[0]
	tokens := harness.Nodes(s.Query(`{ apiTokens { nodes { id lastUsedAt } } }`, nil)["apiTokens"])
	if entry["actor"] != "PROGRAM" || entry["tokenId"] != tokens[0]["id"] || tokens[0]["lastUsedAt"] == nil {
		t.Errorf("the program is on record as %v, its token as %v", entry, tokens)
	}
}

func TestTheAuditTrailIsFoundByWhoWhatAndWhen(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	for _, name := range []string{"A", "B", "C"} {
		s.Create("serviceCategoryCreate", "serviceCategory", harness.Variables{"name": name})
	}
	count := func(arguments string) int {
		return len(harness.Nodes(s.Query("{ auditTrail("+arguments+") { nodes { id } } }", nil)["auditTrail"]))
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
	page := s.Query(`{ auditTrail(action: "serviceCategoryCreate", first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }`, nil)["auditTrail"].(map[string]any)
	info := page["pageInfo"].(map[string]any)
	rest := s.Query(`query($after: String) { auditTrail(action: "serviceCategoryCreate", first: 2, after: $after) { nodes { id } pageInfo { hasNextPage } } }`,
		harness.Variables{"after": info["endCursor"]})["auditTrail"].(map[string]any)
	if info["hasNextPage"] != true || len(harness.List(rest["nodes"])) != 1 || harness.List(rest["nodes"])[0]["id"] == harness.List(page["nodes"])[1]["id"] {
		t.Errorf("behind %v come %v", page, rest)
	}
	for arguments, want := range map[string]string{`first: 0`: "OUT_OF_RANGE", `first: 101`: "OUT_OF_RANGE", `after: "x"`: "NOT_FOUND",
		`from: "2026-11-23T08:00:00Z", to: "2026-11-22T08:00:00Z"`: "RANGE_REVERSED"} {
		if a := s.Ask("{ auditTrail("+arguments+") { nodes { id } } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != want {
			t.Errorf("%s is answered %v", arguments, a.Errors)
		}
	}
}
