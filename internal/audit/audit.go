// Package audit writes the audit trail: who changed what, when, and how it was
// before and after.
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

// Record writes how the subject was before the action and is now. When both are
// the same, nothing has changed and nothing is written. Neither may hold what only
// the subject may know: ent leaves out its sensitive fields.
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

// name says who acted.
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

// nothing is how JSON writes a row that there was not, or is no longer.
const nothing = "null"
