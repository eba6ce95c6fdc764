package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// VideoOnlyModePreview is the valid input of a VideoOnlyModeStart, whose effects are asked for one by one.
type VideoOnlyModePreview struct {
	From   civil.Date
	Until  *civil.Date
	branch string
	mode   plannedMode
	dates  civil.DateRange // up to the horizon
}

// VideoOnlyModePreview returns the preview of VideoOnlyModeStart with the same input.
func (s *Salon) VideoOnlyModePreview(ctx context.Context, input VideoOnlyModeStartInput) (preview *VideoOnlyModePreview, err error) {
	if err := id.Branch.Check(input.BranchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, input.BranchID)
		if row, err = store.Found(row, err, "branchId"); err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, row.ID, "branchId"); err != nil {
			return err
		}
		now := s.clock()
		mode, err := planMode(ctx, client, row, input, now)
		if err != nil {
			return err
		}
		date, err := today(row, now)
		if err != nil {
			return err
		}
		first := max(mode.from, date)
		dates := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
		if mode.until != nil {
			dates.Last = min(dates.Last, *mode.until)
		}
		preview = &VideoOnlyModePreview{From: mode.from, Until: mode.until, branch: row.ID, mode: mode, dates: dates}
		return nil
	})
	return preview, err
}

// scope selects the profiles that would consult on the dates.
func (p *VideoOnlyModePreview) scope(dates civil.DateRange, now civil.Instant) schedule.Scope {
	return schedule.Scope{BranchID: p.branch, Dates: dates, Staff: []predicate.Staff{staff.IDIn(p.mode.staffIDs...)}, Now: now}
}

// PreviewedStaff returns the readiness of the profiles that would consult.
func (s *Salon) PreviewedStaff(ctx context.Context, p *VideoOnlyModePreview) (list []*Readiness, err error) {
	err = s.store.View(ctx, func(client *ent.Client) error {
		consulting, err := schedule.LoadSetUp(ctx, client, p.scope(p.dates, s.clock()))
		if err != nil {
			return err
		}
		consulting.Branch.VideoOnly = withMode(consulting.Branch.VideoOnly, p.mode)
		list = readinessOf(consulting, p.dates)
		return nil
	})
	return list, err
}

// PreviewedConsultations returns the starts that would be bookable in the first seven days.
func (s *Salon) PreviewedConsultations(ctx context.Context, p *VideoOnlyModePreview) (offers []*schedule.Offer, err error) {
	now := s.clock()
	week := civil.DateRange{First: p.dates.First, Last: min(p.dates.First.AddDays(6), p.dates.Last)}
	err = s.store.View(ctx, func(client *ent.Client) error {
		consulting, err := schedule.Load(ctx, client, p.scope(week, now))
		if err != nil {
			return err
		}
		consulting.Branch.VideoOnly = withMode(consulting.Branch.VideoOnly, p.mode)
		offers = consulting.Offers(week, now)
		return nil
	})
	return offers, err
}

// PreviewedAppointments returns the appointments that the mode would strand, ordered by start.
func (s *Salon) PreviewedAppointments(ctx context.Context, p *VideoOnlyModePreview, request pagination.Request) (*AppointmentPage, error) {
	now := s.clock()
	covered := civil.DateRange{First: p.mode.from, Last: civil.LastDate}
	if p.mode.until != nil {
		covered.Last = *p.mode.until
	}
	from, until := covered.PossibleInstants()
	return s.pageOf(ctx, request, func(client *ent.Client) ([]*ent.Appointment, error) {
		coming, err := comingIn(ctx, client, p.branch, now, appointment.StartsAtGTE(from), appointment.StartsAtLT(until))
		if err != nil || len(coming) == 0 {
			return nil, err
		}
		snapshot, err := loadPlans(ctx, client, p.branch, coming)
		if err != nil {
			return nil, err
		}
		before := strandedBy(snapshot, coming, now)
		snapshot.Branch.VideoOnly = withMode(snapshot.Branch.VideoOnly, p.mode)
		return newly(before, strandedBy(snapshot, coming, now)), nil
	})
}

func withMode(modes []availability.VideoOnly, mode plannedMode) []availability.VideoOnly {
	modes = append(modes, availability.VideoOnly{From: mode.from, Until: mode.until, Staff: mode.staffIDs, OwnHours: mode.hours})
	slices.SortFunc(modes, func(a, b availability.VideoOnly) int { return int(a.From - b.From) })
	return modes
}
