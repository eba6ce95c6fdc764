package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
)

// CustomerCard is what staff write down about a customer. It has a table of its own, so that nobody reads it who asks for facts only:
// allergies are data about health.
type CustomerCard struct{ ent.Schema }

// Fields of a card.
func (CustomerCard) Fields() []ent.Field {
	return []ent.Field{
		reference("customer_id"),
		field.Text("notes").Default("").Sensitive(),
		field.Text("allergies").Default("").Sensitive(),
		field.Text("formulas").Default("").Sensitive(),
		version(),
	}
}

// Edges of a card.
func (CustomerCard) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("customer", Customer.Type).Ref("card").Field("customer_id").Unique().Required().Immutable(),
	}
}
