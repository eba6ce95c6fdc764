package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// SigningKey is a random key that all servers of the database share. It is created when
// it is first needed.
type SigningKey struct{ ent.Schema }

// Fields of a key.
func (SigningKey) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").MaxLen(64).Immutable().Comment("what is signed with it"),
		field.String("secret").Immutable().Sensitive(),
	}
}
