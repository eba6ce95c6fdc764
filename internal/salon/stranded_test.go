package salon_test

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

func TestAChangeTellsWhichAppointmentsItStrands(t *testing.T) {
	type stranding func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error)
	tests := []struct {
		name   string
		change stranding
		want   string // which of the cut at 09:00, the video at 10:00 and the cut of Ben at 11:00
	}{
		{"another name of the branch", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.BranchUpdate(ctx, salon.BranchUpdateInput{ID: mitte, Name: pointer("Salon am Markt")})
			return stranded, err
		}, ""},
		{"another zone", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.BranchUpdate(ctx, salon.BranchUpdateInput{ID: mitte, TimeZone: pointer("Asia/Tokyo")})
			return stranded, err
		}, "cut video ben"},
		{"closed until ten", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.BranchOpeningExceptionSet(ctx, salon.BranchOpeningExceptionSetInput{
				BranchID: mitte, Date: *date("2026-11-24"), Intervals: []civil.Interval{{From: 600, To: 1200}}})
			return stranded, err
		}, "cut"},
		{"never open", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.BranchOpeningHoursReplace(ctx, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
			return stranded, err
		}, "cut video ben"},
		{"Anna is archived", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffArchive(ctx, salon.StaffArchiveInput{ID: anna})
			return stranded, err
		}, "cut video"},
		{"Anna leaves the branch", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffBranchSet(ctx, salon.StaffBranchSetInput{StaffID: anna, BranchID: mitte})
			return stranded, err
		}, "cut video"},
		{"Anna leaves the other branch", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffBranchSet(ctx, salon.StaffBranchSetInput{StaffID: anna, BranchID: west})
			return stranded, err
		}, ""},
		{"Anna consults no longer", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffCompetencySet(ctx, salon.StaffCompetencySetInput{
				StaffID: anna, CategoryID: pointer("cat_demo-video"), Qualified: pointer(false)})
			return stranded, err
		}, "video"},
		{"Anna has no link", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffVideoLinkRemove(ctx, salon.StaffVideoLinkRemoveInput{StaffID: anna})
			return stranded, err
		}, "video"},
		{"the cut is of another category", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			category, err := s.ServiceCategoryCreate(ctx, salon.ServiceCategoryCreateInput{Name: "Neu"})
			if err != nil {
				return nil, err
			}
			_, stranded, err := s.ServiceUpdate(ctx, salon.ServiceUpdateInput{ID: "svc_demo-cut", CategoryID: &category.ID})
			return stranded, err
		}, "cut ben"},
		{"Anna works from ten", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffShiftOverrideSet(ctx, salon.StaffShiftOverrideSetInput{
				StaffID: anna, BranchID: mitte, Date: *date("2026-11-24"), Intervals: []civil.Interval{{From: 600, To: 720}}})
			return stranded, err
		}, "cut"},
		{"nobody works any more", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffWorkPlanClear(ctx, salon.StaffWorkPlanClearInput{BranchID: mitte})
			return stranded, err
		}, "cut video ben"},
		{"nobody but Ben works any more", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffWorkPlanClear(ctx, salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: []string{ben}})
			return stranded, err
		}, "cut video"},
		{"nobody works from Wednesday on", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffWorkPlanClear(ctx, salon.StaffWorkPlanClearInput{BranchID: mitte, From: date("2026-11-25")})
			return stranded, err
		}, ""},
		{"Anna has no plan", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffWorkPlanReplace(ctx, salon.StaffWorkPlanReplaceInput{StaffID: anna, BranchID: mitte, RotationWeeks: 1})
			return stranded, err
		}, "cut video"},
		{"Anna is sick", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffAbsenceAdd(ctx, salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: "SICK", Days: &salon.DaysInput{First: *date("2026-11-24"), Last: *date("2026-11-24")}})
			return stranded, err
		}, "cut video"},
		{"Anna has a break until a quarter past nine", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.StaffAbsenceAdd(ctx, salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: "BREAK", Times: &salon.TimesInput{Start: tuesday("08:00"), End: tuesday("09:15")}})
			return stranded, err
		}, "cut"},
		{"video only, by Anna", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.VideoOnlyModeStart(ctx, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}})
			return stranded, err
		}, "cut ben"},
		{"video only, by Ben", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.VideoOnlyModeStart(ctx, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{ben}})
			return stranded, err
		}, "cut video ben"},
		{"video only from Wednesday on", func(s demoSalon, ctx context.Context) ([]*ent.Appointment, error) {
			_, stranded, err := s.VideoOnlyModeStart(ctx, salon.VideoOnlyModeStartInput{BranchID: mitte, From: date("2026-11-25"), StaffIDs: []string{ben}})
			return stranded, err
		}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			eachDemo(t, func(t *testing.T, s demoSalon) {
				names := map[string]string{
					s.book(anna, "svc_demo-cut", "09:00", "09:45"):          "cut",
					s.book(anna, "svc_demo-video-colour", "10:00", "10:30"): "video",
					s.book(ben, "svc_demo-cut", "11:00", "11:45"):           "ben",
				}
				stranded, err := test.change(s, t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if got := named(stranded, names); got != test.want {
					t.Errorf("stranded are %q, want %q", got, test.want)
				}
				listed, err := s.StrandedAppointments(t.Context(), mitte)
				if err != nil {
					t.Fatal(err)
				}
				if got := named(listed, names); got != test.want {
					t.Errorf("listed are %q, want %q", got, test.want)
				}
			})
		})
	}
}

func named(appointments []*ent.Appointment, names map[string]string) string {
	said := ""
	for i, a := range appointments {
		if i > 0 {
			said += " "
		}
		said += names[a.ID]
	}
	return said
}

func TestWhatIsStrandedAlreadyIsNotToldAgain(t *testing.T) {
	eachDemo(t, func(t *testing.T, s demoSalon) {
		id := s.book(anna, "svc_demo-cut", "09:00", "09:45")
		_, first, err := s.StaffArchive(t.Context(), salon.StaffArchiveInput{ID: anna})
		if err != nil || idsOf(first) != id {
			t.Errorf("first: %s, %v", idsOf(first), err)
		}
		_, second, err := s.BranchOpeningHoursReplace(t.Context(), salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
		if err != nil || idsOf(second) != "" {
			t.Errorf("second: %s, %v", idsOf(second), err)
		}
	})
}
