package salon_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/staff"
	"visavis/internal/salon"
)

func newcomers() salon.StaffProfilesCreateInput {
	return salon.StaffProfilesCreateInput{
		BranchID: mitte, Qualified: true, WorksOpeningHours: true, IdempotencyKey: new("five-people-of-the-salon"),
		Profiles: []salon.NewProfileInput{
			{FirstName: "Gina", LastName: new("Gold"), Email: new("gina@salon.example")},
			{FirstName: "Hans"},
		},
	}
}

func TestSeveralPeopleAreCreatedInOneStep(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: weekly(t, "09:00-18:00", time.Tuesday)})
		entries := s.entries(t)
		rows, err := s.StaffProfilesCreate(byOwner(t), newcomers())
		check(t, err)
		same(t, "entries and changes", s.entries(t), []int{entries[0] + 2, entries[1] + 1})
		same(t, "names", names(rows, func(row *ent.Staff) string { return row.DisplayName }), []string{"Gina Gold", "Hans"})
		same(t, "addresses", names(rows, func(row *ent.Staff) string { return row.Email }), []string{"gina@salon.example", ""})
		same(t, "colors", rows[0].Color == rows[1].Color, false)
		same(t, "people", rows[0].PersonID == rows[1].PersonID, false)
		for _, row := range rows {
			same(t, "role", row.Role, staff.RoleMEMBER)
			if got := s.starts(t, mitte, row.ID, "2026-11-24", "2026-12-05"); !strings.Contains(got, "2026-11-24 ") || !strings.Contains(got, "2026-12-01 ") || strings.Contains(got, "11-25") {
				t.Errorf("%s can be booked at %s", row.DisplayName, got)
			}
		}
		again, err := s.StaffProfilesCreate(byOwner(t), newcomers())
		check(t, err)
		same(t, "a retry", names(again, func(row *ent.Staff) string { return row.ID }), names(rows, func(row *ent.Staff) string { return row.ID }))
		same(t, "entries after a retry", s.entries(t), []int{entries[0] + 2, entries[1] + 1})

		s.do(t, salon.StaffProfilesArchiveInput{IDs: names(rows, func(row *ent.Staff) string { return row.ID })})
		same(t, "entries and changes of the undo", s.entries(t), []int{entries[0] + 4, entries[1] + 2})
		for _, row := range rows {
			recorded := s.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(row.ID)).Order(ent.Desc(auditentry.FieldAction)).AllX(t.Context())
			same(t, "of "+row.DisplayName, names(recorded, func(e *ent.AuditEntry) string { return e.Action }), []string{"staffProfilesCreate", "staffProfilesArchive"})
			same(t, "with the plan", strings.Count(string(recorded[0].After), row.ID), 2)
		}
		same(t, "undone", s.store.Client().Staff.Query().Where(staff.ArchivedAtIsNil(), staff.IDIn(rows[0].ID, rows[1].ID)).CountX(t.Context()), 0)
	})
}

func TestNewPeopleGetOnlyWhatIsAsked(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		input := newcomers()
		input.Qualified, input.WorksOpeningHours = false, false
		rows, err := s.StaffProfilesCreate(byOwner(t), input)
		check(t, err)
		same(t, "competencies", s.store.Client().Staff.Query().Where(staff.ID(rows[0].ID)).QueryCompetencies().CountX(t.Context()), 0)
		same(t, "plans", s.store.Client().Staff.Query().Where(staff.ID(rows[0].ID)).QueryWorkPlans().CountX(t.Context()), 0)
		same(t, "branches", s.store.Client().Staff.Query().Where(staff.ID(rows[0].ID)).QueryMemberships().CountX(t.Context()), 1)

		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
		input.WorksOpeningHours, input.IdempotencyKey = true, nil
		rows, err = s.StaffProfilesCreate(byOwner(t), input)
		check(t, err)
		same(t, "plans of a branch without hours", s.store.Client().Staff.Query().Where(staff.ID(rows[0].ID)).QueryWorkPlans().CountX(t.Context()), 0)
		entries := s.entries(t)
		s.do(t, salon.StaffProfilesCreateInput{BranchID: mitte})
		s.do(t, salon.StaffProfilesArchiveInput{})
		same(t, "nobody", s.entries(t), entries)
	})
}

func TestNobodyIsCreatedWhenOneIsWrong(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		wrong := func(change func(*salon.StaffProfilesCreateInput), problems ...string) {
			t.Helper()
			input := newcomers()
			change(&input)
			s.refuses(t, input, problems...)
		}
		wrong(func(i *salon.StaffProfilesCreateInput) { i.BranchID = "brn_unknown" }, "NOT_FOUND branchId")
		wrong(func(i *salon.StaffProfilesCreateInput) { i.Profiles[1].FirstName = "" }, "REQUIRED profiles.1.firstName")
		wrong(func(i *salon.StaffProfilesCreateInput) { i.Profiles[1].Email = new("hans") }, "EMAIL_INVALID profiles.1.email")
		wrong(func(i *salon.StaffProfilesCreateInput) { i.Profiles[0].LastName = new(strings.Repeat("x", 101)) }, "TOO_LONG profiles.0.lastName")
		wrong(func(i *salon.StaffProfilesCreateInput) { i.Profiles = slices.Repeat(i.Profiles, 51) }, "TOO_MANY profiles")
		_, err := s.StaffProfilesCreate(byManagerOf(t, west), newcomers())
		same(t, "by a manager of another branch", problemsOf(err), []string{"OWN_BRANCHES_ONLY branchId"})

		s.refuses(t, salon.StaffProfilesArchiveInput{IDs: []string{ben, "stf_unknown"}}, "NOT_FOUND ids.1")
		s.refuses(t, salon.StaffProfilesArchiveInput{IDs: []string{ben, anna, mitte}}, "ID_OF_ANOTHER_KIND ids.2")
		s.refuses(t, salon.StaffProfilesArchiveInput{IDs: make([]string, 101)}, "TOO_MANY ids")
	})
}
