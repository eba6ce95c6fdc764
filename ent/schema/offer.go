package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Offer is a choice of other starts for an appointment, which stands until its customer takes one. Each start is a hold.
type Offer struct{ ent.Schema }

// Fields of an offer.
func (Offer) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Offer),
		reference("appointment_id"),
		field.Enum("state").Values("OPEN", "TAKEN", "WITHDRAWN", "LAPSED").Default("OPEN"),
		field.Bool("override").Default(false).Immutable().Comment("whether its starts may break the rules that staff may override"),
		instant("created_at"),
		instant("expires_at"),
		optionalInstant("ended_at"), // when it stopped being open otherwise than by its expiry; null: it has not
	}
}

// Edges of an offer.
func (Offer) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("appointment", Appointment.Type).Ref("offers").Field("appointment_id").Unique().Required().Immutable(),
	}
}

// Indexes of an offer. One is open per appointment.
func (Offer) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("appointment_id", "created_at", "id"),
		index.Fields("appointment_id").Unique().StorageKey("offer_open").Annotations(entsql.IndexWhere("ended_at IS NULL")),
	}
}
