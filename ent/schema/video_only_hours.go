package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"
)

// VideoOnlyHours are the video hours of a video-only mode on one day of the week.
type VideoOnlyHours struct{ ent.Schema }

// Fields of video-only hours.
func (VideoOnlyHours) Fields() []ent.Field {
	return []ent.Field{reference("video_only_mode_id"), weekday(), intervals()}
}

// Edges of video-only hours.
func (VideoOnlyHours) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("video_only_mode", VideoOnlyMode.Type).Ref("hours").Field("video_only_mode_id").Unique().Required().Immutable(),
	}
}

// Indexes of video-only hours.
func (VideoOnlyHours) Indexes() []ent.Index {
	return []ent.Index{index.Fields("video_only_mode_id", "weekday").Unique()}
}

// Annotations of the table.
func (VideoOnlyHours) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Table("video_only_hours")}
}
