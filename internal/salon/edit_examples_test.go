package salon_test

import (
	"context"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/ent/branch"
	"visavis/ent/change"
	"visavis/ent/mailtext"
	"visavis/ent/service"
	"visavis/ent/staff"
	mailtexts "visavis/internal/mailtext"
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
	entries  int      // of the audit trail; 0: one
	stranded []string // the appointments that it strands
}

// created stands for the ID of what the mutation makes.
const created = "created"

func hasPicture(ctx context.Context, client *ent.Client) {
	client.Picture.Create().SetID("pic_a").SetContentType("image/png").SetWidth(1).SetHeight(1).SetContent([]byte("content")).SetUsedAt(0).ExecX(ctx)
}

// asked is the request of [asksForHoliday].
const asked = "arq_anna"

// asksForHoliday gives Anna a request in a state.
func asksForHoliday(state absencerequest.State) func(context.Context, *ent.Client) {
	return func(ctx context.Context, client *ent.Client) {
		client.AbsenceRequest.Create().SetID(asked).SetStaffID(anna).SetKind(absencerequest.KindHOLIDAY).
			SetFirstDay(date("2026-11-25")).SetLastDay(date("2026-11-27")).SetCreatedAt(0).SetState(state).ExecX(ctx)
	}
}

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
			input: salon.BranchUpdateInput{ID: mitte, PhotosKeptDays: new(7)},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "both",
		},
		{
			given: hasPicture,
			input: salon.BranchUpdateInput{ID: mitte, LogoID: new("pic_a"), Accent: new("#B3267A")},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "both",
		},
		{
			given: func(ctx context.Context, c *ent.Client) {
				c.Branch.UpdateOneID(mitte).SetOwnRoomByDefault(true).ExecX(ctx)
				c.VideoLink.Delete().ExecX(ctx)
			},
			input: salon.BranchUpdateInput{ID: mitte, OwnRoomByDefault: new(false), AdmitByHand: new(true)},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "both",
			stranded: []string{"apt_annaEvening", "apt_annaVideo"},
		},
		{
			given: func(ctx context.Context, c *ent.Client) {
				c.Branch.UpdateOneID(mitte).SetOwnRoomByDefault(true).ExecX(ctx)
				c.VideoLink.Delete().ExecX(ctx)
			},
			input: salon.BranchSetUpInput{BranchID: mitte, OwnRoomByDefault: new(false)},
			kind:  change.KindSERVICE, branches: both, dates: "..", audit: "both",
			stranded: []string{"apt_annaEvening", "apt_annaVideo"},
		},
		{
			input: salon.BranchRetentionSetInput{BranchID: mitte, Months: new(12), Customers: new(100)},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "both",
		},
		{
			input: salon.MailTextSetInput{BranchID: mitte, Kind: mailtext.KindMOVED, Locale: branch.LocaleDE, Content: mailtexts.Content{Subject: "Neu"}},
			kind:  change.KindBRANCH, branches: []string{mitte}, dates: "..", audit: "after",
		},
		{
			input: salon.BranchOpeningHoursReplaceInput{
				BranchID: mitte, Hours: weekly(t, "10:30-19:00", time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
			},
			kind: change.KindOPENING_HOURS, branches: []string{mitte}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_ben", "apt_benDecember"},
		},
		{
			input: salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date("2026-11-25"), Reason: new("Wasserschaden")},
			kind:  change.KindOPENING_EXCEPTION, branches: []string{mitte}, dates: "2026-11-25..2026-11-25", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_ben"},
		},
		{
			input: salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: date("2026-11-30")},
			kind:  change.KindOPENING_EXCEPTION, branches: []string{mitte}, dates: "2026-11-30..2026-11-30", audit: "before",
			stranded: []string{"apt_benMonday"},
		},
		{
			input: salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: []salon.OpeningExceptionInput{
				{Date: date("2026-11-30")}, {Date: date("2026-11-25"), Intervals: intervals("10:30-12:00")},
			}},
			kind: change.KindOPENING_EXCEPTION, branches: []string{mitte}, dates: "2026-11-25..2026-11-30", audit: "both",
			stranded: []string{"apt_annaCut", "apt_ben", "apt_benMonday"},
		},
		{
			given: createdBySetUp,
			input: salon.BranchSetUpInput{
				BranchID:     mitte,
				OpeningHours: weekly(t, "10:30-19:00", time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
				Categories: []salon.NewCategoryInput{{Name: "Bärte", Services: []salon.NewServiceInput{
					{Name: "Bart", Delivery: service.DeliveryIN_SALON, Duration: 15 * time.Minute},
				}}},
				QualifiedStaffIDs: []string{anna}, RemovedCategoryIDs: []string{cosmetics}, RemovedServiceIDs: []string{videoCare},
			},
			kind: change.KindSERVICE, branches: both, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_ben", "apt_benDecember"},
		},
		{input: salon.ServiceCategoryCreateInput{Name: "Bärte"}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "after"},
		{input: salon.ServiceCategoryUpdateInput{ID: hair, Name: "Haar"}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "both"},
		{input: salon.ServiceCategoryRemoveInput{ID: cosmetics}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "before"},
		{
			given: func(ctx context.Context, c *ent.Client) {
				c.AuditEntry.Create().SetID("aud_removed").SetAt(1).SetActor("STAFF").SetAction("serviceCategoryRemove").SetSubjectID("cat_removed").
					SetBefore([]byte(`{"name":"Nägel"}`)).SaveX(ctx)
			},
			input: salon.ServiceCategoryRestoreInput{ID: "cat_removed"}, kind: change.KindSERVICE, branches: both, dates: "..", audit: "after",
		},
		{
			input: salon.ServiceCreateInput{CategoryID: new(hair), Name: "Pony", Delivery: service.DeliveryIN_SALON, Duration: 15 * time.Minute},
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
			input: salon.StaffProfilesCreateInput{
				BranchID: mitte, Profiles: []salon.NewProfileInput{{FirstName: "Gina", LastName: new("Gold"), Email: new("gina@salon.example")}}, Qualified: true, WorksOpeningHours: true,
			},
			kind: change.KindSTAFF, branches: []string{mitte}, staff: []string{created}, dates: "..", audit: "after",
		},
		{
			input: salon.StaffProfilesArchiveInput{IDs: []string{anna, ben}},
			kind:  change.KindSTAFF, branches: both, staff: []string{anna, ben}, dates: "..", audit: "both", entries: 2,
			stranded: []string{"apt_annaCut", "apt_annaEvening", "apt_annaVideo", "apt_annaWest", "apt_ben", "apt_benDecember", "apt_benMonday"},
		},
		{
			// Ben is away when Clara is: of two profiles of a person, both are affected.
			input: salon.StaffSamePersonSetInput{ID: ben, SamePersonAs: new(clara)},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{ben, clara}, dates: "..", audit: "both",
			stranded: []string{"apt_benDecember"},
		},
		{
			input: salon.StaffUpdateInput{ID: ben, LastName: new("Bauer")},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{ben}, dates: "..", audit: "both",
		},
		{
			given: hasPicture,
			input: salon.StaffUpdateInput{ID: ben, PhotoID: new("pic_a")},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{ben}, dates: "..", audit: "both",
		},
		{
			input: salon.StaffRoleSetInput{ID: ben, Role: staff.RoleMANAGER},
			kind:  change.KindSTAFF, branches: []string{mitte}, staff: []string{ben}, dates: "..", audit: "both",
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
			input: salon.StaffCompetenciesSetInput{StaffID: anna, Competencies: []salon.CompetencyInput{
				{CategoryID: new(hair)}, {ServiceID: new(videoTint), Qualified: new(false)},
			}},
			kind: change.KindCOMPETENCY, branches: both, staff: []string{anna}, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaEvening", "apt_annaVideo", "apt_annaWest"},
		},
		{
			input: salon.StaffCompetenciesSetInput{
				StaffID: anna, NewCategoryName: new("Bärte"), RemovedCategoryID: new(cosmetics), Competencies: []salon.CompetencyInput{{CategoryID: new(hair)}},
			},
			kind: change.KindSERVICE, branches: both, dates: "..", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaWest"},
		},
		{
			input: salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/84512345678?pwd=geheim")},
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
				c.CalendarFeed.Create().SetPersonID("prs_demo-anna").SetMakerID(anna).SetSecretHash("x").ExecX(ctx)
			},
			input: salon.StaffCalendarFeedRemoveInput{StaffID: anna}, audit: "both",
		},
		{
			input: salon.StaffWorkPlanReplaceInput{
				StaffID: anna, BranchID: mitte, RotationWeeks: 1,
				ValidFrom: dateRef("2026-11-25"), ValidUntil: dateRef("2026-11-29"),
			},
			kind: change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{anna}, dates: "2026-11-25..2026-11-29", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo"},
		},
		{
			input: salon.StaffWorkPlansReplaceInput{
				BranchID: mitte,
				Plans:    []salon.WorkPlanInput{{StaffID: anna, RotationWeeks: 1, ValidFrom: dateRef("2026-11-25"), ValidUntil: dateRef("2026-11-29")}},
				ShiftOverrides: []salon.ShiftOverrideInput{
					{StaffID: ben, Date: date("2026-12-08"), Intervals: intervals("14:00-18:00")}, {StaffID: ben, Date: date("2026-11-30")},
				},
			},
			kind: change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{anna, ben}, dates: "2026-11-25..2026-12-08", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_benDecember", "apt_benMonday"},
		},
		{
			input: salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: []string{anna, clara}},
			kind:  change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{ben, ella, frida}, dates: "2026-11-23..", audit: "both",
			stranded: []string{"apt_ben", "apt_benDecember", "apt_benMonday"},
		},
		{
			input: salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben}, From: dateRef("2026-12-01")},
			kind:  change.KindWORK_PLAN, branches: []string{mitte}, staff: []string{ben}, dates: "2026-12-01..", audit: "both",
			stranded: []string{"apt_benDecember"},
		},
		{
			input: salon.StaffShiftOverrideSetInput{
				StaffID: ben, BranchID: mitte, Date: date("2026-11-25"), Intervals: intervals("14:00-18:00"),
			},
			kind: change.KindSHIFT_OVERRIDE, branches: []string{mitte}, staff: []string{ben}, dates: "2026-11-25..2026-11-25", audit: "both",
			stranded: []string{"apt_ben"},
		},
		{
			input: salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: date("2026-11-30")},
			kind:  change.KindSHIFT_OVERRIDE, branches: []string{mitte}, staff: []string{ben}, dates: "2026-11-30..2026-11-30", audit: "before",
			stranded: []string{"apt_benMonday"},
		},
		{
			input: salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: absence.KindHOLIDAY, Days: &salon.DaysInput{First: date("2026-11-25"), Last: date("2026-11-27")},
			},
			kind: change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "after",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_annaWest"},
		},
		{
			// Its dates are those that it may touch in any zone.
			input: salon.StaffAbsenceAddInput{
				StaffID: anna, Kind: absence.KindBREAK,
				Times: &salon.TimesInput{Start: berlin("2026-11-25 10:30"), End: berlin("2026-11-25 11:00")},
			},
			kind: change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-24..2026-11-26", audit: "after",
			stranded: []string{"apt_annaCut"},
		},
		{
			input: salon.AbsenceRequestCreateInput{Kind: "TRAINING", Days: &salon.DaysInput{First: date("2026-11-25"), Last: date("2026-11-27")}},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "after",
		},
		{
			given: asksForHoliday("OPEN"),
			input: salon.AbsenceRequestApproveInput{ID: asked},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "both",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_annaWest"},
		},
		{
			given: asksForHoliday("OPEN"),
			input: salon.AbsenceRequestDeclineInput{ID: asked, Answer: new("Da ist Messe")},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "both",
		},
		{
			given: asksForHoliday("DECLINED"),
			input: salon.AbsenceRequestReopenInput{ID: asked},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "both",
		},
		{
			given: asksForHoliday("OPEN"),
			input: salon.AbsenceRequestWithdrawInput{ID: asked},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "both",
		},
		{
			input: salon.StaffAbsenceRemoveInput{ID: sickness},
			kind:  change.KindABSENCE, branches: []string{mitte}, staff: []string{clara}, dates: "2026-12-07..2026-12-08", audit: "before",
		},
		{
			given: func(ctx context.Context, client *ent.Client) {
				client.RemovedAbsence.Create().SetID("abs_removed").SetPersonID("prs_demo-anna").SetKind("HOLIDAY").
					SetFirstDay(date("2026-11-25")).SetLastDay(date("2026-11-27")).SetExpiresAt(berlin("2026-12-24 12:00")).ExecX(ctx)
			},
			input: salon.StaffAbsenceRestoreInput{ID: "abs_removed"},
			kind:  change.KindABSENCE, branches: both, staff: []string{anna}, dates: "2026-11-25..2026-11-27", audit: "after",
			stranded: []string{"apt_annaCut", "apt_annaVideo", "apt_annaWest"},
		},
		{
			input: salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, Until: dateRef("2026-11-29")},
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
