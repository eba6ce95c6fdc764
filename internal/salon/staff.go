package salon

import (
	"context"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
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
	Role           *staff.Role
	BookableOnline *bool
	SamePersonAs   *string // its own ID makes it a person of its own again
}

// StaffCreate creates a profile, active in the given branches.
func (s *Salon) StaffCreate(ctx context.Context, input StaffCreateInput) (*ent.Staff, error) {
	var f form
	set := f.staff(StaffUpdateInput{
		FirstName: &input.FirstName, LastName: input.LastName, DisplayName: input.DisplayName, Title: input.Title,
		Email: input.Email, Phone: input.Phone, Bio: input.Bio, Color: input.Color, Role: &input.Role,
		BookableOnline: &input.BookableOnline,
	})
	f.few("branchIds", len(input.BranchIDs))
	if err := f.Err(); err != nil {
		return nil, err
	}
	var created *ent.Staff
	_, err := s.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		personID, err := e.personFor(ctx, input.SamePersonAs)
		if err != nil {
			return err
		}
		for i, branchID := range input.BranchIDs {
			if err := id.Branch.Check(branchID, place("branchIds", i)); err != nil {
				return err
			}
		}
		if err := e.begin(ctx, change.KindSTAFF, nil, input.BranchIDs); err != nil {
			return err
		}
		if err := e.branchesExist(ctx, "branchIds", input.BranchIDs); err != nil {
			return err
		}
		count, err := e.Staff.Query().Count(ctx)
		if err != nil {
			return err
		}
		create := e.Staff.Create().SetPersonID(personID).SetColor(colors[count%len(colors)])
		set(create.Mutation())
		if input.DisplayName == nil {
			create.SetDisplayName(fullName(create.Mutation()))
		}
		if created, err = create.Save(ctx); err != nil {
			return err
		}
		if err := e.activate(ctx, created.ID, input.BranchIDs); err != nil {
			return err
		}
		e.change.StaffIDs = []string{created.ID}
		return e.record(ctx, "staffCreate", created.ID, nil, created)
	})
	return created, err
}

func fullName(m *ent.StaffMutation) string {
	first, _ := m.FirstName()
	last, _ := m.LastName()
	return strings.TrimSpace(first + " " + last)
}

// colors are those of calendar columns; new profiles take them in turn.
var colors = []string{"#0f5c63", "#b4552d", "#5b3aa6", "#2f6b3c", "#9c2f5f", "#3a5a9c", "#7a6a1e", "#5b5750"}

// personFor gives the person of another profile, or a new one.
func (e *edit) personFor(ctx context.Context, samePersonAs *string) (personID string, err error) {
	if samePersonAs == nil {
		row, err := e.Person.Create().Save(ctx)
		if err != nil {
			return "", err
		}
		return row.ID, nil
	}
	other, err := e.staff(ctx, *samePersonAs, "samePersonAs")
	if err != nil {
		return "", err
	}
	return other.PersonID, e.LockPerson(ctx, other.PersonID)
}

func (e *edit) activate(ctx context.Context, staffID string, branchIDs []string) error {
	var rows []*ent.BranchMembershipCreate
	for _, branchID := range slices.Compact(slices.Sorted(slices.Values(branchIDs))) {
		rows = append(rows, e.BranchMembership.Create().SetStaffID(staffID).SetBranchID(branchID).SetActive(true))
	}
	return e.BranchMembership.CreateBulk(rows...).Exec(ctx)
}

// StaffUpdate changes what is given.
func (s *Salon) StaffUpdate(ctx context.Context, input StaffUpdateInput) (*ent.Staff, []*ent.Appointment, error) {
	var f form
	set := f.staff(input)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var after *ent.Staff
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginStaffUpdate(ctx, input)
		if err != nil {
			return err
		}
		update := before.Update()
		set(update.Mutation())
		if input.SamePersonAs != nil {
			if err := e.changePerson(ctx, before, *input.SamePersonAs, update); err != nil {
				return err
			}
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		return e.record(ctx, "staffUpdate", after.ID, before, after)
	})
	return after, stranded, err
}

// beginStaffUpdate begins in the branches of both persons when the profile gets another.
func (e *edit) beginStaffUpdate(ctx context.Context, input StaffUpdateInput) (*ent.Staff, error) {
	if input.SamePersonAs == nil {
		return e.beginOfStaff(ctx, change.KindSTAFF, input.ID, "id")
	}
	if *input.SamePersonAs == input.ID {
		return e.beginOfPerson(ctx, change.KindSTAFF, input.ID, "id")
	}
	row, err := e.staff(ctx, input.ID, "id")
	if err != nil {
		return nil, err
	}
	other, err := e.staff(ctx, *input.SamePersonAs, "samePersonAs")
	if err != nil {
		return nil, err
	}
	people := slices.Sorted(slices.Values([]string{row.PersonID, other.PersonID}))
	for _, personID := range people {
		if err := e.LockPerson(ctx, personID); err != nil {
			return nil, err
		}
	}
	branchIDs, err := e.branchesOf(ctx, people...)
	if err != nil {
		return nil, err
	}
	profiles, err := e.Staff.Query().Where(staff.PersonIDIn(people...)).Order(staff.ByID()).IDs(ctx)
	if err != nil {
		return nil, err
	}
	return row, e.begin(ctx, change.KindSTAFF, profiles, branchIDs)
}

// changePerson gives the profile, with its appointments and its video link, to
// the person of another profile; to a new person when that profile is its own.
func (e *edit) changePerson(ctx context.Context, row *ent.Staff, samePersonAs string, update *ent.StaffUpdateOne) error {
	shared, err := e.Staff.Query().Where(staff.PersonID(row.PersonID), staff.IDNEQ(row.ID)).Exist(ctx)
	if err != nil {
		return err
	}
	other := &samePersonAs
	if samePersonAs == row.ID {
		if !shared {
			return nil
		}
		other = nil
	}
	personID, err := e.personFor(ctx, other)
	if err != nil || personID == row.PersonID {
		return err
	}
	update.SetPersonID(personID)
	if !shared {
		// The person has no other profile: its absences go with this one.
		if err := e.moveAbsences(ctx, row.PersonID, personID); err != nil {
			return err
		}
	}
	err = e.Appointment.Update().Where(appointment.StaffID(row.ID)).SetPersonID(personID).Exec(ctx)
	if store.Fault(err) == store.ErrOverlap {
		return problem.New(problem.AppointmentsOverlap, "samePersonAs")
	}
	if err != nil {
		return err
	}
	err = e.VideoLink.Update().Where(videolink.StaffID(row.ID)).SetPersonID(personID).Exec(ctx)
	if store.Fault(err) == store.ErrSharedRoom {
		return problem.New(problem.LinkOfAnotherPerson, "samePersonAs")
	}
	return err
}

func (e *edit) moveAbsences(ctx context.Context, fromPersonID, toPersonID string) error {
	rows, err := e.Absence.Query().Where(absence.PersonID(fromPersonID)).All(ctx)
	if err != nil {
		return err
	}
	if _, err := e.Absence.Delete().Where(absence.PersonID(fromPersonID)).Exec(ctx); err != nil {
		return err
	}
	moved := make([]*ent.AbsenceCreate, len(rows))
	for i, row := range rows {
		moved[i] = e.Absence.Create().SetID(row.ID).SetPersonID(toPersonID).SetKind(row.Kind).SetNote(row.Note).
			SetNillableFirstDay(row.FirstDay).SetNillableLastDay(row.LastDay).
			SetNillableStartsAt(row.StartsAt).SetNillableEndsAt(row.EndsAt)
	}
	return e.Absence.CreateBulk(moved...).Exec(ctx)
}

// staff reads the fields of a profile and gives what sets them.
func (f *form) staff(input StaffUpdateInput) (set func(*ent.StaffMutation)) {
	firstName := f.name("firstName", input.FirstName)
	lastName := f.text("lastName", input.LastName, nameLength)
	displayName := f.name("displayName", input.DisplayName)
	title := f.text("title", input.Title, nameLength)
	email := f.email("email", input.Email)
	phone := f.text("phone", input.Phone, nameLength)
	bio := f.text("bio", input.Bio, descriptionLength)
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
		given(input.Role, m.SetRole)
		given(input.BookableOnline, m.SetBookableOnline)
	}
}

func (e *edit) branchesExist(ctx context.Context, field string, branchIDs []string) error {
	known := e.ChangeSequences() // of those that exist
	for i, branchID := range branchIDs {
		if _, exists := known[branchID]; !exists {
			return problem.New(problem.NotFound, place(field, i))
		}
	}
	return nil
}
