package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// VideoLink is the room in which a profile consults. That two people never
// share a room is also guarded by the database: see package store.
type VideoLink struct{ ent.Schema }

// Fields of a video link.
func (VideoLink) Fields() []ent.Field {
	return []ent.Field{
		reference("staff_id"),
		field.String("person_id").MaxLen(64),
		field.Enum("provider").Values(
			"ZOOM", "GOOGLE_MEET", "SKYPE", "MICROSOFT_TEAMS", "WEBEX", "WHEREBY", "JITSI", "VISAVIS", "OTHER"),
		field.String("url").Sensitive().Comment("empty: the own room"),
		field.String("room").Sensitive().Comment("the normalised URL: equal for links into the same room; of the own room: that of the profile"),
		field.Bool("room_per_appointment").Default(false).Comment("each appointment has a room of its own below the URL"),
	}
}

// Edges of a video link.
func (VideoLink) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("video_link").Field("staff_id").Unique().Required().Immutable(),
		edge.From("person", Person.Type).Ref("video_links").Field("person_id").Unique().Required(),
	}
}

// Indexes of a video link.
func (VideoLink) Indexes() []ent.Index { return []ent.Index{index.Fields("room")} }
