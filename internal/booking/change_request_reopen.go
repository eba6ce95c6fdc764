package booking

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/changerequest"
	"visavis/internal/store"
)

// updateRequestAfterMove closes the open request about an appointment that was moved. If there is none, and staff have moved it back, the
// request that their last move has closed is open again: nothing was done about it after all.
func (e *edit) updateRequestAfterMove(ctx context.Context, before, after *ent.Appointment, by *string) error {
	last, err := store.OrNil(e.ChangeRequest.Query().Where(changerequest.AppointmentID(before.ID)).
		Order(ent.Desc(changerequest.FieldCreatedAt, changerequest.FieldID)).First(ctx))
	switch {
	case err != nil || last == nil:
		return err
	case last.State == changerequest.StateOPEN || by == nil || !wasClosedByMove(last) || !mayBeAnswered(after, e.Now):
		return e.closeRequestAfter(ctx, before, after, by)
	}
	moves, err := e.AuditEntry.Query().
		Where(auditentry.SubjectID(before.ID), auditentry.At(*last.AnsweredAt), auditentry.ActionIn("appointmentMove", rearrange)).All(ctx)
	if err != nil {
		return err
	}
	for _, move := range moves {
		isUndone, err := isUndoneBy(move, before, after)
		if err != nil {
			return err
		}
		if isUndone {
			return last.Update().SetState(changerequest.StateOPEN).ClearAnsweredAt().ClearAnsweredBy().Exec(ctx)
		}
	}
	return nil
}

// wasClosedByMove reports whether a move by staff can have closed a request.
func wasClosedByMove(request *ent.ChangeRequest) bool {
	isMoved := request.State == changerequest.StateACCEPTED || request.State == changerequest.StateLAPSED
	return isMoved && request.AnsweredBy != nil && request.AnsweredAt != nil
}

// isUndoneBy reports whether a move is the last one before another, which restores the start and the staff member.
func isUndoneBy(move *ent.AuditEntry, before, after *ent.Appointment) (bool, error) {
	var was, became ent.Appointment
	if err := json.Unmarshal(move.Before, &was); err != nil {
		return false, err
	}
	if err := json.Unmarshal(move.After, &became); err != nil {
		return false, err
	}
	return became.Version == before.Version && was.StartsAt == after.StartsAt && was.StaffID == after.StaffID, nil
}
