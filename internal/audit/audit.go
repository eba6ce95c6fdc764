// Package audit writes and reads the audit trail: who changed what, when, and its state before and after.
package audit

import (
	"bytes"
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/store"
)

// Record writes the state of the subject before and after an action. If both are equal it writes nothing. Neither may
// contain secrets of the subject; ent omits its sensitive fields.
func Record(ctx context.Context, tx *store.Tx, at civil.Instant, action, subjectID string, before, after any) (changed bool, err error) {
	was, err := json.Marshal(before)
	if err != nil {
		return false, err
	}
	is, err := json.Marshal(after)
	if err != nil || bytes.Equal(was, is) {
		return false, err
	}
	entry := &ent.AuditEntry{ID: id.AuditEntry.NewAt(int64(at)), At: at, Action: action, SubjectID: subjectID}
	name(entry, actor.Of(ctx))
	if string(was) != nothing {
		entry.Before = was
	}
	if string(is) != nothing {
		entry.After = is
	}
	return true, tx.InsertAuditEntry(ctx, entry)
}

// name sets the actor of an entry.
func name(entry *ent.AuditEntry, who actor.Actor) {
	switch {
	case who.TokenID != "":
		entry.Actor, entry.StaffID, entry.TokenID = auditentry.ActorPROGRAM, &who.StaffID, &who.TokenID
	case who.StaffID != "":
		entry.Actor, entry.StaffID = auditentry.ActorSTAFF, &who.StaffID
	case who.IsServer:
		entry.Actor = auditentry.ActorSERVER
	default:
		entry.Actor = auditentry.ActorCLIENT
	}
}

// nothing is the JSON of a row that does not exist.
const nothing = "null"
