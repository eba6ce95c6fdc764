package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// PushSubscription is a browser to which a profile gets pushes. It is deleted with the session that saved it, and when its push service
// has forgotten it.
type PushSubscription struct{ ent.Schema }

// Fields of a subscription.
func (PushSubscription) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.PushSubscription),
		reference("staff_id"),
		reference("session_id"),
		field.String("endpoint").MaxLen(1000).Unique().Immutable().Sensitive().Comment("URL of the push service; whoever knows it and the keys can send pushes"),
		field.String("public_key").Immutable().Sensitive().Comment("of the browser, in base64url"),
		field.String("auth_secret").Immutable().Sensitive().Comment("of the browser, in base64url"),
		field.Enum("locale").Values("DE", "EN", "FR", "TR").Comment("of its pushes"),
		instant("created_at"),
	}
}

// Edges of a subscription.
func (PushSubscription) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("push_subscriptions").Field("staff_id").Unique().Required().Immutable(),
		edge.From("session", Session.Type).Ref("push_subscriptions").Field("session_id").Unique().Required().Immutable(),
	}
}

// Indexes of a subscription.
func (PushSubscription) Indexes() []ent.Index {
	return []ent.Index{index.Fields("staff_id"), index.Fields("session_id").Unique()}
}
