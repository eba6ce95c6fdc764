package salon

import (
	"context"
	"log/slog"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/change"
	"visavis/ent/person"
	"visavis/ent/predicate"
	"visavis/ent/removedabsence"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/repeat"
	"visavis/internal/store"
)

// absenceRestoreTime is how long a removed absence can be restored.
const absenceRestoreTime = time.Hour

// StaffAbsenceRestoreInput names the absence to restore.
type StaffAbsenceRestoreInput struct{ ID string }

// StaffAbsenceRestore restores an absence that was removed, with its note and the approval of its request. Members restore only their
// own, of a kind that needs no approval.
func (s *Salon) StaffAbsenceRestore(ctx context.Context, input StaffAbsenceRestoreInput) (row *ent.Absence, stranded []*ent.Appointment, err error) {
	if err := id.Absence.Check(input.ID, "id"); err != nil {
		return nil, nil, err
	}
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		profile, err := e.lockPersonOfAbsence(ctx, input.ID)
		if err != nil {
			return err
		}
		if row, err = store.OrNil(e.Absence.Query().Where(absence.ID(input.ID), absence.PersonID(profile.PersonID)).Only(ctx)); row != nil || err != nil {
			return err
		}
		removed, err := e.RemovedAbsence.Query().Where(restorable(e.Now), removedabsence.ID(input.ID), removedabsence.PersonID(profile.PersonID)).Only(ctx)
		if removed, err = store.Found(removed, err, "id"); err != nil {
			return err
		}
		if kind := absence.Kind(removed.Kind); actor.Of(ctx).Role < actor.Receptionist && needsApproval(kind) {
			return problem.New(problem.AbsenceRequestRequired, "id")
		}
		if err := e.beginOfPeople(ctx, change.KindABSENCE, profile.PersonID); err != nil {
			return err
		}
		row, err = e.restoreAbsence(ctx, removed)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffAbsenceRestore", profile.ID, nil, row)
	})
	return row, stranded, err
}

// lockPersonOfAbsence locks the person of an absence, which may be removed, and returns one of the person's profiles.
func (e *edit) lockPersonOfAbsence(ctx context.Context, absenceID string) (*ent.Staff, error) {
	of := staff.HasPersonWith(person.Or(
		person.HasAbsencesWith(absence.ID(absenceID)),
		person.HasRestorableAbsencesWith(restorable(e.Now), removedabsence.ID(absenceID)),
	))
	profiles, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		profile, err := e.Staff.Query().Where(of).Where(reach.Profiles(actor.Of(ctx))...).Order(staff.ByID()).First(ctx)
		profile, err = store.Found(profile, err, "id")
		return []*ent.Staff{profile}, err
	})
	if err != nil {
		return nil, err
	}
	return profiles[0], nil
}

func (e *edit) restoreAbsence(ctx context.Context, removed *ent.RemovedAbsence) (*ent.Absence, error) {
	period := absencePeriod{removed.FirstDay, removed.LastDay, removed.StartsAt, removed.EndsAt}
	row, err := e.addAbsence(ctx, removed.ID, removed.PersonID, absence.Kind(removed.Kind), removed.Note, period)
	if err != nil {
		return nil, err
	}
	if removed.RequestID != nil {
		if err := e.approveAgain(ctx, *removed.RequestID, row); err != nil {
			return nil, err
		}
	}
	return row, e.RemovedAbsence.DeleteOne(removed).Exec(ctx)
}

// keepRestorable keeps what restores an absence that is about to be removed.
func (e *edit) keepRestorable(ctx context.Context, row *ent.Absence, request *ent.AbsenceRequest) error {
	removed := e.RemovedAbsence.Create().SetID(row.ID).SetPersonID(row.PersonID).SetKind(removedabsence.Kind(row.Kind)).SetNote(row.Note).
		SetNillableFirstDay(row.FirstDay).SetNillableLastDay(row.LastDay).SetNillableStartsAt(row.StartsAt).SetNillableEndsAt(row.EndsAt).
		SetExpiresAt(e.Now.Add(absenceRestoreTime))
	if request != nil {
		removed.SetRequestID(request.ID)
	}
	return removed.Exec(ctx)
}

// Retain returns a task that deletes absences that can no longer be restored, at once and then every hour, until its context is done.
func (s *Salon) Retain(logger *slog.Logger) func(context.Context) {
	return repeat.AtOnceAndEvery(absenceRestoreTime, func(ctx context.Context) {
		if err := s.DeleteExpiredAbsences(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot delete removed absences", slog.Any("error", err))
		}
	})
}

// DeleteExpiredAbsences deletes the removed absences that can no longer be restored: their notes may tell of an illness.
func (s *Salon) DeleteExpiredAbsences(ctx context.Context) error {
	var deleted int
	err := s.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		deleted, err = tx.RemovedAbsence.Delete().Where(removedabsence.Not(restorable(s.clock()))).Exec(ctx)
		return err
	})
	if err != nil || deleted == 0 {
		return err
	}
	return s.store.TruncateJournal(ctx)
}

// restorable selects the removed absences that can be restored.
func restorable(now civil.Instant) predicate.RemovedAbsence { return removedabsence.ExpiresAtGT(now) }
