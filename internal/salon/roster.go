package salon

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// RosterDay holds the working times on one local date of a branch.
type RosterDay struct {
	Date       civil.Date
	Start, End civil.Instant
	Open       []availability.Span
	Staff      []*RosterStaff
}

// RosterStaff holds the working times and the absences of one profile on one date.
type RosterStaff struct {
	Profile  *schedule.StaffProfile
	Working  []availability.Span
	Absences []*ent.Absence
}

// maxRosterDays is the largest number of days per query: the six weeks of a month's sheet.
const maxRosterDays = 42

// Roster returns the working times in the branch on the dates. Members see only their own.
func (s *Salon) Roster(ctx context.Context, branchID string, dates civil.DateRange) (days []*RosterDay, err error) {
	if err := checkDates(branchID, dates, maxRosterDays); err != nil {
		return nil, err
	}
	members := schedule.ActiveIn(branchID)
	if who := actor.Of(ctx); who.In(branchID) < actor.Receptionist {
		members = append(members, staff.PersonID(who.PersonID))
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := schedule.Load(ctx, client, schedule.Scope{BranchID: branchID, Dates: dates, Staff: members, Now: s.clock()})
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "branchId")
		}
		if err != nil {
			return err
		}
		days = nil
		for date := dates.First; date <= dates.Last; date++ {
			days = append(days, rosterOf(snapshot, date))
		}
		return nil
	})
	return days, err
}

func rosterOf(snapshot *schedule.Snapshot, date civil.Date) *RosterDay {
	zone := snapshot.Branch.Zone
	day := &RosterDay{
		Date: date, Start: zone.StartOf(date), End: zone.StartOf(date + 1),
		Open: availability.OpeningSpans(&snapshot.Branch, date),
	}
	for i := range snapshot.Members {
		member := &snapshot.Members[i]
		day.Staff = append(day.Staff, &RosterStaff{
			Profile:  schedule.ProfileOf(member.Row),
			Working:  availability.WorkingSpans(&snapshot.Branch, &member.Staff, date),
			Absences: absencesOn(day, member, zone),
		})
	}
	return day
}

// absencesOn returns the absences of a member's person that overlap a day of the branch, ordered by start.
func absencesOn(day *RosterDay, member *schedule.Member, zone civil.Zone) []*ent.Absence {
	var list []*ent.Absence
	for _, row := range member.Row.Edges.Person.Edges.Absences {
		if span := schedule.AbsenceSpan(row, zone); span.Start < day.End && day.Start < span.End {
			list = append(list, row)
		}
	}
	slices.SortFunc(list, func(a, b *ent.Absence) int {
		return cmp.Or(cmp.Compare(schedule.AbsenceSpan(a, zone).Start, schedule.AbsenceSpan(b, zone).Start), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func checkDates(branchID string, dates civil.DateRange, most int) error {
	if err := schedule.CheckDates(dates, most); err != nil {
		return err
	}
	return id.Branch.Check(branchID, "branchId")
}
