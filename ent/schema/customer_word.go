package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// CustomerWord is a key by which a customer is found: see package lookup, which writes it. It has what decides whether the customer
// matches the other words of a search, and where the customer stands in the list.
type CustomerWord struct{ ent.Schema }

// Fields of a word.
func (CustomerWord) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("word").Immutable().Sensitive().Comment("bytes, so that both databases find the same beginnings"),
		reference("customer_id"),
		orderKey(), // of the customer
		beginnings("beginnings_1"), beginnings("beginnings_2"), beginnings("beginnings_3"),
	}
}

// Edges of a word.
func (CustomerWord) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("customer", Customer.Type).Ref("words").Field("customer_id").Unique().Required().Immutable(),
	}
}

// Indexes of a word.
func (CustomerWord) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("word", "customer_id", "order_key", "beginnings_1", "beginnings_2", "beginnings_3").StorageKey("customer_word_order_key"),
		index.Fields("customer_id", "word"),
	}
}
