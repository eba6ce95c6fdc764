package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// AuditEntry tells who changed what, when, and how it was before and after.
type AuditEntry struct{ ent.Schema }

// Fields of an audit entry.
func (AuditEntry) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.AuditEntry),
		instant("at"),
		field.Enum("actor").Values("UNKNOWN", "CLIENT", "STAFF", "PROGRAM", "SERVER").Default("UNKNOWN").Immutable(),
		field.String("staff_id").MaxLen(64).Optional().Nillable().Immutable().Comment("who acted, or whose token"),
		field.String("token_id").MaxLen(64).Optional().Nillable().Immutable().Comment("of the program that acted"),
		field.String("action").Immutable().Comment("the mutation's name"),
		field.String("subject_id").Immutable(),
		field.JSON("before", json.RawMessage{}).Optional().Immutable().Sensitive(),
		field.JSON("after", json.RawMessage{}).Optional().Immutable().Sensitive(),
	}
}

// Indexes of an audit entry.
func (AuditEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("at", "id"),
		index.Fields("subject_id", "at"),
		index.Fields("action", "at", "id"), // some are rare
		index.Fields("staff_id", "at").Annotations(entsql.IndexWhere("staff_id IS NOT NULL")), // customers have none
	}
}
