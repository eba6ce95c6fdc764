package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"visavis/internal/id"
)

// LegalText is one version of a branch's imprint, privacy notice or terms. Versions are kept, because customers agreed to them.
type LegalText struct{ ent.Schema }

// Fields of a legal text.
func (LegalText) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.LegalText),
		reference("branch_id"),
		field.Enum("kind").Values("IMPRINT", "PRIVACY_NOTICE", "TERMS").Immutable(),
		field.Int("version").Immutable().Comment("counts from 1 in the branch and kind"),
		field.String("url").Default("").Immutable().Comment("empty: the text stands here"),
		field.Text("text").Default("").Immutable(),
		instant("created_at"),
	}
}

// Edges of a legal text.
func (LegalText) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("branch", Branch.Type).Ref("legal_texts").Field("branch_id").Unique().Required().Immutable(),
	}
}

// Indexes of a legal text.
func (LegalText) Indexes() []ent.Index {
	return []ent.Index{index.Fields("branch_id", "kind", "version").Unique()}
}
