package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// MailQuota counts the limited mails to a mailbox in one period. It outlives the mails,
// which go with their appointment, and is deleted when the period is over.
type MailQuota struct{ ent.Schema }

// Fields of a quota.
func (MailQuota) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Comment("SHA-256 of the mailbox"),
		instant("began_at"),
		field.Int("count"),
	}
}

// Indexes of a quota.
func (MailQuota) Indexes() []ent.Index { return []ent.Index{index.Fields("began_at")} }
