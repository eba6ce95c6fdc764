package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Customer is a client of the salon; ent keeps the name Client for itself.
type Customer struct{ ent.Schema }

// Fields of a customer.
func (Customer) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Customer),
		field.String("name").Sensitive(),
		orderKey(),
		field.String("email").Optional().Nillable().Unique().Sensitive().
			Comment("in lower case: by it a customer is found again; null: never told"),
		field.String("phone").Default("").Sensitive(),
		field.Enum("locale").Values("DE", "EN", "FR", "TR"),
		optionalInstant("confirmed_at"), // since when its facts come from the owner of the address or from managers; null: anybody may have written them
		optionalInstant("privacy_accepted_at"),
		optionalInstant("marketing_accepted_at"),
		instant("created_at"),
		beginnings("beginnings_1"), beginnings("beginnings_2"), beginnings("beginnings_3"),
		field.String("created_in").MaxLen(64).Optional().Nillable().Comment("branch of the booking that created it; null: unknown"),
	}
}

// Edges of a customer.
func (Customer) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("appointments", Appointment.Type),
		edge.To("links", CustomerLink.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("words", CustomerWord.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("card", CustomerCard.Type).Unique().Annotations(entsql.OnDelete(entsql.Cascade)),
		edge.To("merges", CustomerMerge.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// beginnings are bits of the beginnings of all words of a customer: see package lookup, which writes them.
func beginnings(name string) ent.Field { return field.Int64(name).Default(0) }

// Indexes of a customer. Those by name and by ID hold all that decides whether most customers match a search.
func (Customer) Indexes() []ent.Index {
	looked := []string{"created_in", "beginnings_1", "beginnings_2", "beginnings_3"}
	return []ent.Index{
		index.Fields(append([]string{"order_key", "id"}, looked...)...).StorageKey("customer_order_key_id"),
		index.Fields(append([]string{"id", "order_key"}, looked...)...).StorageKey("customer_id_order_key"),
		index.Fields("created_in", "id"),
		index.Fields("order_key", "id").StorageKey("customer_unconfirmed").Annotations(entsql.IndexWhere("confirmed_at IS NULL")),
	}
}
