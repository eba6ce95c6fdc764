package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
)

// StaffSamePersonSetInput names another profile of the same person; nil separates the profile from its person.
type StaffSamePersonSetInput struct {
	ID           string
	SamePersonAs *string

	KeepPerson bool // nothing is to be changed
}

// StaffSamePersonSet moves a profile to the person of another profile, or to a new person.
func (s *Salon) StaffSamePersonSet(ctx context.Context, input StaffSamePersonSetInput) (after *ent.Staff, stranded []*ent.Appointment, err error) {
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, personID, err := e.beginSamePerson(ctx, input)
		if err != nil {
			return err
		}
		if _, err := e.mayGrant(ctx, before, "id"); err != nil {
			return err
		}
		after = before
		if personID == before.PersonID {
			return nil
		}
		if err := e.changePerson(ctx, before, personID); err != nil {
			return err
		}
		if err := e.endCalendarFeedsOf(ctx, before.ID, before.PersonID, personID); err != nil {
			return err
		}
		if after, err = before.Update().SetPersonID(personID).Save(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "staffSamePersonSet", after.ID, before, after)
	})
	return after, stranded, err
}

// beginSamePerson locks both people. It returns the profile and the person that it will belong to.
func (e *edit) beginSamePerson(ctx context.Context, input StaffSamePersonSetInput) (row *ent.Staff, personID string, err error) {
	if input.SamePersonAs == nil || input.KeepPerson {
		if row, err = e.beginOfPerson(ctx, change.KindSTAFF, input.ID, "id"); err != nil {
			return nil, "", err
		}
		if input.KeepPerson {
			return row, row.PersonID, nil
		}
		personID, err = e.separatePerson(ctx, row)
		return row, personID, err
	}
	rows, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		row, err := e.staff(ctx, input.ID, "id")
		if err != nil {
			return nil, err
		}
		other, err := e.staff(ctx, *input.SamePersonAs, "samePersonAs")
		return []*ent.Staff{row, other}, err
	})
	if err != nil {
		return nil, "", err
	}
	row, other := rows[0], rows[1]
	if err := e.mayJoin(ctx, other.PersonID); err != nil {
		return nil, "", err
	}
	return row, other.PersonID, e.beginOfPeople(ctx, change.KindSTAFF, row.PersonID, other.PersonID)
}
