package salon_test

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/auditentry"
	"visavis/ent/branch"
	"visavis/ent/change"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/salon"
)

// An example is a mutation of the test salon that goes well.
type example struct {
	given    func(context.Context, *ent.Client) // what has to be so before; nil: nothing
	input    any
	kind     change.Kind
	branches []string // in which it is announced; none for a new branch
	staff    []string // nil: everyone
	dates    string   // of the change: first..last
	audit    string   // what the audit entry holds: before, after or both
	stranded []string // the appointments that it strands
}

// created stands for the ID of what the mutation makes.
const created = "created"

// examples returns at least one input of every mutation; together they cover every ID field.
func examples(t *testing.T) []example {
	both := []string{mitte, west}
	return []example{
		{input: salon.BranchCreateInput{Name: "Salon Süd", TimeZone: "Europe/Berlin", Locale: branch.LocaleDE}, audit: "after"},
		{
			input: salon.BranchUpdateInput{ID: mitte, TimeZone: new("Asia/Tokyo")},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaEvening", "apt_annaVideo", "apt_ben", "apt_benDecember", "apt_benMonday"},
		},
		{
			input: salon.BranchOpeningHoursReplaceInput{
				BranchID: mitte, Hours: weekly(t, "10:30-19:00", time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
			},
			kind: change.KindOPENING_HOURS, branches: []string{mitte}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_ben", "apt_benDecember"},
		},
		{
			input: salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date(t, "2026-11-25"), Reason: new("Wasserschaden")},
			kind:  change.KindOPENING_EXCEPTION, branches: []string{mitte}, dates: "2026-11-25..2026-11-25", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_ben"},
		},
		{
			input: salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date(t, "2026-11-30")},
			kind:  change.KindOPENING_EXCEPTION, branches: []string{mitte}, dates: "2026-11-30..2026-11-30", audit: "before",
			stranded: []string{"apt_benMonday"},
		},
		{input: salon.ServiceCategoryCreateInput{Name: "Bärte"}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "after"},
		{input: salon.ServiceCategoryUpdateInput{ID: hair, Name: "Haar"}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "both"},
		{input: salon.ServiceCategoryRemoveInput{ID: cosmetics}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "before"},
		{
			input: salon.ServiceCreateInput{CategoryID: hair, Name: "Pony", Delivery: service.DeliveryIN_SALON, Duration: 15 * time.Minute},
			kind:  change.KindSERVICE, branches: both, dates: "..", audit: "after",
		},
		{
			input: salon.ServiceUpdateInput{ID: cut, CategoryID: new(cosmetics)},
			kind:  change.KindSERVICE, branches: both, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaWest", "apt_ben", "apt_benDecember", "apt_benMonday"},
		},
		{input: salon.ServiceArchiveInput{ID: cut}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "both"},
		{
			given: func(ctx context.Context, c *ent.Client) { c.Service.UpdateOneID(balayage).SetArchivedAt(1).ExecX(ctx) },
			input: salon.ServiceRestoreInput{ID: balayage}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "both",
		},
		{
			input: salon.StaffCreateInput{FirstName: "Video Anna", Role: staff.RoleMEMBER, SamePersonAs: new(anna), BranchIDs: []string{mitte}},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{created}, dates: "..", audit: "after",
		},
		{
			// Ben is away when Clara is: of two profiles of a person, both are affected.
			input: salon.StaffUpdateInput{ID: ben, SamePersonAs: new(clara)},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{ben, clara}, dates: "..", audit: "both",
			stranded: []string{"apt_benDecember"},
		},
		{
			input: salon.StaffArchiveInput{ID: anna},
			kind:  change.KindSTAFF, branches: both, staff: []string{anna}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaEvening", "apt_annaVideo", "apt_annaWest"},
		},
		{
			given: func(ctx context.Context, c *ent.Client) { c.Staff.UpdateOneID(clara).SetArchivedAt(1).ExecX(ctx) },
			input: salon.StaffRestoreInput{ID: clara}, kind: change.KindSTAFF, branches: []string{mitte}, staff: []string{clara}, dates: "..", audit: "both",
		},
		{
			input: salon.StaffDuplicateForVideoInput{StaffID: anna},
			kind:  change.KindSTAFF, branches: both, staff: []string{created}, dates: "..", audit: "after",
		},
		{
			input: salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte, Active: false},
			kind:  change.KindBRANCH_LIBRARY, branches: []string{mitte}, staff: []string{anna}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaEvening", "apt_annaVideo"},
		},
		{
			input: salon.StaffBranchSetInput{StaffID: ben, BranchID: west, Active: true},
			kind:  change.KindBRANCH_LIBRARY, branches: []string{west}, staff: []string{ben}, dates: "..", audit: "after",
		},
		{
			input: salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair)},
			kind:  change.KindCOMPETENCY, branches: both, staff: []string{anna}, dates: "..", audit: "before",
			stranded: []string{"apt_annaCut", "apt_annaWest"},
		},
		{
			input: salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(videoTint), Qualified: new(false)},
			kind:  change.KindCOMPETENCY, branches: both, staff: []string{anna}, dates: "..", audit: "after",
			stranded: []string{"apt_annaEvening", "apt_annaVideo"},
		},
		{
			input: salon.StaffVideoLinkSetInput{StaffID: anna, Link: "https://zoom.us/j/84512345678?pwd=geheim"},
			kind:  change.KindVIDEO_LINK, branches: both, staff: []string{anna}, dates: "..", audit: "both",
		},
		{
			input: salon.StaffVideoLinkRemoveInput{StaffID: anna},
			kind:  change.KindVIDEO_LINK, branches: both, staff: []string{anna}, dates: "..", audit: "before",
			stranded: []string{"apt_annaEvening", "apt_annaVideo"},
		},
		{input: salon.StaffCalendarFeedRenewInput{StaffID: anna}, audit: "both"},
		{
			given: func(ctx context.Context, c *ent.Client) {
				c.Staff.UpdateOneID(anna).SetCalendarTokenHash("x").ExecX(ctx)
			},
			input: salon.StaffCalendarFeedRemoveInput{StaffID: anna}, audit: "both",
		},
		{
			input: salon.StaffWorkPlanReplaceInput{
				StaffID: anna, BranchID: mitte, RotationWeeks: 1,
				ValidFrom: dateRef(t, "2026-11-25"), ValidUntil: dateRef(t, "2026-11-29"),
			},
			kind: change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{anna}, dates: "2026-11-25..2026-11-29", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo"},
		},
		{
			input: salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: []string{anna, clara}},
			kind:  change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{ben, ella}, dates: "2026-11-23..", audit: "both",
			stranded: []string{"apt_ben", "apt_benDecember", "apt_benMonday"},
		},
		{
			input: salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben}, From: dateRef(t, "2026-12-01")},
			kind:  change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{ben}, dates: "2026-12-01..", audit: "both",
			stranded: []string{"apt_benDecember"},
		},
		{
			input: salon.StaffShiftOverrideSetInput{
				StaffID: ben, BranchID: mitte, Date: date(t, "2026-11-25"), Intervals: intervals(t, "14:00-18:00"),
			},
			kind: change.KindSHIFT_OVERRIDE, branches: []string{mitte}, staff: []string{ben}, dates: "2026-11-25..2026-11-25", audit: "both",
			stranded: []string{"apt_ben"},
		},
		{
			input: salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: date(t, "2026-11-30")},
			kind:  change.KindSHIFT_OVERRIDE, branches: []string{mitte}, staff: []string{ben}, dates: "2026-11-30..2026-11-30", audit: "before",
			stranded: []string{"apt_benMonday"},
		},
		{
			input: salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: absence.KindHOLIDAY, Days: &salon.DaysInput{First: date(t, "2026-11-25"), Last: date(t, "2026-11-27")},
			},
			kind: change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "after",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_annaWest"},
		},
		{
			// Its dates are those that it may touch in any zone.
			input: salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: absence.KindBREAK,
				Times: &salon.TimesInput{Start: berlin(t, "2026-11-25 10:30"), End: berlin(t, "2026-11-25 11:00")},
			},
			kind: change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-24..2026-11-26", audit: "after",
			stranded: []string{"apt_annaCut"},
		},
		{
			input: salon.StaffAbsenceRemoveInput{ID: sickness},
			kind:  change.KindABSENCE, branches: []string{mitte}, staff: []string{clara}, dates: "2026-12-07..2026-12-08", audit: "before",
		},
		{
			input: salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, Until: dateRef(t, "2026-11-29")},
			kind:  change.KindVIDEO_ONLY_MODE, branches: []string{mitte}, dates: "2026-11-23..2026-11-29", audit: "after",
			stranded: []string{"apt_annaCut", "apt_ben"},
		},
		{
			input: salon.VideoOnlyModeEndInput{ID: evenings},
			kind:  change.KindVIDEO_ONLY_MODE, branches: []string{mitte}, dates: "2027-01-04..2027-01-10", audit: "before",
			stranded: []string{"apt_annaEvening"},
		},
	}
}

// mutationOf returns the API's name of the input's use case.
func mutationOf(input any) string {
	name := strings.TrimSuffix(reflect.TypeOf(input).Name(), "Input")
	return strings.ToLower(name[:1]) + name[1:]
}

// ofSalon reports whether the input belongs to a use case of this package.
func ofSalon(input string) bool {
	name := strings.ToUpper(input[:1]) + strings.TrimSuffix(input[1:], "Input")
	_, found := reflect.TypeFor[*salon.Salon]().MethodByName(name)
	return found
}

func TestEveryMutationHasAnExample(t *testing.T) {
	tried, strands := map[string]bool{}, map[string]bool{}
	for _, e := range examples(t) {
		tried[mutationOf(e.input)] = true
		if len(e.stranded) > 0 {
			strands[mutationOf(e.input)] = true
		}
	}
	parsed := schema(t)
	for _, mutation := range parsed.Mutation.Fields {
		if !ofSalon(mutation.Name + "Input") {
			continue
		}
		if !tried[mutation.Name] {
			t.Errorf("%s has no example", mutation.Name)
		}
		payload := parsed.Types[mutation.Type.Name()]
		if promised := payload.Fields.ForName("strandedAppointments") != nil; promised != strands[mutation.Name] {
			t.Errorf("%s: the schema promises stranded appointments: %t; an example has some: %t",
				mutation.Name, promised, strands[mutation.Name])
		}
		delete(tried, mutation.Name)
	}
	if len(tried) > 0 {
		t.Errorf("the schema lacks %v", slices.Collect(maps.Keys(tried)))
	}
}

func TestEveryMutationIsRecordedAnnouncedAndStrands(t *testing.T) {
	for _, e := range examples(t) {
		t.Run(reflect.TypeOf(e.input).Name(), func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				if e.given != nil {
					s.write(t, e.given)
				}
				before, err := s.StrandedAppointments(byOwner(t), mitte)
				check(t, err)
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
	entries := s.store.Client().AuditEntry.Query().AllX(byOwner(t))
	if len(entries) != 1 {
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
	rows, err := s.Branches(byOwner(t))
	check(t, err)
	sequences := map[string]int64{}
	for _, row := range rows {
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
		rows, err := s.StrandedAppointments(byOwner(t), branchID)
		check(t, err)
		for _, row := range rows {
			same(t, "the branch of "+row.ID, row.BranchID, branchID)
			listed = append(listed, row.ID)
		}
	}
	same(t, "the salon lists", slices.Sorted(slices.Values(listed)), slices.Sorted(slices.Values(want)))
}

// TestEveryIDIsChecked passes in every ID field an ID of another kind and an unknown ID.
func TestEveryIDIsChecked(t *testing.T) {
	parsed := schema(t)
	each(t, func(t *testing.T, s *testSalon) {
		given := map[string]bool{}
		for _, e := range examples(t) {
			name := reflect.TypeOf(e.input).Name()
			for _, field := range parsed.Types[name].Fields {
				if field.Type.Name() != "ID" || given[name+"."+field.Name] {
					continue
				}
				for wrong, code := range map[string]string{"apt_annaCut": "ID_OF_ANOTHER_KIND", "_\x00": "ID_OF_ANOTHER_KIND", "_unknown": "NOT_FOUND"} {
					input, path := withID(e.input, field.Name, wrong)
					if path != "" {
						given[name+"."+field.Name] = true
						s.refuses(t, input, code+" "+path)
					}
				}
			}
		}
		for name, input := range parsed.Types {
			if !strings.HasSuffix(name, "Input") || !ofSalon(name) {
				continue
			}
			for _, field := range input.Fields {
				if field.Type.Name() == "ID" && !given[name+"."+field.Name] {
					t.Errorf("no example gives %s.%s", name, field.Name)
				}
			}
		}
	})
}

// withID returns the input with another ID in a field, with the prefix of the field's kind if it has none, and the field's
// path, which is empty if the input leaves the field out.
func withID(input any, field, other string) (changed any, path string) {
	value := reflect.New(reflect.TypeOf(input)).Elem()
	value.Set(reflect.ValueOf(input))
	place := value.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, field) })
	replaced := func(present string) string {
		if strings.HasPrefix(other, "_") {
			prefix, _, _ := strings.Cut(present, "_")
			return prefix + other
		}
		return other
	}
	switch id := place.Interface().(type) {
	case string:
		place.SetString(replaced(id))
	case *string:
		if id == nil {
			return nil, ""
		}
		place.Set(reflect.ValueOf(new(replaced(*id))))
	case []string:
		if len(id) == 0 {
			return nil, ""
		}
		last := len(id) - 1
		place.Set(reflect.ValueOf(append(slices.Clone(id[:last]), replaced(id[last]))))
		return value.Interface(), fmt.Sprintf("%s.%d", field, last)
	}
	return value.Interface(), field
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
			salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date(t, "2026-11-26")},
			salon.ServiceCategoryUpdateInput{ID: hair, Name: "Haare"},
			salon.ServiceUpdateInput{ID: cut},
			salon.ServiceArchiveInput{ID: balayage},
			salon.ServiceRestoreInput{ID: cut},
			salon.StaffUpdateInput{ID: anna},
			salon.StaffUpdateInput{ID: anna, FirstName: new("Anna"), SamePersonAs: new(anna)},
			salon.StaffArchiveInput{ID: ella},
			salon.StaffRestoreInput{ID: anna},
			salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte, Active: true},
			salon.StaffBranchSetInput{StaffID: ben, BranchID: west, Active: false},
			salon.StaffCompetencySetInput{StaffID: anna, CategoryID: new(hair), Qualified: new(true)},
			salon.StaffCompetencySetInput{StaffID: anna, ServiceID: new(cut)},
			salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: date(t, "2026-11-26")},
			salon.StaffVideoLinkSetInput{StaffID: anna, Link: "meet.jit.si/visavis-demo-anna"},
			salon.StaffVideoLinkRemoveInput{StaffID: ben},
			salon.StaffCalendarFeedRemoveInput{StaffID: anna},
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{}},
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben}, ExceptStaffIDs: []string{ben}},
			salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: []string{anna, ben, clara, ella}},
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
				salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna, ben}, Until: dateRef(t, "2026-11-29"), Hours: weekly(t, "18:00-20:00", time.Friday)},
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
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: "https://meet.jit.si/another"})
		entry := s.store.Client().AuditEntry.Query().OnlyX(byOwner(t))
		if string(entry.Before) == string(entry.After) {
			t.Errorf("both rooms are %s", entry.After)
		}
	})
}
