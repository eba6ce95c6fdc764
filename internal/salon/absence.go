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

// needsApproval reports whether members ask for absences of the kind, instead of adding them.
func needsApproval(kind absence.Kind) bool {
	return kind != absence.KindSICK && kind != absence.KindBREAK
}

// StaffAbsenceAdd adds an absence of the person behind a profile. Members add only their own, of a kind that needs no approval.
func (s *Salon) StaffAbsenceAdd(ctx context.Context, input StaffAbsenceAddInput) (*ent.Absence, []*ent.Appointment, error) {
	var f setupForm
	note := f.Text("note", input.Note, form.NoteLength)
	request := f.request(ctx, input.IdempotencyKey, input)
	f.absencePeriod(input.Days, input.Times)
	if actor.Of(ctx).Role < actor.Receptionist && needsApproval(input.Kind) {
		f.Add(problem.New(problem.AbsenceRequestRequired, "kind"))
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
		text := ""
		if note != nil {
			text = *note
		}
		if row, err = e.addAbsence(ctx, absenceID, profile.PersonID, input.Kind, text, periodOf(input.Days, input.Times)); err != nil {
			return err
		}
		return e.Record(ctx, "staffAbsenceAdd", profile.ID, nil, row)
	})
	return row, stranded, err
}

// addAbsence adds an absence of a person whose edit has begun.
func (e *edit) addAbsence(ctx context.Context, absenceID, personID string, kind absence.Kind, note string, period absencePeriod) (*ent.Absence, error) {
	e.on(period.dates())
	return e.Absence.Create().SetID(absenceID).SetPersonID(personID).SetKind(kind).SetNote(note).
		SetNillableFirstDay(period.FirstDay).SetNillableLastDay(period.LastDay).
		SetNillableStartsAt(period.StartsAt).SetNillableEndsAt(period.EndsAt).Save(ctx)
}

// StaffAbsenceRemove removes an absence, and withdraws the request that was approved with it. Members remove only their own, of a
// kind that needs no approval, until it has ended.
func (s *Salon) StaffAbsenceRemove(ctx context.Context, input StaffAbsenceRemoveInput) (removedID string, err error) {
	if err := id.Absence.Check(input.ID, "id"); err != nil {
		return "", err
	}
	_, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, profile, err := e.lockAbsence(ctx, input.ID)
		if err != nil {
			return err
		}
		isMembers := !needsApproval(before.Kind) && !periodOfAbsence(before).hasEnded(e.Now)
		if actor.Of(ctx).Role < actor.Receptionist && !isMembers {
			return problem.New(problem.AbsenceRemovalForbidden, "id")
		}
		if err := e.beginOfPeople(ctx, change.KindABSENCE, profile.PersonID); err != nil {
			return err
		}
		request, err := e.withdrawApproved(ctx, before)
		if err != nil {
			return err
		}
		if err := e.keepRestorable(ctx, before, request); err != nil {
			return err
		}
		if err := e.removeAbsence(ctx, before); err != nil {
			return err
		}
		return e.Record(ctx, "staffAbsenceRemove", profile.ID, before, nil)
	})
	return input.ID, err
}

// removeAbsence removes an absence of a person whose edit has begun.
func (e *edit) removeAbsence(ctx context.Context, row *ent.Absence) error {
	e.on(periodOfAbsence(row).dates())
	return e.Absence.DeleteOne(row).Exec(ctx)
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
