package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// CalendarFeed lets calendar software read a person's appointments. It is deleted
// with what gave the right to it.
type CalendarFeed struct{ ent.Schema }

// Fields of a feed.
func (CalendarFeed) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.CalendarFeed),
		field.String("person_id").MaxLen(64).Unique().Immutable().Comment("whose appointments it holds"),
		reference("maker_id"),
		field.String("secret_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the secret in the address"),
	}
}

// Edges of a feed.
func (CalendarFeed) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("person", Person.Type).Ref("calendar_feed").Field("person_id").Unique().Required().Immutable(),
		edge.From("maker", Staff.Type).Ref("made_calendar_feeds").Field("maker_id").Unique().Required().Immutable(),
	}
}

// Indexes of a feed.
func (CalendarFeed) Indexes() []ent.Index { return []ent.Index{index.Fields("maker_id")} }
