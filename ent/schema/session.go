package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// Session is one sign-in of a profile in one browser. It is deleted at sign-out.
type Session struct{ ent.Schema }

// Fields of a session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Session),
		field.String("secret_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the secret in the cookie"),
		reference("staff_id"),
		field.String("device_id").MaxLen(64).Optional().Nillable().Immutable().Comment("of a sign-in by PIN; null: by password"),
		field.Bool("weak_pin").Default(false).Immutable().Comment("the PIN was too weak for roles above MEMBER: the session acts as MEMBER"),
		optionalInstant("confirmed_at"), // when the password was last given; null: never
		field.String("browser").Default("").Immutable().Comment("name of browser and system; empty: unknown"),
		instant("created_at"),
		optionalInstant("last_used_at"), // to the hour; null: not since it was created
		instant("expires_at"),           // later with use
	}
}

// Edges of a session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("sessions").Field("staff_id").Unique().Required().Immutable(),
		edge.From("device", Device.Type).Ref("sessions").Field("device_id").Unique().Immutable(),
		edge.To("push_subscriptions", PushSubscription.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of a session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{index.Fields("staff_id"), index.Fields("device_id"), index.Fields("expires_at")}
}
