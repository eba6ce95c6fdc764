package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/ent/appointment"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// lockPersonOf locks the person of a profile.
func (e *edit) lockPersonOf(ctx context.Context, staffID, field string) (*ent.Staff, error) {
	rows, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		row, err := e.staff(ctx, staffID, field)
		return []*ent.Staff{row}, err
	})
	if err != nil {
		return nil, err
	}
	return rows[0], nil
}

// beginOfPerson begins an edit that concerns all profiles of a profile's person.
func (e *edit) beginOfPerson(ctx context.Context, kind change.Kind, staffID, field string) (*ent.Staff, error) {
	row, err := e.lockPersonOf(ctx, staffID, field)
	if err != nil {
		return nil, err
	}
	return row, e.beginOfPeople(ctx, kind, row.PersonID)
}

// beginOfPeople begins an edit of locked people.
func (e *edit) beginOfPeople(ctx context.Context, kind change.Kind, personIDs ...string) error {
	profiles, err := e.Staff.Query().Where(staff.PersonIDIn(personIDs...)).Order(staff.ByID()).IDs(ctx)
	if err != nil {
		return err
	}
	branchIDs, err := schedule.BranchesOf(ctx, e.Client, e.Now, personIDs...)
	if err != nil {
		return err
	}
	return e.begin(ctx, kind, profiles, branchIDs)
}

// personOfNewProfile returns the ID of the other profile's person, or of a new one.
func (e *edit) personOfNewProfile(ctx context.Context, samePersonAs *string) (personID string, err error) {
	if samePersonAs == nil {
		return e.newPerson(ctx)
	}
	other, err := e.lockPersonOf(ctx, *samePersonAs, "samePersonAs")
	if err != nil {
		return "", err
	}
	return other.PersonID, e.mayJoin(ctx, other.PersonID)
}

// mayJoin returns a problem if the actor may not give a person another profile.
func (e *edit) mayJoin(ctx context.Context, personID string) error {
	mayActAs, err := reach.MayActAs(ctx, e.Client, personID)
	if err == nil && !mayActAs {
		return problem.New(problem.RoleTooHigh, "samePersonAs")
	}
	return err
}

func (e *edit) newPerson(ctx context.Context) (personID string, err error) {
	row, err := e.Person.Create().Save(ctx)
	if err != nil {
		return "", err
	}
	return row.ID, nil
}

// separatePerson returns the ID of a new person, or of the profile's person if no other profile shares it.
func (e *edit) separatePerson(ctx context.Context, row *ent.Staff) (personID string, err error) {
	shared, err := e.hasOtherProfile(ctx, row)
	if err != nil || !shared {
		return row.PersonID, err
	}
	return e.newPerson(ctx)
}

func (e *edit) hasOtherProfile(ctx context.Context, row *ent.Staff) (bool, error) {
	return e.Staff.Query().Where(staff.PersonID(row.PersonID), staff.IDNEQ(row.ID)).Exist(ctx)
}

// changePerson moves the profile's appointments, its video link and the absences that it asked for to another person, and the other
// absences too if no profile is left of the first.
func (e *edit) changePerson(ctx context.Context, row *ent.Staff, personID string) error {
	shared, err := e.hasOtherProfile(ctx, row)
	if err != nil {
		return err
	}
	if err := e.moveAbsences(ctx, row, personID, shared); err != nil {
		return err
	}
	err = e.Appointment.Update().Where(appointment.PersonID(row.PersonID), appointment.StaffID(row.ID)).SetPersonID(personID).Exec(ctx)
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

// moveAbsences moves absences of the profile's person to another one: all of them, or those that the profile asked for.
func (e *edit) moveAbsences(ctx context.Context, profile *ent.Staff, toPersonID string, askedFor bool) error {
	of := absence.PersonID(profile.PersonID)
	if askedFor {
		absenceIDs, err := e.approvedFor(ctx, profile.ID)
		if err != nil {
			return err
		}
		of = absence.And(of, absence.IDIn(absenceIDs...))
	}
	rows, err := e.Absence.Query().Where(of).All(ctx)
	if err != nil {
		return err
	}
	if _, err := e.Absence.Delete().Where(of).Exec(ctx); err != nil {
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

// approvedFor returns the IDs of the absences that a profile asked for.
func (e *edit) approvedFor(ctx context.Context, staffID string) (absenceIDs []string, err error) {
	rows, err := e.AbsenceRequest.Query().Where(absencerequest.StaffID(staffID), absencerequest.AbsenceIDNotNil()).All(ctx)
	for _, row := range rows {
		absenceIDs = append(absenceIDs, *row.AbsenceID)
	}
	return absenceIDs, err
}
