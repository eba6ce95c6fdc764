package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/change"
	"visavis/ent/person"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// DaysInput is a range of whole days, inclusive.
type DaysInput struct{ First, Last civil.Date }

// TimesInput is a span of time; its end is exclusive.
type TimesInput struct{ Start, End civil.Instant }

// StaffAbsenceAddInput is an absence in either days or times.
type StaffAbsenceAddInput struct {
	StaffID string
	Kind    absence.Kind
	Note    *string
	Days    *DaysInput
	Times   *TimesInput

	IdempotencyKey *string // the same for every try; nil: none
}

// StaffAbsenceRemoveInput names the absence to remove.
type StaffAbsenceRemoveInput struct{ ID string }

// StaffAbsenceAdd adds an absence of the person behind a profile.
func (s *Salon) StaffAbsenceAdd(ctx context.Context, input StaffAbsenceAddInput) (*ent.Absence, []*ent.Appointment, error) {
	var f setupForm
	note := f.Text("note", input.Note, form.NoteLength)
	request := f.request(ctx, input.IdempotencyKey, input)
	switch {
	case (input.Days == nil) == (input.Times == nil):
		f.Add(problem.New(problem.ExactlyOne, "days", "days, times"))
	case input.Days != nil:
		f.ordered("days.last", &input.Days.First, &input.Days.Last)
	case input.Times.End <= input.Times.Start:
		f.Add(problem.New(problem.RangeReversed, "times.end"))
	}
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Absence
	stranded, err := s.create(ctx, input, func(ctx context.Context, e *edit) error {
		absenceID, isRetry, err := e.claim(ctx, request, id.Absence)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = idempotency.Created(e.Absence.Get(ctx, absenceID))
			return err
		}
		profile, err := e.beginOfPerson(ctx, change.KindABSENCE, input.StaffID, "staffId")
		if err != nil {
			return err
		}
		create := e.Absence.Create().SetID(absenceID).SetPersonID(profile.PersonID).SetKind(input.Kind).SetNillableNote(note)
		if input.Days != nil {
			create.SetFirstDay(input.Days.First).SetLastDay(input.Days.Last)
		} else {
			create.SetStartsAt(input.Times.Start).SetEndsAt(input.Times.End)
		}
		if row, err = create.Save(ctx); err != nil {
			return err
		}
		e.on(datesOf(row))
		return e.Record(ctx, "staffAbsenceAdd", profile.ID, nil, row)
	})
	return row, stranded, err
}

// StaffAbsenceRemove removes an absence.
func (s *Salon) StaffAbsenceRemove(ctx context.Context, input StaffAbsenceRemoveInput) (removedID string, err error) {
	if err := id.Absence.Check(input.ID, "id"); err != nil {
		return "", err
	}
	_, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, profile, err := e.lockAbsence(ctx, input.ID)
		if err != nil {
			return err
		}
		if err := e.beginOfPeople(ctx, change.KindABSENCE, profile.PersonID); err != nil {
			return err
		}
		e.on(datesOf(before))
		if err := e.Absence.DeleteOne(before).Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "staffAbsenceRemove", profile.ID, before, nil)
	})
	return input.ID, err
}

// lockAbsence locks the absent person and returns the absence with one of the person's profiles.
func (e *edit) lockAbsence(ctx context.Context, absenceID string) (*ent.Absence, *ent.Staff, error) {
	profiles, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		absent := staff.HasPersonWith(person.HasAbsencesWith(absence.ID(absenceID)))
		profile, err := e.Staff.Query().Where(absent).Where(reach.Profiles(actor.Of(ctx))...).Order(staff.ByID()).First(ctx)
		profile, err = store.Found(profile, err, "id")
		return []*ent.Staff{profile}, err
	})
	if err != nil {
		return nil, nil, err
	}
	row, err := e.Absence.Get(ctx, absenceID)
	return row, profiles[0], err
}

// datesOf returns the local dates that an absence may touch in any time zone.
func datesOf(row *ent.Absence) (first, last *civil.Date) {
	if row.FirstDay != nil {
		return row.FirstDay, row.LastDay
	}
	dates := civil.PossibleDates(*row.StartsAt, *row.EndsAt)
	return &dates.First, &dates.Last
}
