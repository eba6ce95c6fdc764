package graph_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/ent/absence"
	"visavis/graph"
	"visavis/graph/generated"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// inBranch holds, for each operation that concerns a branch or something in one, arguments and a selection. A word in braces
// is the ID of something that is in the branch.
var inBranch = map[string]string{
	"appointment": `(id:"{apt}"){id}`, "appointments": `(branchId:"{brn}"){nodes{id}}`, "customer": `(id:"{cus}"){id}`, "customerExport": `(id:"{cus}")`,
	"mailPreview": `(mailId:"{mal}"){subject}`, "strandedAppointments": `(branchId:"{brn}"){pageInfo{hasNextPage}}`, "inbox": `(branchId:"{brn}"){requestedAppointments}`,
	"requestedAppointments": `(branchId:"{brn}"){pageInfo{hasNextPage}}`, "appointmentsWithoutOutcome": `(branchId:"{brn}"){pageInfo{hasNextPage}}`, "report": `(from:"2026-11-24",to:"2026-11-24",groupBy:PERSON,branchId:"{brn}"){leftOut}`, "utilization": `(branchId:"{brn}",from:"2026-11-24",to:"2026-11-24"){hour}`,
	"branchReadiness":      `(branchId:"{brn}"){ready}`,
	"videoReadiness":       `(branchId:"{brn}"){nodes{ready}}`,
	"videoOnlyModePreview": `(input:{branchId:"{brn}",from:"2027-03-01",staffIds:["{stf}"]}){from}`,
	"explainStart":         `(branchId:"{brn}",staffId:"{stf}",serviceId:"svc_demo-cut",at:"2026-11-26T09:00:00Z"){bookable}`,

	"appointmentBookByStaff": `(input:{branchId:"{brn}",serviceId:"svc_demo-cut",staffId:"{stf}",start:"2026-11-27T09:00:00Z",override:true}){userErrors{code}}`,
	"appointmentCancel":      `(input:{id:"{apt}"}){userErrors{code}}`, "appointmentMove": `(input:{id:"{apt}",start:"2026-11-27T12:00:00Z",override:true}){userErrors{code}}`,
	"rearrangementProposals": `(branchId:"{brn}",appointmentIds:["{apt}"]){mayOffer}`, "appointmentsRearrange": `(input:{branchId:"{brn}",appointments:[{appointmentId:"{apt}",expectedVersion:1,withdrawOffer:true}]}){userErrors{code}}`,
	"freeStarts": `(branchId:"{brn}",serviceId:"svc_demo-cut",staffId:"{stf}",first:1){start}`, "appointmentUpdate": `(input:{id:"{apt}",note:"x"}){userErrors{code}}`, "appointmentOutcomeSet": `(input:{id:"{apt}",outcome:COMPLETED}){userErrors{code}}`, "roomAdmit": `(input:{appointmentId:"{apt}"}){userErrors{code}}`, "roomDelay": `(input:{appointmentId:"{apt}",minutes:5}){userErrors{code}}`,
	"consultationRoom": `(appointmentId:"{apt}"){state}`, "roomEnter": `(input:{appointmentId:"{apt}"}){userErrors{code}}`, "roomEnd": `(input:{appointmentId:"{apt}"}){userErrors{code}}`,
	"consultationPhotoUploadCreate": `(input:{appointmentId:"{apt}",sender:CUSTOMER}){userErrors{code}}`, "consultationPhotoDelete": `(input:{id:"{pho}"}){userErrors{code}}`,
	"roomLeave": `(input:{appointmentId:"{apt}",participantId:"par_x"}){userErrors{code}}`, "roomSignalSend": `(input:{appointmentId:"{apt}",senderId:"par_x",recipientId:"par_y",payload:""}){userErrors{code}}`,
	"waitingAppointments": `(branchId:"{brn}"){pageInfo{hasNextPage}}`,
	"changeRequestAccept": `(input:{id:"{req}"}){userErrors{code}}`, "changeRequestDecline": `(input:{id:"{req}"}){userErrors{code}}`,
	"branchRetentionSet": `(input:{branchId:"{brn}"}){userErrors{code}}`, "retentionPreview": `(branchId:"{brn}",months:3)`,
	"mailTexts": `(branchId:"{brn}"){version}`, "mailTextPreview": `(branchId:"{brn}",kind:MOVED,locale:DE,content:{subject:"",opening:"",closing:""}){subject}`,
	"mailTextSet":  `(input:{branchId:"{brn}",kind:MOVED,locale:DE,content:{subject:"x",opening:"",closing:""}}){userErrors{code}}`,
	"branchUpdate": `(input:{id:"{brn}",phone:"1"}){userErrors{code}}`, "branchOpeningHoursReplace": `(input:{branchId:"{brn}",hours:[]}){userErrors{code}}`,
	"branchOpeningExceptionSet": `(input:{branchId:"{brn}",date:"2026-12-30",intervals:[]}){userErrors{code}}`, "branchOpeningExceptionRemove": `(input:{branchId:"{brn}",date:"2026-12-30"}){userErrors{code}}`,
	"branchSetUp":                `(input:{branchId:"{brn}",categories:[{name:"Neu {brn}",services:[]}]}){userErrors{code}}`,
	"staffProfilesCreate":        `(input:{branchId:"{brn}",profiles:[{firstName:"Neu"}]}){userErrors{code}}`,
	"staffProfilesArchive":       `(input:{ids:["{stf}"]}){userErrors{code}}`,
	"branchOpeningExceptionsSet": `(input:{branchId:"{brn}",days:[{date:"2026-12-29",intervals:[]}]}){userErrors{code}}`,
	"customerUpdate":             `(input:{id:"{cus}",phone:"1"}){userErrors{code}}`, "customerForget": `(input:{id:"{cus}"}){userErrors{code}}`, "mailRetry": `(input:{id:"{mal}"}){userErrors{code}}`,
	"customerCreate": `(input:{branchId:"{brn}",name:"Neu",locale:DE}){userErrors{code}}`, "customerCardSet": `(input:{id:"{cus}",notes:"x"}){userErrors{code}}`, "customerLinkCreate": `(input:{id:"{cus}"}){userErrors{code}}`,
	"customerMerge": `(input:{keepId:"{cus}",mergeId:"{twin}"}){userErrors{code}}`, "customerMergeUndo": `(input:{id:"{mrg}"}){userErrors{code}}`,
	"deviceEnroll": `(input:{branchId:"{brn}",name:"Kasse"}){userErrors{code}}`, "deviceRemove": `(input:{id:"{dev}"}){userErrors{code}}`,
	"absenceRequests": `(branchId:"{brn}"){pageInfo{hasNextPage}}`, "absenceRequestPreview": `(id:"{arq}"){id}`,
	"absenceRequestApprove": `(input:{id:"{arq}"}){userErrors{code}}`, "absenceRequestDecline": `(input:{id:"{arq}"}){userErrors{code}}`, "absenceRequestReopen": `(input:{id:"{arq}"}){userErrors{code}}`,
	"staffAbsenceAdd": `(input:{staffId:"{stf}",kind:SICK,days:{first:"2026-12-07",last:"2026-12-07"}}){userErrors{code}}`, "staffAbsenceRemove": `(input:{id:"{abs}"}){userErrors{code}}`, "staffAbsenceRestore": `(input:{id:"{abs}"}){userErrors{code}}`,
	"staffAccessSet": `(input:{staffId:"{stf}",password:"long enough for this"}){userErrors{code}}`, "staffAccessSend": `(input:{staffId:"{stf}"}){userErrors{code}}`, "staffAccessRemove": `(input:{staffId:"{stf}"}){userErrors{code}}`,
	"staffArchive": `(input:{id:"{stf}"}){userErrors{code}}`, "staffRestore": `(input:{id:"{stf}"}){userErrors{code}}`, "staffBranchSet": `(input:{staffId:"{stf}",branchId:"{brn}",active:true}){userErrors{code}}`,
	"staffCalendarFeedRenew": `(input:{staffId:"{stf}"}){userErrors{code}}`, "staffCalendarFeedRemove": `(input:{staffId:"{stf}"}){userErrors{code}}`,
	"staffCompetenciesSet": `(input:{staffId:"{stf}",competencies:[{serviceId:"svc_demo-cut",qualified:true}]}){userErrors{code}}`,
	"staffCompetencySet":   `(input:{staffId:"{stf}",serviceId:"svc_demo-cut",qualified:true}){userErrors{code}}`, "staffCreate": `(input:{firstName:"Neu",role:MEMBER,branchIds:["{brn}"]}){userErrors{code}}`,
	"staffDuplicateForVideo": `(input:{staffId:"{stf}"}){userErrors{code}}`, "staffRoleSet": `(input:{id:"{stf}",role:MEMBER}){userErrors{code}}`, "staffSamePersonSet": `(input:{id:"{stf}"}){userErrors{code}}`,
	"staffShiftOverrideSet": `(input:{staffId:"{stf}",branchId:"{brn}",date:"2026-12-30",intervals:[]}){userErrors{code}}`, "staffShiftOverrideRemove": `(input:{staffId:"{stf}",branchId:"{brn}",date:"2026-12-30"}){userErrors{code}}`,
	"staffUpdate": `(input:{id:"{stf}",title:"x"}){userErrors{code}}`, "staffVideoLinkSet": `(input:{staffId:"{stf}",link:"https://meet.jit.si/{stf}"}){userErrors{code}}`, "staffVideoLinkRemove": `(input:{staffId:"{stf}"}){userErrors{code}}`,
	"staffWorkPlanClear": `(input:{branchId:"{brn}"}){userErrors{code}}`, "staffWorkPlanReplace": `(input:{staffId:"{stf}",branchId:"{brn}",shifts:[]}){userErrors{code}}`,
	"staffWorkPlansReplace": `(input:{branchId:"{brn}",plans:[{staffId:"{stf}",shifts:[]}]}){userErrors{code}}`,
	"videoOnlyModeStart":    `(input:{branchId:"{brn}",from:"2027-03-01",until:"2027-03-02",staffIds:["{stf}"]}){userErrors{code}}`, "videoOnlyModeEnd": `(input:{id:"{vom}"}){userErrors{code}}`,
}

// ofOthers is the role that an operation requires for others, where it is above that of the schema and RECEPTIONIST.
var ofOthers = map[string]actor.Role{"Mutation.staffCalendarFeedRenew": actor.Manager, "Mutation.staffCalendarFeedRemove": actor.Manager,
	"Mutation.consultationPhotoUploadCreate": actor.Manager, "Mutation.consultationPhotoDelete": actor.Manager}

// withoutBranch lists the operations that are the same for everyone with the role: they concern no branch, the caller alone,
// or customers. The last line has lists, which TestListsShowWhatIsInReach checks.
var withoutBranch = strings.Fields(`
	absenceRequestCreate absenceRequestWithdraw accessLinkUse apiTokenCreate apiTokenRevoke apiTokens appointmentBook appointmentEmailCorrect appointmentHold appointmentHoldRelease appointmentMailResend appointmentOfferTake bookableDays bookableSalonVisits bookableStaff
	bookableVideoConsultations booking branch branchCreate branches changeRequestCreate changeRequestWithdraw currencies customerLinkSend embeddingOriginsOfServer embeddingSiteAdd embeddingSiteRemove embeddingSites mailProviderMeant me node notificationSettingsUpdate ownAppointments ownerCreate passkeyCreate passkeyCreateBegin passkeyRemove
	passkeyRequirementSet passkeyUpdate passwordChange passwordResetRequest pictureAdd pinChange pushSubscriptionRemove pushSubscriptionSave recoveryCodesRenew scheduleChanged
	serviceArchive serviceCategories serviceCategoryCreate serviceCategoryRemove serviceCategoryRestore serviceCategoryUpdate serviceCreate serviceRestore
	serviceUpdate services sessionConfirm sessionConfirmBegin signIn signInByPasskey signInByPasskeyBegin signInByPin
	roomLateSet signInByRecoveryCode signOut till timeZones
	auditTrail customers devices outbox staff roster appointmentChanged roomEvents`)

// outOfReach are the codes with which a foreign branch, or something in it, answers.
var outOfReach = []string{"NOT_FOUND", "OWN_BRANCHES_ONLY", "OWN_COLUMN_ONLY"}

// TestRolesReachTheirBranchesOnly requests every operation as each role in the caller's branch, Mitte, and in West.
func TestRolesReachTheirBranchesOnly(t *testing.T) {
	table := readAccessTable(t)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	var names []string
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, field := range root.Fields {
			_, listed := inBranch[field.Name]
			if !strings.HasPrefix(field.Name, "__") && listed == slices.Contains(withoutBranch, field.Name) {
				t.Errorf("%s is to be in one of the two lists above", field.Name)
			}
			if listed {
				names = append(names, root.Name+"."+field.Name)
			}
		}
	}
	last := func(name string) int {
		return len(regexp.MustCompile("Remove|Forget|Archive|Cancel|Clear").FindString(name))
	}
	slices.SortStableFunc(names, func(a, b string) int { return min(last(a), 1) - min(last(b), 1) })
	for _, role := range []actor.Role{actor.Member, actor.Receptionist, actor.Manager, actor.Owner} {
		demotest.EachURL(t, func(t *testing.T, url string) {
			r := newReach(t, url, role)
			for _, branch := range []string{"west", "mitte"} { // nothing changes in West, but for owners
				for _, name := range names {
					document := r.documentOf(name, branch)
					codes, isEmpty := r.ask(t, document)
					want := role == actor.Owner || branch == "mitte" && role >= max(table[name].role, ofOthers[name], actor.Receptionist)
					refused := isEmpty || slices.ContainsFunc(codes, func(code string) bool {
						return code == "FORBIDDEN" || slices.Contains(outOfReach, code)
					})
					if refused == want {
						t.Errorf("in %s, %s answers %s %v, empty: %v", branch, document, role.Name(), codes, isEmpty)
					}
				}
			}
		})
	}
}

// TestListsShowWhatIsInReach asks for every list as each role that may, and expects what is in Mitte without what is in West,
// unless the caller is an owner.
func TestListsShowWhatIsInReach(t *testing.T) {
	for _, role := range []actor.Role{actor.Receptionist, actor.Manager, actor.Owner} {
		demotest.EachURL(t, func(t *testing.T, url string) { newReach(t, url, role).expectLists(t, role) })
	}
}

func (r *reach) expectLists(t *testing.T, role actor.Role) {
	t.Helper()
	for document, test := range map[string]struct {
		role actor.Role
		word string // of the ID that the list shows
	}{
		"{customers{nodes{id}}}":                           {actor.Receptionist, "cus"},
		"{staff{nodes{id}}}":                               {actor.Receptionist, "stf"},
		"{staff{nodes{absences{id}}}}":                     {actor.Receptionist, "abs"},
		"{me{branches{nodes{id}}}}":                        {actor.Receptionist, "brn"},
		"{devices{nodes{id}}}":                             {actor.Manager, "dev"},
		"{outbox{nodes{id}}}":                              {actor.Manager, "mal"},
		`{auditTrail(action:"fixture"){nodes{subjectId}}}`: {actor.Manager, "apt"},
		`{auditTrail(action:"fixture"){nodes{names{id}}}}`: {actor.Manager, "apt"},
	} {
		if role < test.role {
			continue
		}
		answer := r.answer(t, document)
		if !strings.Contains(answer, r.ids["mitte"][test.word]) || strings.Contains(answer, r.ids["west"][test.word]) != (role == actor.Owner) {
			t.Errorf("%s gets %s of\n%v", role.Name(), answer, r.ids)
		}
	}
	for word, id := range r.ids["west"] {
		if answer := r.answer(t, `{node(id:"`+id+`"){id}}`); slices.Contains([]string{"apt", "cus", "stf", "abs"}, word) && strings.Contains(answer, "null") == (role == actor.Owner) {
			t.Errorf("as %s, the node of %s in West is %s", role.Name(), word, answer)
		}
	}
	if answer := r.answer(t, `{roster(branchId:"brn_demo-west",from:"2026-11-24",to:"2026-11-24"){staff{profile{id}}}}`); strings.Contains(answer, "david") != (role == actor.Owner) {
		t.Errorf("%s gets %s", role.Name(), answer)
	}
}

// reach is the API as Ella sees it, who is active in Mitte alone.
type reach struct {
	options  graph.Options
	database *store.Store
	api      *httptest.Server
	cookie   string
	ids      map[string]map[string]string // by branch
}

func newReach(t *testing.T, databaseURL string, role actor.Role) *reach {
	t.Helper()
	options, database := demoSalon(t, databaseURL, nil)
	r := &reach{options: options, database: database, api: httptest.NewServer(graph.NewHandler(options)), ids: map[string]map[string]string{}}
	t.Cleanup(r.api.Close)
	ctx := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna", PersonID: "prs_demo-anna", Fresh: true})
	err := database.Write(ctx, func(ctx context.Context, c *store.Tx) error {
		for branch, name := range map[string]string{"mitte": "ben", "west": "david"} {
			branchID, staffID, personID := "brn_demo-"+branch, "stf_demo-"+name, "prs_demo-"+name
			known := c.Customer.Create().SetName("Pia").SetLocale("DE").SetCreatedAt(1795420800).SaveX(ctx)
			booked := c.Appointment.Create().SetBranchID(branchID).SetStaffID(staffID).SetPersonID(personID).SetServiceID("svc_demo-cut").SetCustomerID(known.ID).
				SetStartsAt(1795773600).SetEndsAt(1795775400).SetBlockedUntil(1795775400).SetStatus("CONFIRMED").SetLive(true).SetSource("STAFF").SetCreatedAt(1795420800).
				SetContactName("Pia").SetContactEmail("pia@example.com").SetContactLocale("DE").SetJoinToken(branch).SaveX(ctx)
			mode := c.VideoOnlyMode.Create().SetBranchID(branchID).SetFirstDate(21000).SetOwnHours(false).AddStaffIDs(staffID).SaveX(ctx)
			c.AuditEntry.Create().SetAt(1795420800).SetAction("fixture").SetSubjectID(booked.ID).ExecX(ctx)
			twin := c.Customer.Create().SetName("Pia P.").SetLocale("DE").SetCreatedAt(1795420800).SetCreatedIn(branchID).SaveX(ctx)
			merge := c.CustomerMerge.Create().SetKeptID(known.ID).SetMergedID("cus_" + branch).SetBefore([]byte(`{"merged":{"name":"P.","locale":"DE"}}`)).SetExpiresAt(4102444800).SaveX(ctx)
			r.ids[branch] = map[string]string{
				"pho": c.ConsultationPhoto.Create().SetAppointmentID(booked.ID).SetSender("CUSTOMER").SetWidth(1).SetHeight(1).SetContent([]byte("p")).SetCreatedAt(1795420800).SaveX(ctx).ID,
				"brn": branchID, "stf": staffID, "cus": known.ID, "twin": twin.ID, "mrg": merge.ID, "apt": booked.ID, "vom": mode.ID,
				"abs": c.Absence.Create().SetPersonID(personID).SetKind(absence.KindSICK).SetFirstDay(21000).SetLastDay(21000).SaveX(ctx).ID,
				"arq": c.AbsenceRequest.Create().SetStaffID(staffID).SetKind("HOLIDAY").SetFirstDay(21000).SetLastDay(21000).SetCreatedAt(1795420800).SaveX(ctx).ID,
				"dev": c.Device.Create().SetBranchID(branchID).SetName("Kasse").SetSecretHash(branch).SetEnrolledAt(1795420800).SaveX(ctx).ID,
				"req": c.ChangeRequest.Create().SetAppointmentID(booked.ID).SetKind("CANCEL").SetCreatedAt(1795420800).SaveX(ctx).ID,
				"mal": c.Mail.Create().SetKind("CONFIRMED").SetAppointmentID(booked.ID).SetAppointmentVersion(1).SetDueAt(1795420800).SaveX(ctx).ID,
			}
		}
		c.Staff.UpdateOneID("stf_demo-ella").SetRole(role.Name()).ExecX(ctx)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := options.Accounts.StaffAccessSet(ctx, account.StaffAccessSetInput{StaffID: "stf_demo-ella", Password: new("visavis-demo")}); err != nil {
		t.Fatal(err)
	}
	session, err := options.Accounts.SignIn(t.Context(), account.SignInInput{Email: "ella@salon.example", Password: "visavis-demo"})
	if err != nil {
		t.Fatal(err)
	}
	r.cookie = "visavis_session=" + session.Secret
	return r
}

func (r *reach) documentOf(name, branch string) string {
	root, operation, _ := strings.Cut(name, ".")
	body := inBranch[operation]
	for word, id := range r.ids[branch] {
		body = strings.ReplaceAll(body, "{"+word+"}", id)
	}
	return strings.ToLower(root) + "{" + operation + body + "}"
}

// ask returns the codes of all errors of an answer, and whether it has no data.
func (r *reach) ask(t *testing.T, document string) (codes []string, isEmpty bool) {
	t.Helper()
	answer := r.answer(t, document)
	for _, match := range regexp.MustCompile(`"code":"([A-Z_]+)"`).FindAllStringSubmatch(answer, -1) {
		codes = append(codes, match[1])
		if strings.HasPrefix(match[1], "GRAPHQL") || match[1] == "INTERNAL" {
			t.Errorf("%s\nanswers %s", document, answer)
		}
	}
	return codes, regexp.MustCompile(`^\{"data":\{"\w+":(null|\{"nodes":\[\]\})\}\}`).MatchString(answer)
}

// answer returns the answer to a document.
func (r *reach) answer(t *testing.T, document string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.api.URL, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", r.cookie)
	response, err := r.api.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}
