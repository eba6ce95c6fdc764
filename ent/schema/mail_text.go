package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// MailText is what a branch writes in its mails of a kind in a language instead of the built-in texts.
type MailText struct{ ent.Schema }

// Fields of a mail text. An empty text is the built-in one.
func (MailText) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.MailText),
		reference("branch_id"),
		field.Enum("kind").Values("TO_CONFIRM", "CONFIRMED", "MOVED", "CHANGED", "OFFER", "CANCELLED", "REMINDER", "MOVE_DECLINED", "CANCEL_DECLINED",
			"CUSTOMER_EXPORT", "CUSTOMER_ERASURE").Immutable(),
		field.Enum("locale").Values("DE", "EN", "FR", "TR").Immutable(),
		field.String("subject").Default(""),
		field.Text("opening").Default("").Comment("before the facts of the appointment, with the greeting"),
		field.Text("closing").Default("").Comment("after them"),
		version(),
	}
}

// Edges of a mail text.
func (MailText) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("mail_texts").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a mail text.
func (MailText) Indexes() []ent.Index {
	return []ent.Index{index.Fields("branch_id", "kind", "locale").Unique()}
}
