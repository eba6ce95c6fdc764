package lookup

import (
	"context"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
)

// found writes the words of customers that are created, or whose name, email address or phone number changes, and the beginnings
// of these words.
func found(client *ent.Client) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if !changesWords(m) {
				return next.Mutate(ctx, m)
			}
			mutation := m.(*ent.CustomerMutation)
			if m.Op().Is(ent.OpCreate) {
				name, _ := mutation.Name()
				email, _ := mutation.Email()
				phone, _ := mutation.Phone()
				keys := keysOf(name, email, phone)
				b := beginningsOf(keys...)
				mutation.SetBeginnings1(b[0])
				mutation.SetBeginnings2(b[1])
				mutation.SetBeginnings3(b[2])
				value, err := next.Mutate(ctx, m)
				if err != nil {
					return value, err
				}
				return value, insertWords(ctx, client, wordsOfCustomer(value.(*ent.Customer), keys))
			}
			if m.Op().Is(ent.OpUpdateOne) {
				value, err := next.Mutate(ctx, m)
				if err != nil {
					return value, err
				}
				return value, keep(ctx, client, []*ent.Customer{value.(*ent.Customer)})
			}
			ids, err := mutation.IDs(ctx)
			if err != nil {
				return nil, err
			}
			value, err := next.Mutate(ctx, m)
			if err != nil {
				return value, err
			}
			rows, err := client.Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
			if err != nil {
				return value, err
			}
			return value, keep(ctx, client, rows)
		})
	}
}

func changesWords(m ent.Mutation) bool {
	if !m.Op().Is(ent.OpCreate | ent.OpUpdateOne | ent.OpUpdate) {
		return false
	}
	return slices.ContainsFunc(slices.Concat(m.Fields(), m.ClearedFields()), func(field string) bool {
		return field == customer.FieldName || field == customer.FieldEmail || field == customer.FieldPhone
	})
}

// keep writes what differs from the words and beginnings that the customers have.
func keep(ctx context.Context, client *ent.Client, rows []*ent.Customer) error {
	var words []newWord
	for _, row := range rows {
		keys := keysOfCustomer(row)
		words = append(words, wordsOfCustomer(row, keys)...)
		b := beginningsOf(keys...)
		if b == (beginnings{row.Beginnings1, row.Beginnings2, row.Beginnings3}) {
			continue
		}
		if err := client.Customer.Update().Where(customer.ID(row.ID)).SetBeginnings1(b[0]).SetBeginnings2(b[1]).SetBeginnings3(b[2]).Exec(ctx); err != nil {
			return err
		}
	}
	return replaceWords(ctx, client, rows, words)
}

func keysOfCustomer(row *ent.Customer) []string {
	email := ""
	if row.Email != nil {
		email = *row.Email
	}
	return keysOf(row.Name, email, row.Phone)
}

// A newWord is a key of a customer, with what is the same in all of them.
type newWord struct {
	word, customerID, orderKey string
	beginnings                 beginnings
}

func wordsOfCustomer(row *ent.Customer, keys []string) []newWord {
	words := make([]newWord, len(keys))
	b := beginningsOf(keys...)
	for i, key := range keys {
		words[i] = newWord{key, row.ID, string(row.OrderKey), b}
	}
	return words
}

// replaceWords writes the words that the customers should have, and deletes what else they have.
func replaceWords(ctx context.Context, client *ent.Client, rows []*ent.Customer, words []newWord) error {
	had := map[newWord]int{} // to the ID
	for some := range slices.Chunk(rows, batch) {
		ids := make([]string, len(some))
		for i, row := range some {
			ids[i] = row.ID
		}
		stored, err := client.CustomerWord.Query().Where(customerword.CustomerIDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, w := range stored {
			had[newWord{string(w.Word), w.CustomerID, string(w.OrderKey), beginnings{w.Beginnings1, w.Beginnings2, w.Beginnings3}}] = w.ID
		}
	}
	var missing []newWord
	for _, w := range words {
		if _, has := had[w]; has {
			delete(had, w)
			continue
		}
		missing = append(missing, w)
	}
	if err := insertWords(ctx, client, missing); err != nil {
		return err
	}
	for stale := range slices.Chunk(slices.Collect(maps.Values(had)), batch) {
		if _, err := client.CustomerWord.Delete().Where(customerword.IDIn(stale...)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// insertWords inserts words in the order of their larger index, of which each page is then written once.
func insertWords(ctx context.Context, client *ent.Client, words []newWord) error {
	slices.SortFunc(words, func(a, b newWord) int { return strings.Compare(a.word, b.word) })
	for some := range slices.Chunk(words, batch) {
		insert := sql.Dialect(dialect.Postgres). // in whose words SQLite understands as well
								Insert(customerword.Table).
								Columns(customerword.FieldWord, customerword.FieldCustomerID, customerword.FieldOrderKey,
				customerword.FieldBeginnings1, customerword.FieldBeginnings2, customerword.FieldBeginnings3)
		for _, w := range some {
			insert.Values([]byte(w.word), w.customerID, []byte(w.orderKey), w.beginnings[0], w.beginnings[1], w.beginnings[2])
		}
		statement, arguments := insert.Query()
		if _, err := client.ExecContext(ctx, statement, arguments...); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many rows a statement reads or writes.
const batch = 500
