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
)

// Record writes the state of the subject before and after an action. If both are equal it writes nothing. Neither may
// contain secrets of the subject; ent omits its sensitive fields.
func Record(ctx context.Context, client *ent.Client, at civil.Instant, action, subjectID string, before, after any) (changed bool, err error) {
	was, err := json.Marshal(before)
	if err != nil {
		return false, err
	}
	is, err := json.Marshal(after)
	if err != nil || bytes.Equal(was, is) {
		return false, err
	}
	entry := client.AuditEntry.Create().SetAt(at).SetAction(action).SetSubjectID(subjectID)
	name(entry, actor.Of(ctx))
	if string(was) != nothing {
		entry.SetBefore(was)
	}
	if string(is) != nothing {
		entry.SetAfter(is)
	}
	return true, entry.Exec(ctx)
}

// name sets the actor of an entry.
func name(entry *ent.AuditEntryCreate, who actor.Actor) {
	switch {
	case who.TokenID != "":
		entry.SetActor(auditentry.ActorPROGRAM).SetStaffID(who.StaffID).SetTokenID(who.TokenID)
	case who.StaffID != "":
		entry.SetActor(auditentry.ActorSTAFF).SetStaffID(who.StaffID)
	default:
		entry.SetActor(auditentry.ActorCLIENT)
	}
}

// nothing is the JSON of a row that does not exist.
const nothing = "null"
