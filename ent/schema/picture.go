package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// Picture is a logo or the photo of a person, encoded anew. One that nothing refers to is removed after a while.
type Picture struct{ ent.Schema }

// Fields of a picture.
func (Picture) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Comment("of its content"),
		field.String("content_type").Immutable(),
		field.Int("width").Immutable(),
		field.Int("height").Immutable(),
		field.Bytes("content").Immutable().Sensitive(),
		instant("used_at"), // last: when it was added, or something ceased to refer to it
	}
}

// Edges of a picture.
func (Picture) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branches", Branch.Type).Ref("logo"),
		edge.From("profiles", Staff.Type).Ref("photo"),
	}
}

// Indexes of a picture.
func (Picture) Indexes() []ent.Index { return []ent.Index{index.Fields("used_at")} }
