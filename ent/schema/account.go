package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"visavis/internal/id"
)

// Account is how a profile signs in: by e-mail address and password, or by its
// PIN on an enrolled device.
type Account struct{ ent.Schema }

// Fields of an account.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		identifier(id.Account),
		field.String("staff_id").MaxLen(64).Unique().Immutable(),
		field.String("email").Optional().Unique().Comment("in lower case; the profile signs in with it; null: by PIN only"),
		field.String("password_hash").Default("").Sensitive().Comment("argon2id; empty: cannot sign in with a password"),
		optionalInstant("password_set_at"),
		field.Bool("passkey_required").Default(false).Comment("whether the password needs a passkey, too"),
		field.String("pin_hash").Default("").Sensitive().Comment("argon2id; empty: cannot sign in with a PIN"),
		optionalInstant("pin_set_at"),
		field.Int("pin_failures").Default(0).Comment("wrong PINs in a row"),
		optionalInstant("pin_locked_until"),
		instant("created_at"),
	}
}

// Edges of an account.
func (Account) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("staff", Staff.Type).Ref("account").Field("staff_id").Unique().Required().Immutable(),
	}
}
