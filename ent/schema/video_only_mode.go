package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// VideoOnlyMode is a period in which a branch offers video consultations only.
// The periods of one branch never overlap.
type VideoOnlyMode struct{ ent.Schema }

// Fields of a video-only mode.
func (VideoOnlyMode) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.VideoOnlyMode),
		reference("branch_id"),
		localDate("first_date"),
		optionalLocalDate("last_date"),
		field.Bool("own_hours").Comment("else those who consult do so as in the work plan"),
		field.String("message").Default(""),
	}
}

// Edges of a video-only mode.
func (VideoOnlyMode) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("video_only_modes").Field("branch_id").Unique().Required().Immutable(),
		edge.To("staff", Staff.Type),
		edge.To("hours", VideoOnlyHours.Type).Annotations(entsql.OnDelete(entsql.Cascade)),
	}
}

// Indexes of a video-only mode.
func (VideoOnlyMode) Indexes() []ent.Index { return []ent.Index{index.Fields("branch_id")} }

// Annotations of the table.
func (VideoOnlyMode) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Checks(map[string]string{
		"video_only_mode_in_order": "last_date IS NULL OR first_date <= last_date",
	})}
}
