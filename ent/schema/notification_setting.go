package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// NotificationSetting is whether a profile is notified of something. What has no row is as package notification says.
type NotificationSetting struct{ ent.Schema }

// Fields of a setting.
func (NotificationSetting) Fields() []ent.Field {
	return []ent.Field{
		reference("staff_id"),
		field.Enum("kind").Values("BOOKED", "MOVED", "CANCELLED", "CHANGE_REQUESTED", "CUSTOMER_WAITS", "ABSENCE_REQUESTED", "ABSENCE_ANSWERED").Immutable(),
		field.Bool("by_email"),
		field.Bool("by_push").Default(false),
		field.Enum("locale").Values("DE", "EN", "FR", "TR").Comment("in which the profile chose it"),
	}
}

// Edges of a setting.
func (NotificationSetting) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("notification_settings").Field("staff_id").Unique().Required().Immutable(),
	}
}

// Indexes of a setting.
func (NotificationSetting) Indexes() []ent.Index {
	return []ent.Index{index.Fields("staff_id", "kind").Unique()}
}
