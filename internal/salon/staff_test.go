package salon_test

import (
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/salon"
)

func TestStaffCreate(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		fay, err := s.StaffCreate(byOwner(t), salon.StaffCreateInput{
			FirstName: " Fay ", LastName: new("Falk"), Role: staff.RoleMANAGER, BookableOnline: true, BranchIDs: []string{west, mitte, west},
		})
		check(t, err)
		same(t, "the defaults", []any{fay.FirstName, fay.DisplayName, fay.Title, fay.Role, fay.BookableOnline, fay.Color},
			[]any{"Fay", "Fay Falk", "", staff.RoleMANAGER, true, "#7a6a1e"})
		branches, err := s.BranchesOf(byOwner(t), []string{fay.ID}, nil)
		check(t, err)
		same(t, "the branches", names(branches[fay.ID], func(b *ent.Branch) string { return b.ID }), []string{mitte, west})

		gil, err := s.StaffCreate(byOwner(t), salon.StaffCreateInput{
			FirstName: "Gil", DisplayName: new("Gil am Abend"), Color: new(" #A0B1C2"), Email: new("gil@salon.example"),
			Role: staff.RoleMEMBER, SamePersonAs: &fay.ID,
		})
		check(t, err)
		same(t, "what is given", []any{gil.DisplayName, gil.Color, gil.Email, gil.BookableOnline, gil.PersonID},
			[]any{"Gil am Abend", "#a0b1c2", "gil@salon.example", false, fay.PersonID})

		long := strings.Repeat("x", 100)
		longest, err := s.StaffCreate(byOwner(t), salon.StaffCreateInput{FirstName: long, LastName: &long, Role: staff.RoleMEMBER})
		check(t, err)
		same(t, "the longest name", longest.DisplayName, long)
	})
}

func TestStaffUpdateChangesWhatIsGiven(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, err := s.StaffUpdate(byOwner(t), salon.StaffUpdateInput{
			ID: anna, LastName: new(""), Title: new("Meisterin"), Bio: new("Seit 1999"), Color: new("#FFFFFF"),
			BookableOnline: new(false), Phone: new("+49 30 1"),
		})
		check(t, err)
		same(t, "Anna", []any{row.FirstName, row.LastName, row.DisplayName, row.Title, row.Bio, row.Color, row.Role, row.BookableOnline, row.Email, row.PersonID},
			[]any{"Anna", "", "Anna", "Meisterin", "Seit 1999", "#ffffff", staff.RoleOWNER, false, "anna@salon.example", "prs_demo-anna"})
		same(t, "what clients can book", s.starts(t, mitte, anna, "2026-11-24", "2026-11-26"), "")
	})
}

func TestInvalidProfiles(t *testing.T) {
	long := strings.Repeat("ä", 101)
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			change salon.StaffUpdateInput
			want   []string
		}{
			{salon.StaffUpdateInput{FirstName: new(" ")}, []string{"REQUIRED firstName"}},
			{salon.StaffUpdateInput{DisplayName: new("")}, []string{"REQUIRED displayName"}},
			{salon.StaffUpdateInput{DisplayName: new("\u200b\u2060")}, []string{"REQUIRED displayName"}},
			{
				salon.StaffUpdateInput{FirstName: &long, LastName: &long, DisplayName: &long, Title: &long, Phone: &long},
				[]string{"TOO_LONG firstName", "TOO_LONG lastName", "TOO_LONG displayName", "TOO_LONG title", "TOO_LONG phone"},
			},
			{salon.StaffUpdateInput{Bio: new(strings.Repeat("ä", 2001))}, []string{"TOO_LONG bio"}},
			{salon.StaffUpdateInput{Email: new("anna@")}, []string{"EMAIL_INVALID email"}},
			{salon.StaffUpdateInput{Color: new("red")}, []string{"COLOR_INVALID color"}},
			{salon.StaffUpdateInput{Color: new("#fff")}, []string{"COLOR_INVALID color"}},
		} {
			test.change.ID = anna
			s.refuses(t, test.change, test.want...)
		}
		s.refuses(t, salon.StaffCreateInput{Role: staff.RoleMEMBER}, "REQUIRED firstName")
		s.refuses(t, salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleMEMBER, BranchIDs: make([]string, 1001)}, "TOO_MANY branchIds")
		s.refuses(t, salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleMEMBER, BranchIDs: []string{mitte, "brn_unknown"}}, "NOT_FOUND branchIds.1")
	})
}

func TestTwoProfilesOfOnePerson(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const wednesday = "2026-11-25"
		s.refuses(t, salon.StaffSamePersonSetInput{ID: ben, SamePersonAs: new(anna)}, "APPOINTMENTS_OVERLAP samePersonAs")
		s.refuses(t, salon.StaffSamePersonSetInput{ID: anna, SamePersonAs: new(ben)}, "APPOINTMENTS_OVERLAP samePersonAs")

		freely := s.starts(t, mitte, clara, wednesday, wednesday)
		s.do(t, salon.StaffSamePersonSetInput{ID: clara, SamePersonAs: new(ben)})
		same(t, "what occupies Ben occupies Clara", s.starts(t, mitte, clara, wednesday, wednesday),
			"Balayage 2026-11-25 14:00-15:30, Haarschnitt 2026-11-25 09:00-17:15")
		same(t, "the absences go with her", s.absences(t, ben), []string{sickness})
		same(t, "what Ben offers in her absence", s.starts(t, mitte, ben, "2026-12-08", "2026-12-08"), "")
		profiles, err := s.ProfilesOf(byOwner(t), []string{"prs_demo-ben", "prs_demo-clara"})
		check(t, err)
		same(t, "the profiles of Ben", names(profiles["prs_demo-ben"], func(p *ent.Staff) string { return p.ID }), []string{ben, clara})
		same(t, "the profiles of nobody", len(profiles["prs_demo-clara"]), 0)

		before := s.dump(t)
		s.do(t, salon.StaffSamePersonSetInput{ID: clara, SamePersonAs: new(ben)}) // is so already
		same(t, "the absences", s.dump(t)["absences"], before["absences"])

		row, _, err := s.StaffSamePersonSet(byOwner(t), salon.StaffSamePersonSetInput{ID: clara})
		check(t, err)
		if row.PersonID == "prs_demo-ben" {
			t.Error("Clara is no person of her own")
		}
		same(t, "a person of her own again", s.starts(t, mitte, clara, wednesday, wednesday), freely)
		same(t, "Ben keeps the absences", s.absences(t, ben), []string{sickness})
		again, _, err := s.StaffSamePersonSet(byOwner(t), salon.StaffSamePersonSetInput{ID: clara})
		check(t, err)
		same(t, "already a person of her own", again.PersonID, row.PersonID)
		if _, err := s.StaffAbsenceRemove(byOwner(t), salon.StaffAbsenceRemoveInput{ID: sickness}); err != nil {
			t.Error(err)
		}
	})
}

func TestEveryProfileOfBothPeopleIsAffected(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		videoClara, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: clara})
		check(t, err)
		s.do(t, salon.StaffSamePersonSetInput{ID: ella, SamePersonAs: new(clara)})
		same(t, "joined", s.lastChange(t, mitte).StaffIds, sortedIDs(clara, ella, videoClara.ID))
		s.do(t, salon.StaffSamePersonSetInput{ID: ella})
		same(t, "parted", s.lastChange(t, mitte).StaffIds, sortedIDs(clara, ella, videoClara.ID))

		// Her room is that of her other profile, too.
		s.refuses(t, salon.StaffSamePersonSetInput{ID: videoClara.ID}, "LINK_OF_ANOTHER_PERSON samePersonAs")
		s.refuses(t, salon.StaffSamePersonSetInput{ID: videoClara.ID, SamePersonAs: new(ben)}, "LINK_OF_ANOTHER_PERSON samePersonAs")
	})
}

func TestARestoredProfileIsAsItWas(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		before := s.starts(t, west, anna, "2026-11-23", "2026-11-29")
		row, _, err := s.StaffArchive(byOwner(t), salon.StaffArchiveInput{ID: anna})
		check(t, err)
		same(t, "since", *row.ArchivedAt, s.now)
		same(t, "archived", s.starts(t, west, anna, "2026-11-23", "2026-11-29"), "")
		// Nor does she lose her plan with the others.
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: west})

		row, err = s.StaffRestore(byOwner(t), salon.StaffRestoreInput{ID: anna})
		check(t, err)
		if row.ArchivedAt != nil {
			t.Error("still archived")
		}
		same(t, "restored", s.starts(t, west, anna, "2026-11-23", "2026-11-29"), before)
	})
}

func sortedIDs(ids ...string) []string { return slices.Sorted(slices.Values(ids)) }

// lastChange returns the branch's latest change.
func (s *testSalon) lastChange(t *testing.T, branchID string) *ent.Change {
	t.Helper()
	row, err := s.store.Client().Change.Query().
		Where(change.BranchID(branchID)).Order(change.BySequence(sql.OrderDesc())).First(byOwner(t))
	check(t, err)
	return row
}

func (s *testSalon) absences(t *testing.T, staffID string) []string {
	t.Helper()
	personID := s.store.Client().Staff.GetX(byOwner(t), staffID).PersonID
	rows, err := s.AbsencesOf(byOwner(t), []string{personID})
	check(t, err)
	return names(rows[personID], func(a *ent.Absence) string { return a.ID })
}
