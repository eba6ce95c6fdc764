package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// StaffCreateInput is a new profile.
type StaffCreateInput struct {
	FirstName      string
	LastName       *string
	DisplayName    *string
	Title          *string
	Email          *string
	Phone          *string
	Bio            *string
	Color          *string
	Role           staff.Role
	BookableOnline bool
	SamePersonAs   *string // another profile of the same person
	BranchIDs      []string
	IdempotencyKey *string // the same for every try; nil: none
}

// StaffUpdateInput holds changes of a profile; nil keeps a value.
type StaffUpdateInput struct {
	ID             string
	FirstName      *string
	LastName       *string
	DisplayName    *string
	Title          *string
	Email          *string
	Phone          *string
	Bio            *string
	Color          *string
	BookableOnline *bool
	PhotoID        *string // empty: none
}

// StaffCreate creates a profile, active in the given branches. A role above MEMBER and another profile of a known person
// need a fresh sign-in.
func (s *Salon) StaffCreate(ctx context.Context, input StaffCreateInput) (*ent.Staff, error) {
	var f setupForm
	set := f.staff(StaffUpdateInput{
		FirstName: &input.FirstName, LastName: input.LastName, DisplayName: input.DisplayName, Title: input.Title,
		Email: input.Email, Phone: input.Phone, Bio: input.Bio, Color: input.Color,
		BookableOnline: &input.BookableOnline,
	})
	request := f.request(ctx, input.IdempotencyKey, input)
	f.Few("branchIds", len(input.BranchIDs))
	if actor.RoleOf(input.Role) > actor.Of(ctx).Role {
		f.Add(problem.New(problem.RoleTooHigh, "role"))
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	if actor.RoleOf(input.Role) > actor.Member || input.SamePersonAs != nil {
		if err := actor.RequireFresh(ctx); err != nil {
			return nil, err
		}
	}
	var row *ent.Staff
	_, err := s.create(ctx, input, func(ctx context.Context, e *edit) (err error) {
		staffID, isRetry, err := e.claim(ctx, request, id.Staff)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = e.staff(ctx, staffID, "idempotencyKey")
			return err
		}
		personID, err := e.personOfNewProfile(ctx, input.SamePersonAs)
		if err != nil {
			return err
		}
		if err := id.Branch.CheckEach(input.BranchIDs, "branchIds"); err != nil {
			return err
		}
		if err := e.begin(ctx, change.KindSTAFF, nil, input.BranchIDs); err != nil {
			return err
		}
		if err := e.setsUpBranches(ctx, "branchIds", input.BranchIDs); err != nil {
			return err
		}
		count, err := e.Staff.Query().Count(ctx)
		if err != nil {
			return err
		}
		create := e.Staff.Create().SetID(staffID).SetPersonID(personID).SetRole(input.Role).SetColor(colors[count%len(colors)])
		set(create.Mutation())
		if input.DisplayName == nil {
			create.SetDisplayName(fullName(create.Mutation()))
		}
		if row, err = create.Save(ctx); err != nil {
			return err
		}
		if err := e.endCalendarFeeds(ctx, row); err != nil {
			return err
		}
		if err := e.activate(ctx, row.ID, input.BranchIDs); err != nil {
			return err
		}
		e.change.StaffIDs = []string{row.ID}
		return e.Record(ctx, "staffCreate", row.ID, nil, newStaff{Staff: row, BranchIDs: input.BranchIDs})
	})
	return row, err
}

func fullName(m *ent.StaffMutation) string {
	first, _ := m.FirstName()
	last, _ := m.LastName()
	return form.CutName(first + " " + last)
}

// colors are those of calendar columns; new profiles take them in turn.
var colors = []string{"#0f5c63", "#b4552d", "#5b3aa6", "#2f6b3c", "#9c2f5f", "#3a5a9c", "#7a6a1e", "#5b5750"}

func (e *edit) activate(ctx context.Context, staffID string, branchIDs []string) error {
	var rows []*ent.BranchMembershipCreate
	for _, branchID := range slices.Compact(slices.Sorted(slices.Values(branchIDs))) {
		rows = append(rows, e.BranchMembership.Create().SetStaffID(staffID).SetBranchID(branchID).SetActive(true))
	}
	return e.BranchMembership.CreateBulk(rows...).Exec(ctx)
}

// StaffUpdate changes the given fields.
func (s *Salon) StaffUpdate(ctx context.Context, input StaffUpdateInput) (*ent.Staff, error) {
	var f setupForm
	set := f.staff(input)
	if err := f.Err(); err != nil {
		return nil, err
	}
	var after *ent.Staff
	_, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.beginOfStaff(ctx, change.KindSTAFF, input.ID, "id")
		if err != nil {
			return err
		}
		if err := mayChange(ctx, before, "id"); err != nil {
			return err
		}
		update := before.Update()
		set(update.Mutation())
		if err := e.replacePicture(ctx, "photoId", before.PhotoID, input.PhotoID, update.Mutation().SetPhotoID, update.Mutation().ClearPhotoID); err != nil {
			return err
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "staffUpdate", after.ID, before, changedStaff{after, before.Email != after.Email || before.Phone != after.Phone})
	})
	return after, err
}

// changedStaff adds to the audit entry whether email address or phone number have changed, which it does not hold.
type changedStaff struct {
	*ent.Staff
	ContactChanged bool `json:"contact_changed,omitempty"`
}

// staff validates the fields of a profile and returns a function that sets them.
func (f *setupForm) staff(input StaffUpdateInput) (set func(*ent.StaffMutation)) {
	firstName := f.Name("firstName", input.FirstName)
	lastName := f.Line("lastName", input.LastName, form.NameLength)
	displayName := f.Name("displayName", input.DisplayName)
	title := f.Line("title", input.Title, form.NameLength)
	email := f.Email("email", input.Email)
	phone := f.Line("phone", input.Phone, form.NameLength)
	bio := f.Text("bio", input.Bio, form.DescriptionLength)
	color := f.color("color", input.Color)
	return func(m *ent.StaffMutation) {
		given(firstName, m.SetFirstName)
		given(lastName, m.SetLastName)
		given(displayName, m.SetDisplayName)
		given(title, m.SetTitle)
		given(email, m.SetEmail)
		given(phone, m.SetPhone)
		given(bio, m.SetBio)
		given(color, m.SetColor)
		given(input.BookableOnline, m.SetBookableOnline)
	}
}

func (e *edit) setsUpBranches(ctx context.Context, field string, branchIDs []string) error {
	known := e.ChangeSequences() // of those that exist
	for i, branchID := range branchIDs {
		if _, exists := known[branchID]; !exists {
			return problem.New(problem.NotFound, place(field, i))
		}
		if err := reach.CheckSetUp(ctx, branchID, place(field, i)); err != nil {
			return err
		}
	}
	return nil
}
