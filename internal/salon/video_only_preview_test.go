package salon_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/pagination"
	"visavis/internal/salon"
	"visavis/internal/schedule"
)

func TestThePreviewAgreesWithTheStart(t *testing.T) {
	for _, test := range []struct {
		name     string
		input    salon.VideoOnlyModeStartInput
		first    string // the dates of which the preview tells what is bookable
		last     string
		affected []string
		lacks    map[string]string
	}{
		{
			"from today until it is ended, as in the plan", salon.VideoOnlyModeStartInput{StaffIDs: []string{anna, clara}},
			"2026-11-23", "2026-11-29", []string{"apt_annaCut", "apt_ben", "apt_benDecember", "apt_benMonday"},
			map[string]string{anna: "ready", clara: "VIDEO_COMPETENCY"},
		},
		{
			"two days with own hours",
			salon.VideoOnlyModeStartInput{
				From: dateRef("2026-11-25"), Until: dateRef("2026-11-26"), StaffIDs: []string{ella, ben},
				Hours: weekly(t, "18:00-20:00", time.Wednesday, time.Thursday, time.Friday),
			},
			"2026-11-25", "2026-11-26", []string{"apt_annaCut", "apt_annaVideo", "apt_ben"},
			map[string]string{ella: "ready", ben: "VIDEO_LINK"},
		},
		{
			"two days without own hours", // on which Anna is in West
			salon.VideoOnlyModeStartInput{From: dateRef("2026-11-27"), Until: dateRef("2026-11-28"), StaffIDs: []string{anna, ella}},
			"2026-11-27", "2026-11-28", nil,
			map[string]string{anna: "WORK_PLAN", ella: "WORK_PLAN"},
		},
		{
			"own hours on none of its days",
			salon.VideoOnlyModeStartInput{
				From: dateRef("2026-11-26"), Until: dateRef("2026-11-26"), StaffIDs: []string{anna}, Hours: weekly(t, "18:00-20:00", time.Friday),
			},
			"2026-11-26", "2026-11-26", nil,
			map[string]string{anna: "WORK_PLAN"},
		},
		{
			"in a fortnight", salon.VideoOnlyModeStartInput{From: dateRef("2026-12-07"), StaffIDs: []string{anna}},
			"2026-12-07", "2026-12-13", []string{"apt_benDecember"},
			map[string]string{anna: "ready"},
		},
		{
			"since last week", salon.VideoOnlyModeStartInput{From: dateRef("2026-11-16"), Until: dateRef("2026-11-25"), StaffIDs: []string{anna}},
			"2026-11-23", "2026-11-25", []string{"apt_annaCut", "apt_ben"},
			map[string]string{anna: "ready"},
		},
		{
			"last week", salon.VideoOnlyModeStartInput{From: dateRef("2026-11-16"), Until: dateRef("2026-11-22"), StaffIDs: []string{anna}},
			"", "", nil,
			map[string]string{anna: "WORK_PLAN OPENING_HOURS"}, // there is no day left
		},
		{
			"beyond the horizon", salon.VideoOnlyModeStartInput{From: dateRef("2027-03-01"), StaffIDs: []string{anna}},
			"2027-03-01", "2027-03-07", nil,
			map[string]string{anna: "ready"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				s.do(t, salon.VideoOnlyModeEndInput{ID: evenings})
				s.write(t, func(ctx context.Context, c *ent.Client) { c.Appointment.DeleteOneID("apt_annaEvening").ExecX(ctx) })
				before := s.dump(t)
				input := test.input
				input.BranchID = mitte
				preview, err := s.VideoOnlyModePreview(byOwner(t), input)
				check(t, err)
				affected := everyPage(t, 2, func(request pagination.Request) (*salon.AppointmentPage, error) {
					return s.PreviewedAppointments(byOwner(t), preview, request)
				}, idOfAppointment)
				consulting, err := s.PreviewedStaff(byOwner(t), preview)
				check(t, err)
				bookable, err := s.PreviewedConsultations(byOwner(t), preview)
				check(t, err)
				same(t, "the preview changes nothing", s.dump(t), before)

				started, stranded, err := s.VideoOnlyModeStart(byOwner(t), input)
				check(t, err)
				same(t, "the dates", fmt.Sprint(preview.From, preview.Until), fmt.Sprint(started.FirstDate, started.LastDate))
				same(t, "affected, by start", fmt.Sprint(affected), fmt.Sprint(names(stranded, idOfAppointment)))
				same(t, "stranded", idsOf(stranded), test.affected)

				var offers []*schedule.Offer
				if test.first != "" {
					offers, err = s.booking.BookableVideoConsultations(byOwner(t), booking.Search{
						BranchID: mitte, Dates: civil.DateRange{First: date(test.first), Last: date(test.last)},
					})
					check(t, err)
				}
				same(t, "bookable", written(bookable), written(offers))

				lacks := map[string]string{}
				for _, r := range consulting {
					lacks[r.Staff.ID] = missing(r)
				}
				same(t, "what they lack", lacks, test.lacks)
			})
		})
	}
}

func idOfAppointment(a *ent.Appointment) string { return a.ID }

func written(offers []*schedule.Offer) string {
	text := ""
	for _, o := range offers {
		text += fmt.Sprintln(o.Service.Name, o.Staff.DisplayName, o.Days)
	}
	return text
}
