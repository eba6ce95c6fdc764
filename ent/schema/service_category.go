package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"visavis/internal/id"
)

// ServiceCategory groups services; competencies are given by category.
type ServiceCategory struct{ ent.Schema }

// Fields of a service category.
func (ServiceCategory) Fields() []ent.Field {
	return []ent.Field{identifier(id.ServiceCategory), field.String("name").Unique(), orderKey(), words()}
}

// Edges of a service category.
func (ServiceCategory) Edges() []ent.Edge {
	return []ent.Edge{edge.To("services", Service.Type), edge.To("competencies", Competency.Type)}
}

// Indexes of a service category.
func (ServiceCategory) Indexes() []ent.Index { return []ent.Index{byOrderKey()} }
