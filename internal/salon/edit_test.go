package salon_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/salon"
)

func TestEveryMutationIsRecordedAnnouncedAndStrands(t *testing.T) {
	for _, e := range examples(t) {
		t.Run(reflect.TypeOf(e.input).Name(), func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				if e.given != nil {
					s.write(t, e.given)
				}
				page, err := s.StrandedAppointments(byOwner(t), mitte, nil, all)
				check(t, err)
				before := page.Nodes
				same(t, "stranded already", idsOf(before), []string{"apt_annaSunday"})
				sequences := s.sequences(t)

				result, stranded, err := s.mutate(byOwner(t), e.input)
				check(t, err)
				same(t, "stranded", idsOf(stranded), e.stranded)
				if !slices.IsSortedFunc(stranded, func(a, b *ent.Appointment) int { return int(a.StartsAt - b.StartsAt) }) {
					t.Error("not by start")
				}
				s.checkAudit(t, e)
				s.checkChanges(t, e, result, sequences)
				s.checkStranded(t, append(idsOf(before), e.stranded...))
			})
		})
	}
}

func (s *testSalon) checkAudit(t *testing.T, e example) {
	t.Helper()
	entries := s.store.Client().AuditEntry.Query().Where(auditentry.AtGTE(s.now)).AllX(byOwner(t))
	if len(entries) != max(e.entries, 1) {
		t.Fatalf("%d audit entries", len(entries))
	}
	entry := entries[0]
	same(t, "the action", entry.Action, mutationOf(e.input))
	same(t, "when", entry.At, s.now)
	same(t, "tells how it was", len(entry.Before) > 0, e.audit != "after")
	same(t, "tells how it is", len(entry.After) > 0, e.audit != "before")
	for _, secret := range []string{"meet.jit.si", "zoom.us", "84512345678", "geheim"} {
		if strings.Contains(string(entry.Before)+string(entry.After), secret) {
			t.Errorf("the audit entry tells the room: %s → %s", entry.Before, entry.After)
		}
	}
}

// sequences returns the number of the latest change by branch.
func (s *testSalon) sequences(t *testing.T) map[string]int64 {
	t.Helper()
	page, err := s.Branches(byOwner(t), nil, nil, all)
	check(t, err)
	sequences := map[string]int64{}
	for _, row := range page.Nodes {
		sequences[row.ID] = row.ChangeSequence
	}
	return sequences
}

func (s *testSalon) checkChanges(t *testing.T, e example, result any, before map[string]int64) {
	t.Helper()
	wantStaff := slices.Clone(e.staff)
	if row, isStaff := result.(*ent.Staff); isStaff && slices.Equal(wantStaff, []string{created}) {
		wantStaff[0] = row.ID
	}
	if rows, isStaff := result.([]*ent.Staff); isStaff && slices.Equal(wantStaff, []string{created}) {
		wantStaff = names(rows, func(row *ent.Staff) string { return row.ID })
	}
	if wantStaff == nil {
		wantStaff = []string{}
	}
	var heard []string
	for _, row := range s.store.Client().Change.Query().Order(change.ByBranchID()).AllX(byOwner(t)) {
		heard = append(heard, row.BranchID)
		same(t, "the kind", row.Kind, e.kind)
		same(t, "the profiles", slices.Sorted(slices.Values(row.StaffIds)), slices.Sorted(slices.Values(wantStaff)))
		same(t, "the dates", datesOf(row), e.dates)
		same(t, "the number", row.Sequence, before[row.BranchID]+1)
	}
	same(t, "who hears of it", heard, e.branches)
	for branchID, sequence := range s.sequences(t) {
		want := before[branchID]
		if slices.Contains(e.branches, branchID) {
			want++
		}
		same(t, "the newest change of "+branchID, sequence, want)
	}
}

func datesOf(row *ent.Change) string {
	text := ".."
	if row.FirstDate != nil {
		text = row.FirstDate.String() + text
	}
	if row.LastDate != nil {
		text += row.LastDate.String()
	}
	return text
}

// checkStranded expects the salon to list the stranded appointments.
func (s *testSalon) checkStranded(t *testing.T, want []string) {
	t.Helper()
	var listed []string
	for _, branchID := range []string{mitte, west} {
		page, err := s.StrandedAppointments(byOwner(t), branchID, nil, all)
		check(t, err)
		for _, row := range page.Nodes {
			same(t, "the branch of "+row.ID, row.BranchID, branchID)
			listed = append(listed, row.ID)
		}
	}
	same(t, "the salon lists", slices.Sorted(slices.Values(listed)), slices.Sorted(slices.Values(want)))
}

func TestWhatChangesNothingIsNotAnnounced(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.VideoOnlyModeEndInput{ID: westMode})
		s.do(t, salon.ServiceArchiveInput{ID: balayage})
		s.do(t, salon.StaffArchiveInput{ID: ella})
		s.now++
		before := s.dump(t)
		for _, input := range []any{
			salon.BranchUpdateInput{ID: mitte},
			salon.BranchUpdateInput{ID: mitte, Name: new(" Salon Mitte ")},
			salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date("2026-11-26")},
			salon.ServiceCategoryUpdateInput{ID: hair, Name: "Haare"},
			salon.ServiceUpdateInput{ID: cut},
			salon.ServiceArchiveInput{ID: balayage},
			salon.ServiceRestoreInput{ID: cut},
			salon.StaffUpdateInput{ID: anna},
			salon.StaffUpdateInput{ID: anna, FirstName: new("Anna")},
			salon.StaffRoleSetInput{ID: anna, Role: staff.RoleOWNER},
			salon.StaffSamePersonSetInput{ID: anna},
			salon.StaffSamePersonSetInput{ID: anna, SamePersonAs: new(anna)},
			salon.StaffArchiveInput{ID: ella},
			salon.StaffRestoreInput{ID: anna},
			salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte, Active: true},
			salon.StaffBranchSetInput{StaffID: ben, BranchID: west, Active: false},
			salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair), Qualified: new(true)},
			salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(cut)},
			salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: date("2026-11-26")},
			salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("meet.jit.si/visavis-demo-anna")},
			salon.StaffVideoLinkRemoveInput{StaffID: ben},
			salon.StaffCalendarFeedRemoveInput{StaffID: anna},
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{}},
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben}, ExceptStaffIDs: []string{ben}},
			salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: []string{anna, ben, clara, ella, frida}},
		} {
			if stranded := s.do(t, input); len(stranded) > 0 {
				t.Errorf("%T strands %v", input, stranded)
			}
			same(t, fmt.Sprintf("%T changes", input), s.dump(t), before)
		}
	})
}

func TestTheAuditTrailRecordsRelatedRowsOfANewProfile(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			input any
			after []string // what its audit entry holds
		}{
			{salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleMEMBER, BranchIDs: []string{mitte}}, []string{`"Fay"`, mitte}},
			{salon.StaffDuplicateForVideoInput{StaffID: anna}, []string{`"Video Anna"`, mitte, west, videoCare, videoTint, `"JITSI"`}},
			{
				salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna, ben}, Until: dateRef("2026-11-29"), Hours: weekly(t, "18:00-20:00", time.Friday)},
				[]string{anna, ben, "18:00", `"2026-11-29"`},
			},
		} {
			s.do(t, test.input)
			entry := s.store.Client().AuditEntry.Query().Where(auditentry.Action(mutationOf(test.input))).OnlyX(byOwner(t))
			for _, part := range test.after {
				if !strings.Contains(string(entry.After), part) {
					t.Errorf("%s tells nothing of %s: %s", entry.Action, part, entry.After)
				}
			}
		}
	})
}

func TestTheAuditTrailDistinguishesRoomsWithoutNamingThem(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://meet.jit.si/another")})
		entry := s.store.Client().AuditEntry.Query().OnlyX(byOwner(t))
		if string(entry.Before) == string(entry.After) {
			t.Errorf("both rooms are %s", entry.After)
		}
	})
}
