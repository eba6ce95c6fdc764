package salon_test

import (
	"context"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/pagination"
	"visavis/internal/salon"
)

// holiday is from Wednesday to Friday, in days of the test salon.
func holiday() *salon.DaysInput {
	return &salon.DaysInput{First: date("2026-11-25"), Last: date("2026-11-27")}
}

// asks makes Anna a member who asks for a holiday.
func (s *testSalon) asks(t *testing.T) (anna context.Context, requestID string) {
	t.Helper()
	anna = by(t, actor.Member, "anna")
	row, err := s.AbsenceRequestCreate(anna, salon.AbsenceRequestCreateInput{Kind: absencerequest.KindHOLIDAY, Note: new("Nordsee"), Days: holiday()})
	check(t, err)
	return anna, row.ID
}

// stateOf returns the state of the request, and the days of its absence.
func (s *testSalon) stateOf(t *testing.T, requestID string) string {
	t.Helper()
	row := s.store.Client().AbsenceRequest.GetX(t.Context(), requestID)
	said := []string{row.State.String()}
	for _, away := range s.store.Client().Absence.Query().Where(absence.PersonID("prs_demo-anna")).AllX(t.Context()) {
		said = append(said, away.Kind.String(), away.Note, away.FirstDay.String(), away.LastDay.String())
	}
	return strings.Join(said, " ")
}

// Whatever a request has been through, starts are as without it, unless it is approved.
func TestARequestBlocksNothingUntilItIsApproved(t *testing.T) {
	type step = func(s *testSalon, anna, clara context.Context, id string) error
	approve := func(s *testSalon, _, clara context.Context, id string) error {
		_, _, err := s.AbsenceRequestApprove(clara, salon.AbsenceRequestApproveInput{ID: id})
		return err
	}
	decline := func(s *testSalon, _, clara context.Context, id string) error {
		_, err := s.AbsenceRequestDecline(clara, salon.AbsenceRequestDeclineInput{ID: id, Answer: new("Messe")})
		return err
	}
	reopen := func(s *testSalon, _, clara context.Context, id string) error {
		_, err := s.AbsenceRequestReopen(clara, salon.AbsenceRequestReopenInput{ID: id})
		return err
	}
	withdraw := func(s *testSalon, anna, _ context.Context, id string) error {
		_, err := s.AbsenceRequestWithdraw(anna, salon.AbsenceRequestWithdrawInput{ID: id})
		return err
	}
	remove := func(s *testSalon, _, clara context.Context, _ string) error {
		absences, err := s.AbsencesOf(clara, []string{"prs_demo-anna"})
		if err != nil {
			return err
		}
		_, err = s.StaffAbsenceRemove(clara, salon.StaffAbsenceRemoveInput{ID: absences["prs_demo-anna"][0].ID})
		return err
	}
	const approved = "APPROVED HOLIDAY Nordsee 2026-11-25 2026-11-27"
	tests := map[string]struct {
		steps   []step
		want    string
		refused string // of the last step
	}{
		"asked":                       {nil, "OPEN", ""},
		"declined":                    {[]step{decline}, "DECLINED", ""},
		"declined twice":              {[]step{decline, decline}, "DECLINED", ""},
		"declined, then approved":     {[]step{decline, approve}, "DECLINED", "ABSENCE_REQUEST_CLOSED id"},
		"declined, reopened":          {[]step{decline, reopen}, "OPEN", ""},
		"declined, then withdrawn":    {[]step{decline, withdraw}, "DECLINED", "ABSENCE_REQUEST_CLOSED id"},
		"approved":                    {[]step{approve}, approved, ""},
		"approved twice":              {[]step{approve, approve}, approved, ""},
		"approved, then declined":     {[]step{approve, decline}, approved, "ABSENCE_REQUEST_CLOSED id"},
		"approved, reopened":          {[]step{approve, reopen}, "OPEN", ""},
		"approved, reopened, again":   {[]step{approve, reopen, approve}, approved, ""},
		"approved, withdrawn":         {[]step{approve, withdraw}, "WITHDRAWN", ""},
		"approved, removed":           {[]step{approve, remove}, "WITHDRAWN", ""},
		"withdrawn":                   {[]step{withdraw}, "WITHDRAWN", ""},
		"withdrawn, then approved":    {[]step{withdraw, approve}, "WITHDRAWN", "ABSENCE_REQUEST_CLOSED id"},
		"withdrawn, then reopened":    {[]step{withdraw, reopen}, "WITHDRAWN", "ABSENCE_REQUEST_CLOSED id"},
		"withdrawn, withdrawn again":  {[]step{withdraw, withdraw}, "WITHDRAWN", ""},
		"reopened without an answer":  {[]step{reopen}, "OPEN", ""},
		"approved, removed, reopened": {[]step{approve, remove, reopen}, "WITHDRAWN", "ABSENCE_REQUEST_CLOSED id"},
	}
	each(t, func(t *testing.T, s *testSalon) {
		before := s.starts(t, mitte, anna, "2026-11-23", "2026-11-28")
		for name, test := range tests {
			byAnna, id := s.asks(t)
			byClara := by(t, actor.Manager, "clara")
			var err error
			for _, step := range test.steps {
				err = step(s, byAnna, byClara, id)
			}
			same(t, name+": refused", strings.Join(problemsOf(err), ""), test.refused)
			same(t, name+": state", s.stateOf(t, id), test.want)
			same(t, name+": blocks", s.starts(t, mitte, anna, "2026-11-23", "2026-11-28") != before, test.want == approved)
			if test.want == approved {
				check(t, reopen(s, byAnna, byClara, id)) // for the next one
			}
		}
	})
}

func TestAnApprovalStrandsWhatItsPreviewSays(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, id := s.asks(t)
		before := s.starts(t, mitte, anna, "2026-11-23", "2026-11-28")
		preview, err := s.AbsenceRequestPreview(byOwner(t), id)
		check(t, err)
		same(t, "the preview changes nothing", s.starts(t, mitte, anna, "2026-11-23", "2026-11-28"), before)
		_, stranded, err := s.AbsenceRequestApprove(byOwner(t), salon.AbsenceRequestApproveInput{ID: id})
		check(t, err)
		same(t, "preview", idsOf(preview), idsOf(stranded))
		same(t, "stranded", idsOf(stranded), []string{"apt_annaCut", "apt_annaVideo", "apt_annaWest"})
		preview, err = s.AbsenceRequestPreview(byOwner(t), id)
		check(t, err)
		same(t, "of an approved request", len(preview), 0)
	})
}

func TestManagersSeeOpenRequestsOfTheirBranches(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		byAnna, first := s.asks(t)
		s.now = s.now.Add(60e9)
		second, err := s.AbsenceRequestCreate(byAnna, salon.AbsenceRequestCreateInput{Kind: absencerequest.KindTRAINING, Times: &salon.TimesInput{Start: s.now, End: s.now + 60}})
		check(t, err)
		list := func(who context.Context, branchID string, count int, after *string) (string, *string) {
			page, err := s.AbsenceRequests(who, branchID, pagination.Request{First: count, After: after})
			if err != nil {
				return strings.Join(problemsOf(err), ""), nil
			}
			var ids []string
			for _, row := range page.Nodes {
				ids = append(ids, row.ID)
			}
			return strings.Join(ids, " "), page.PageInfo.EndCursor
		}
		clara := byManagerOf(t, mitte)
		shown, after := list(clara, mitte, 1, nil)
		same(t, "the first page", shown, first)
		shown, _ = list(clara, mitte, 1, after)
		same(t, "the next page", shown, second.ID)
		shown, _ = list(clara, west, 50, nil)
		same(t, "of a foreign branch", shown, "OWN_BRANCHES_ONLY branchId")
		shown, _ = list(byAnna, mitte, 50, nil)
		same(t, "for a member", shown, "OWN_BRANCHES_ONLY branchId")
		_, _, err = s.AbsenceRequestApprove(byManagerOf(t, "brn_other"), salon.AbsenceRequestApproveInput{ID: first})
		same(t, "approved by a manager of elsewhere", problemsOf(err), []string{"NOT_FOUND id"})

		of, err := s.AbsenceRequestsOf(byAnna, []string{"prs_demo-anna"})
		check(t, err)
		same(t, "own, in order", []string{of["prs_demo-anna"][0].ID, of["prs_demo-anna"][1].ID}, []string{second.ID, first})
		s.now = berlin("2026-11-30 12:00")
		shown, _ = list(clara, mitte, 50, nil)
		same(t, "once the time has passed", shown, "")
	})
}

func TestMembersAddAndRemoveOnlyTheirOwnSicknessAndBreaks(t *testing.T) {
	today := &salon.DaysInput{First: date("2026-11-23"), Last: date("2026-11-24")}
	each(t, func(t *testing.T, s *testSalon) {
		byBen := by(t, actor.Member, "ben")
		free := s.starts(t, mitte, ben, "2026-11-23", "2026-11-24")
		for _, test := range []struct {
			staffID string
			kind    absence.Kind
			want    string // problem of adding; empty: added
		}{
			{ben, absence.KindSICK, ""},
			{ben, absence.KindBREAK, ""},
			{ben, absence.KindHOLIDAY, "ABSENCE_REQUEST_REQUIRED kind"},
			{ben, absence.KindTRAINING, "ABSENCE_REQUEST_REQUIRED kind"},
			{ben, absence.KindOTHER, "ABSENCE_REQUEST_REQUIRED kind"},
			{anna, absence.KindSICK, "NOT_FOUND staffId"},
		} {
			name := test.staffID + " " + test.kind.String()
			add := salon.StaffAbsenceAddInput{StaffID: test.staffID, Kind: test.kind, Days: today}
			row, stranded, err := s.StaffAbsenceAdd(byBen, add)
			same(t, name, strings.Join(problemsOf(err), ""), test.want)
			for _, a := range stranded {
				same(t, name+": stranded of", a.StaffID, ben)
			}
			same(t, name+": blocks", s.starts(t, mitte, ben, "2026-11-23", "2026-11-24") != free, test.want == "")
			if test.want != "" {
				row, _, err = s.StaffAbsenceAdd(byOwner(t), add)
				check(t, err)
			}
			_, err = s.StaffAbsenceRemove(by(t, actor.Member, "ella"), salon.StaffAbsenceRemoveInput{ID: row.ID})
			same(t, name+": removed by another", problemsOf(err), []string{"NOT_FOUND id"})
			want := []string(nil)
			switch {
			case test.staffID == anna:
				want = []string{"NOT_FOUND id"}
			case test.want != "":
				want = []string{"ABSENCE_REMOVAL_FORBIDDEN id"}
			}
			_, err = s.StaffAbsenceRemove(byBen, salon.StaffAbsenceRemoveInput{ID: row.ID})
			same(t, name+": removed", problemsOf(err), want)
			if want != nil {
				s.do(t, salon.StaffAbsenceRemoveInput{ID: row.ID})
			}
		}
	})
}

func TestMembersKeepWhatHasPassed(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		byBen := by(t, actor.Member, "ben")
		sick, _, err := s.StaffAbsenceAdd(byBen, salon.StaffAbsenceAddInput{StaffID: ben, Kind: absence.KindSICK, Days: holiday()})
		check(t, err)
		byAnna, id := s.asks(t)
		_, _, err = s.AbsenceRequestApprove(byOwner(t), salon.AbsenceRequestApproveInput{ID: id})
		check(t, err)
		s.now = berlin("2026-11-25 00:00") // the first day begins
		_, err = s.AbsenceRequestWithdraw(byAnna, salon.AbsenceRequestWithdrawInput{ID: id})
		same(t, "withdrawing a holiday that has begun", problemsOf(err), []string{"ABSENCE_REQUEST_CLOSED id"})
		s.now = berlin("2026-11-30 12:00")
		_, err = s.StaffAbsenceRemove(byBen, salon.StaffAbsenceRemoveInput{ID: sick.ID})
		same(t, "removing a past sickness", problemsOf(err), []string{"ABSENCE_REMOVAL_FORBIDDEN id"})
	})
}

func TestInvalidAbsenceRequests(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		past := civil.Date(0)
		ask := salon.AbsenceRequestCreateInput{Kind: absencerequest.KindOTHER}
		s.refuses(t, ask, "EXACTLY_ONE days")
		ask.Days = &salon.DaysInput{First: past, Last: past}
		s.refuses(t, ask, "ABSENCE_ENDED days.last")
		ask.Days, ask.Times = nil, &salon.TimesInput{Start: s.now - 60, End: s.now}
		s.refuses(t, ask, "ABSENCE_ENDED times.end")
		ask.Times, ask.Days, ask.Note = nil, holiday(), new(strings.Repeat("x", 501))
		s.refuses(t, ask, "TOO_LONG note")
		s.refuses(t, salon.AbsenceRequestApproveInput{ID: "arq_none"}, "NOT_FOUND id")
		s.refuses(t, salon.AbsenceRequestDeclineInput{ID: "arq_none", Answer: new(strings.Repeat("x", 501))}, "TOO_LONG answer")
		s.write(t, func(ctx context.Context, c *ent.Client) { asksForHoliday("OPEN")(ctx, c) })
		s.refuses(t, salon.AbsenceRequestDeclineInput{ID: asked, Answer: new(strings.Repeat("x", 501))}, "TOO_LONG answer")
	})
}

func TestARetriedRequestIsTheSame(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		input := salon.AbsenceRequestCreateInput{Kind: absencerequest.KindHOLIDAY, Days: holiday(), IdempotencyKey: new("a-key-of-16-chars")}
		first, err := s.AbsenceRequestCreate(byOwner(t), input)
		check(t, err)
		again, err := s.AbsenceRequestCreate(byOwner(t), input)
		check(t, err)
		same(t, "the retry", again.ID, first.ID)
	})
}
