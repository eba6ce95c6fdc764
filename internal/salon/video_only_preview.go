package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// VideoOnlyModePreview is the effect of starting video-only mode.
type VideoOnlyModePreview struct {
	From                       civil.Date
	Until                      *civil.Date
	Staff                      []*Readiness
	AffectedAppointments       []*ent.Appointment
	BookableVideoConsultations []*schedule.Offer
}

// VideoOnlyModePreview returns the effect of VideoOnlyModeStart with the same input.
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
		mode, err := planMode(ctx, client, row, input, s.clock())
		if err != nil {
			return err
		}
		preview, err = s.preview(ctx, client, row, mode)
		return err
	})
	return preview, err
}

func (s *Salon) preview(ctx context.Context, client *ent.Client, row *ent.Branch, mode plannedMode) (*VideoOnlyModePreview, error) {
	now := s.clock()
	date, err := today(row, now)
	if err != nil {
		return nil, err
	}
	first := max(mode.from, date)
	dates := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
	if mode.until != nil {
		dates.Last = min(dates.Last, *mode.until)
	}
	consulting, err := schedule.Load(ctx, client, schedule.Scope{
		BranchID: row.ID, Dates: dates, Staff: []predicate.Staff{staff.IDIn(mode.staffIDs...)}, Now: now,
	})
	if err != nil {
		return nil, err
	}
	consulting.Branch.VideoOnly = withMode(consulting.Branch.VideoOnly, mode)
	affected, err := s.affected(ctx, client, row.ID, mode)
	if err != nil {
		return nil, err
	}
	week := civil.DateRange{First: first, Last: min(first.AddDays(6), dates.Last)}
	return &VideoOnlyModePreview{
		From: mode.from, Until: mode.until,
		Staff:                      readinessOf(consulting, dates),
		AffectedAppointments:       affected,
		BookableVideoConsultations: consulting.Offers(week, now),
	}, nil
}

// affected returns the appointments that the mode would strand.
func (s *Salon) affected(ctx context.Context, client *ent.Client, branchID string, mode plannedMode) ([]*ent.Appointment, error) {
	now := s.clock()
	coming, err := comingIn(ctx, client, branchID, now)
	if err != nil || len(coming) == 0 {
		return nil, err
	}
	snapshot, err := loadAround(ctx, client, branchID, coming, now)
	if err != nil {
		return nil, err
	}
	before := strandedBy(snapshot, coming, now)
	snapshot.Branch.VideoOnly = withMode(snapshot.Branch.VideoOnly, mode)
	return newly(before, strandedBy(snapshot, coming, now)), nil
}

func withMode(modes []availability.VideoOnly, mode plannedMode) []availability.VideoOnly {
	modes = append(modes, availability.VideoOnly{From: mode.from, Until: mode.until, Staff: mode.staffIDs, OwnHours: mode.hours})
	slices.SortFunc(modes, func(a, b availability.VideoOnly) int { return int(a.From - b.From) })
	return modes
}
