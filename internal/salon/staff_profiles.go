package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/openinghours"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

// StaffProfilesCreateInput holds new profiles of a branch.
type StaffProfilesCreateInput struct {
	BranchID          string
	Profiles          []NewProfileInput
	Qualified         bool    // for all categories
	WorksOpeningHours bool    // whether the opening hours become their work plans
	IdempotencyKey    *string // the same for every try; nil: none
}

// NewProfileInput is one of several new profiles.
type NewProfileInput struct {
	FirstName string
	LastName  *string
	Email     *string
}

// StaffProfilesArchiveInput names the profiles to archive.
type StaffProfilesArchiveInput struct{ IDs []string }

// profilesAtOnce is the largest number of profiles of one step.
const profilesAtOnce = 100

// StaffProfilesCreate creates profiles of new people with the role MEMBER in one step, active in the branch.
func (s *Salon) StaffProfilesCreate(ctx context.Context, input StaffProfilesCreateInput) ([]*ent.Staff, error) {
	var f setupForm
	sets := f.newProfiles(input.Profiles)
	request := f.request(ctx, input.IdempotencyKey, input)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var rows []*ent.Staff
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) error {
		rows = nil
		if _, err := e.beginInBranch(ctx, change.KindSTAFF, input.BranchID, "branchId"); err != nil {
			return err
		}
		count, err := e.Staff.Query().Count(ctx)
		if err != nil {
			return err
		}
		claimed := &claims{edit: e, request: request}
		for i, set := range sets {
			row, err := claimed.createProfile(ctx, set, colors[(count+i)%len(colors)])
			if err != nil {
				return err
			}
			rows = append(rows, row)
		}
		if len(rows) == 0 || claimed.isRetry {
			return nil
		}
		for _, row := range rows {
			if err := e.activate(ctx, row.ID, []string{input.BranchID}); err != nil {
				return err
			}
			e.change.StaffIDs = append(e.change.StaffIDs, row.ID)
		}
		if input.Qualified {
			if err := e.qualifyForAll(ctx, e.change.StaffIDs); err != nil {
				return err
			}
		}
		var plans []*ent.WorkPlan
		if input.WorksOpeningHours {
			if plans, err = e.planOpeningHours(ctx, input.BranchID, e.change.StaffIDs); err != nil {
				return err
			}
		}
		return e.recordProfiles(ctx, rows, input.BranchID, plans)
	})
	return rows, err
}

// newStaffProfile is the audit entry of one of several new profiles.
type newStaffProfile struct {
	*ent.Staff
	BranchIDs []string        `json:"branch_ids"`
	WorkPlans []*ent.WorkPlan `json:"work_plans,omitempty"`
}

// recordProfiles records each new profile under its own ID, by which the audit trail is searched.
func (e *edit) recordProfiles(ctx context.Context, rows []*ent.Staff, branchID string, plans []*ent.WorkPlan) error {
	for _, row := range rows {
		isOther := func(plan *ent.WorkPlan) bool { return plan.StaffID != row.ID }
		after := newStaffProfile{row, []string{branchID}, slices.DeleteFunc(slices.Clone(plans), isOther)}
		if err := e.Record(ctx, "staffProfilesCreate", row.ID, nil, after); err != nil {
			return err
		}
	}
	return nil
}

func (f *setupForm) newProfiles(given []NewProfileInput) []func(*ent.StaffMutation) {
	f.atMost("profiles", len(given), profilesAtOnce)
	if len(f.List) > 0 {
		return nil
	}
	sets := make([]func(*ent.StaffMutation), len(given))
	for i, one := range given {
		var part setupForm
		sets[i] = part.staff(StaffUpdateInput{FirstName: &one.FirstName, LastName: one.LastName, Email: one.Email, BookableOnline: new(true)})
		f.addWithin(place("profiles", i), part)
	}
	return sets
}

// createProfile creates a profile of a new person, or reads the one that an earlier try has created.
func (c *claims) createProfile(ctx context.Context, set func(*ent.StaffMutation), color string) (*ent.Staff, error) {
	staffID, err := c.next(ctx, id.Staff)
	if err != nil {
		return nil, err
	}
	if c.isRetry {
		return c.staff(ctx, staffID, "idempotencyKey")
	}
	personID, err := c.newPerson(ctx)
	if err != nil {
		return nil, err
	}
	create := c.Staff.Create().SetID(staffID).SetPersonID(personID).SetRole(staff.RoleMEMBER).SetColor(color)
	set(create.Mutation())
	return create.SetDisplayName(fullName(create.Mutation())).Save(ctx)
}

// qualifyForAll makes new profiles competent for every category.
func (e *edit) qualifyForAll(ctx context.Context, staffIDs []string) error {
	categories, err := e.ServiceCategory.Query().All(ctx)
	if err == nil {
		_, err = e.qualify(ctx, staffIDs, categories)
	}
	return err
}

// planOpeningHours makes the weekly opening hours of the branch the work plan of each profile.
func (e *edit) planOpeningHours(ctx context.Context, branchID string, staffIDs []string) ([]*ent.WorkPlan, error) {
	hours, err := e.OpeningHours.Query().Where(openinghours.BranchID(branchID)).All(ctx)
	if err != nil || len(hours) == 0 {
		return nil, err
	}
	var week availability.Week
	for _, day := range hours {
		week[day.Weekday] = day.Intervals
	}
	plans := make([]newPlan, len(staffIDs))
	for i, staffID := range staffIDs {
		plans[i] = newPlan{staffID: staffID, weeks: []availability.Week{week}}
	}
	return e.replacePlans(ctx, branchID, plans)
}

// StaffProfilesArchive archives profiles in one step, each as [Salon.StaffArchive] does.
func (s *Salon) StaffProfilesArchive(ctx context.Context, input StaffProfilesArchiveInput) (rows []*ent.Staff, stranded []*ent.Appointment, err error) {
	var f setupForm
	f.atMost("ids", len(input.IDs), profilesAtOnce)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	now := s.clock()
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		rows = nil
		before, err := e.beginOfProfiles(ctx, input.IDs)
		if err != nil || len(before) == 0 {
			return err
		}
		for i, row := range before {
			after, err := e.setArchived(ctx, row, &now)
			if err != nil {
				return at(place("ids", i), err)
			}
			if err := e.Record(ctx, "staffProfilesArchive", row.ID, row, after); err != nil {
				return err
			}
			rows = append(rows, after)
		}
		return nil
	})
	return rows, stranded, err
}

// at returns problems as those of another field.
func at(field string, err error) error {
	var f setupForm
	for _, wrong := range problem.Of(err) {
		f.Add(problem.New(wrong.Code, field, wrong.Arguments...))
	}
	if wrong := f.Err(); wrong != nil {
		return wrong
	}
	return err
}

// beginOfProfiles begins an edit of several profiles, in all branches of their people, and returns them in the order of the IDs.
func (e *edit) beginOfProfiles(ctx context.Context, staffIDs []string) ([]*ent.Staff, error) {
	rows, err := e.LockPeople(ctx, func() (rows []*ent.Staff, err error) {
		for i, staffID := range staffIDs {
			row, err := e.staff(ctx, staffID, place("ids", i))
			if err != nil {
				return nil, err
			}
			rows = append(rows, row)
		}
		return rows, nil
	})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	personIDs := make([]string, len(rows))
	for i, row := range rows {
		personIDs[i] = row.PersonID
	}
	branchIDs, err := schedule.BranchesOf(ctx, e.Client, e.Now, personIDs...)
	if err != nil {
		return nil, err
	}
	return rows, e.begin(ctx, change.KindSTAFF, staffIDs, branchIDs)
}
