package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"

	"visavis/internal/id"
)

// EmbeddingSite is a website whose pages may show booking themselves, beside those of the configuration.
type EmbeddingSite struct{ ent.Schema }

// Fields of a site.
func (EmbeddingSite) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.EmbeddingSite),
		field.String("origin").Unique().Immutable().Comment("as browsers write it, such as https://salon.example"),
		instant("allowed_at"),
	}
}
