package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// CustomerMerge is a customer who was merged into another, for as long as it can be undone. It goes with the customer who was kept, so
// that forgetting one forgets both.
type CustomerMerge struct{ ent.Schema }

// Fields of a merge.
func (CustomerMerge) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.CustomerMerge),
		reference("kept_id"),
		field.String("merged_id").MaxLen(64).Immutable().Comment("of the customer who has disappeared"),
		field.Bytes("before").Immutable().Sensitive().Comment("JSON of both customers before the merge: see package booking"),
		instant("expires_at"),
	}
}

// Edges of a merge.
func (CustomerMerge) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("kept", Customer.Type).Ref("merges").Field("kept_id").Unique().Required().Immutable(),
	}
}

// Indexes of a merge.
func (CustomerMerge) Indexes() []ent.Index {
	return []ent.Index{index.Fields("kept_id"), index.Fields("merged_id"), index.Fields("expires_at")}
}
