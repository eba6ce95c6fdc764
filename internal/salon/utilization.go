package salon

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// UtilizationHour is the utilization of one hour of the week.
type UtilizationHour struct {
	Weekday         time.Weekday
	Hour            int
	Working, Booked time.Duration
}

// UtilizationSearch selects the utilization of a branch on local dates.
type UtilizationSearch struct {
	BranchID string
	Dates    civil.DateRange
	StaffIDs []string // nil: all that are active in the branch
}

// maxUtilizationIDs is the largest number of profiles that a search may name.
const maxUtilizationIDs = 1000

// Utilization returns the utilization of each hour of the week, from Monday. Hours without any are left out.
func (s *Salon) Utilization(ctx context.Context, search UtilizationSearch) (hours []*UtilizationHour, err error) {
	if err := search.check(); err != nil {
		return nil, err
	}
	members := schedule.ActiveIn(search.BranchID)
	if search.StaffIDs != nil {
		members = append(members, staff.IDIn(search.StaffIDs...))
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := schedule.Load(ctx, client, schedule.Scope{
			BranchID: search.BranchID, Dates: search.Dates, Staff: members, Now: s.clock(),
		})
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "branchId")
		}
		if err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, search.BranchID, "branchId"); err != nil {
			return err
		}
		booked, err := bookedOn(ctx, client, snapshot, search.Dates)
		if err == nil {
			hours = utilizationOf(snapshot, search.Dates, booked)
		}
		return err
	})
	return hours, err
}

// bookedOn returns the spans of the members' appointments in the branch on the dates.
func bookedOn(ctx context.Context, client *ent.Client, snapshot *schedule.Snapshot, dates civil.DateRange) ([]availability.Span, error) {
	zone := snapshot.Branch.Zone
	first, end := zone.StartOf(dates.First), zone.StartOf(dates.Last+1)
	var profiles []string
	for i := range snapshot.Members {
		profiles = append(profiles, snapshot.Members[i].Row.ID)
	}
	rows, err := client.Appointment.Query().
		Where(appointment.BranchID(snapshot.Row.ID), appointment.StaffIDIn(profiles...),
			appointment.StatusIn(appointment.StatusCONFIRMED, appointment.StatusCOMPLETED, appointment.StatusNO_SHOW),
			// No appointment takes longer than a day.
			appointment.StartsAtGT(first.Add(-24*time.Hour)), appointment.StartsAtLT(end), appointment.EndsAtGT(first)).
		Select(appointment.FieldStartsAt, appointment.FieldEndsAt).All(ctx)
	if err != nil {
		return nil, err
	}
	spans := make([]availability.Span, len(rows))
	for i, row := range rows {
		spans[i] = availability.Span{Start: max(row.StartsAt, first), End: min(row.EndsAt, end)}
	}
	return spans, nil
}

func utilizationOf(snapshot *schedule.Snapshot, dates civil.DateRange, booked []availability.Span) []*UtilizationHour {
	var week [7][24]UtilizationHour
	each := func(spans []availability.Span, add func(*UtilizationHour, time.Duration)) {
		for _, span := range spans {
			for local, length := range snapshot.Branch.Zone.Hours(span.Start, span.End) {
				add(&week[local.Weekday()][local.Hour()], length)
			}
		}
	}
	for i := range snapshot.Members {
		for date := dates.First; date <= dates.Last; date++ {
			working := availability.BookableSpans(&snapshot.Branch, &snapshot.Members[i].Staff, date)
			each(working, func(hour *UtilizationHour, length time.Duration) { hour.Working += length })
		}
	}
	each(booked, func(hour *UtilizationHour, length time.Duration) { hour.Booked += length })

	hours := []*UtilizationHour{}
	for day := range 7 {
		weekday := weekdayAfterMonday(day)
		for hour := range 24 {
			if used := week[weekday][hour]; used.Working > 0 || used.Booked > 0 {
				used.Weekday, used.Hour = weekday, hour
				hours = append(hours, &used)
			}
		}
	}
	return hours
}

// WorkingMinutes returns the minutes in which appointments can be booked.
func (u *UtilizationHour) WorkingMinutes() int { return int(u.Working / time.Minute) }

// BookedMinutes returns the minutes of appointments.
func (u *UtilizationHour) BookedMinutes() int { return int(u.Booked / time.Minute) }

func (s *UtilizationSearch) check() error {
	if err := checkDates(s.BranchID, s.Dates, schedule.MaxDays); err != nil {
		return err
	}
	if len(s.StaffIDs) > maxUtilizationIDs {
		return problem.New(problem.TooMany, "staffIds", maxUtilizationIDs)
	}
	return id.Staff.CheckEach(s.StaffIDs, "staffIds")
}
