package salon

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/ent/videoonlyhours"
	"visavis/ent/videoonlymode"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// VideoOnlyModeStartInput is a period of video-only mode.
type VideoOnlyModeStartInput struct {
	BranchID string
	From     *civil.Date // nil: today
	Until    *civil.Date // nil: until it is ended
	StaffIDs []string
	Hours    []WeeklyInterval // nil: as in the work plan
	Message  *string
}

// VideoOnlyModeEndInput names the period to end.
type VideoOnlyModeEndInput struct{ ID string }

// plannedMode is a video-only mode whose input is valid.
type plannedMode struct {
	from     civil.Date
	until    *civil.Date
	staffIDs []string
	hours    *availability.Week
	message  *string
}

// videoOnlyMode validates the input without the branch.
func (f *setupForm) videoOnlyMode(input VideoOnlyModeStartInput) plannedMode {
	mode := plannedMode{until: input.Until, message: f.Text("message", input.Message, form.NoteLength)}
	mode.staffIDs = slices.Compact(slices.Sorted(slices.Values(input.StaffIDs)))
	f.Few("staffIds", len(input.StaffIDs))
	if len(input.StaffIDs) == 0 {
		f.Add(problem.New(problem.Required, "staffIds"))
	}
	if input.Hours != nil {
		week := f.week("hours", input.Hours)
		mode.hours = &week
		if len(input.Hours) == 0 {
			f.Add(problem.New(problem.Required, "hours"))
		}
	}
	return mode
}

// planMode validates the input against the branch.
func planMode(ctx context.Context, client *ent.Client, row *ent.Branch, input VideoOnlyModeStartInput, now civil.Instant) (plannedMode, error) {
	var f setupForm
	mode := f.videoOnlyMode(input)
	from, err := today(row, now)
	if err != nil {
		return mode, err
	}
	given(input.From, func(date civil.Date) { from = date })
	mode.from = from
	f.ordered("until", &from, input.Until)
	if err := f.Err(); err != nil {
		return mode, err
	}
	if err := consultantsWork(ctx, client, row.ID, input.StaffIDs); err != nil {
		return mode, err
	}
	meets := videoonlymode.And(videoonlymode.BranchID(row.ID), videoonlymode.Or(videoonlymode.LastDateIsNil(), videoonlymode.LastDateGTE(from)))
	if input.Until != nil {
		meets = videoonlymode.And(meets, videoonlymode.FirstDateLTE(*input.Until))
	}
	overlaps, err := client.VideoOnlyMode.Query().Where(meets).Exist(ctx)
	if err == nil && overlaps {
		return mode, problem.New(problem.VideoOnlyModeOverlaps, "from")
	}
	return mode, err
}

// consultantsWork returns a problem if a profile is not active in the branch.
func consultantsWork(ctx context.Context, client *ent.Client, branchID string, staffIDs []string) error {
	rows, err := profiles(ctx, client, "staffIds", staffIDs)
	if err != nil {
		return err
	}
	memberships, err := client.BranchMembership.Query().
		Where(branchmembership.BranchID(branchID), branchmembership.StaffIDIn(staffIDs...), branchmembership.Active(true)).
		All(ctx)
	if err != nil {
		return err
	}
	for i, staffID := range staffIDs {
		row := rows[slices.IndexFunc(rows, func(row *ent.Staff) bool { return row.ID == staffID })]
		if row.ArchivedAt != nil {
			return problem.New(problem.Archived, place("staffIds", i))
		}
		if !slices.ContainsFunc(memberships, func(m *ent.BranchMembership) bool { return m.StaffID == staffID }) {
			return problem.New(problem.NotInBranch, place("staffIds", i))
		}
	}
	return nil
}

// VideoOnlyModeStart starts or schedules video-only mode.
func (s *Salon) VideoOnlyModeStart(ctx context.Context, input VideoOnlyModeStartInput) (*ent.VideoOnlyMode, []*ent.Appointment, error) {
	var created *ent.VideoOnlyMode
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		row, err := e.beginInBranch(ctx, change.KindVIDEO_ONLY_MODE, input.BranchID, "branchId")
		if err != nil {
			return err
		}
		mode, err := planMode(ctx, e.Client, row, input, e.Now)
		if err != nil {
			return err
		}
		e.on(&mode.from, mode.until)
		created, err = e.VideoOnlyMode.Create().
			SetBranchID(row.ID).SetFirstDate(mode.from).SetNillableLastDate(mode.until).
			SetOwnHours(mode.hours != nil).SetNillableMessage(mode.message).AddStaffIDs(mode.staffIDs...).
			Save(ctx)
		if err != nil {
			return err
		}
		if err := e.createVideoHours(ctx, created.ID, mode.hours); err != nil {
			return err
		}
		after, err := e.withConsultants(ctx, created.ID)
		if err != nil {
			return err
		}
		return e.Record(ctx, "videoOnlyModeStart", created.ID, nil, after)
	})
	return created, stranded, err
}

func (e *edit) createVideoHours(ctx context.Context, modeID string, hours *availability.Week) error {
	if hours == nil {
		return nil
	}
	var rows []*ent.VideoOnlyHoursCreate
	for weekday, intervals := range hours {
		if len(intervals) > 0 {
			rows = append(rows, e.VideoOnlyHours.Create().
				SetVideoOnlyModeID(modeID).SetWeekday(time.Weekday(weekday)).SetIntervals(intervals))
		}
	}
	return e.VideoOnlyHours.CreateBulk(rows...).Exec(ctx)
}

// VideoOnlyModeEnd ends a period today, so that it no longer covers today and later dates. It is a no-op for a past period.
func (s *Salon) VideoOnlyModeEnd(ctx context.Context, input VideoOnlyModeEndInput) (*ent.Branch, []*ent.Appointment, error) {
	if err := id.VideoOnlyMode.Check(input.ID, "id"); err != nil {
		return nil, nil, err
	}
	var row *ent.Branch
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.VideoOnlyMode.Get(ctx, input.ID)
		if before, err = store.Found(before, err, "id"); err != nil {
			return err
		}
		if row, err = e.beginInBranch(ctx, change.KindVIDEO_ONLY_MODE, before.BranchID, "id"); err != nil {
			return err
		}
		// Somebody else may have ended it in between.
		before, err = e.withConsultants(ctx, input.ID)
		if before, err = store.Found(before, err, "id"); err != nil {
			return err
		}
		date, err := today(row, e.Now)
		if err != nil {
			return err
		}
		return e.endMode(ctx, before, date)
	})
	return row, stranded, err
}

func (e *edit) endMode(ctx context.Context, mode *ent.VideoOnlyMode, today civil.Date) error {
	if mode.LastDate != nil && *mode.LastDate < today {
		return nil
	}
	first := max(mode.FirstDate, today)
	e.on(&first, mode.LastDate)
	if mode.FirstDate < today {
		if err := mode.Update().SetLastDate(today.AddDays(-1)).Exec(ctx); err != nil {
			return err
		}
		after, err := e.withConsultants(ctx, mode.ID)
		if err != nil {
			return err
		}
		return e.Record(ctx, "videoOnlyModeEnd", mode.ID, mode, after)
	}
	if _, err := e.VideoOnlyHours.Delete().Where(videoonlyhours.VideoOnlyModeID(mode.ID)).Exec(ctx); err != nil {
		return err
	}
	if err := e.VideoOnlyMode.DeleteOne(mode).Exec(ctx); err != nil {
		return err
	}
	return e.Record(ctx, "videoOnlyModeEnd", mode.ID, mode, nil)
}

// withConsultants returns a mode with the edges that the audit trail records.
func (e *edit) withConsultants(ctx context.Context, modeID string) (*ent.VideoOnlyMode, error) {
	return e.VideoOnlyMode.Query().Where(videoonlymode.ID(modeID)).
		WithStaff(func(q *ent.StaffQuery) { q.Select(staff.FieldID, staff.FieldDisplayName).Order(staff.ByID()) }).
		WithHours(func(q *ent.VideoOnlyHoursQuery) { q.Order(videoonlyhours.ByID()) }).
		Only(ctx)
}
