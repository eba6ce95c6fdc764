package lookup

import (
	"context"
	"maps"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
	"visavis/internal/placeholder"
	"visavis/internal/text"
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
				return value, wordsOfCustomer(value.(*ent.Customer), keys).Insert(ctx, client)
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
	var words Words
	for _, row := range rows {
		had := beginningsIn(row)
		words = append(words, SetKeys(row)...)
		b := beginningsIn(row)
		if b == had {
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

// Words are keys of customers that are to be written.
type Words []newWord

// A newWord is a key of a customer, with what is the same in all of them.
type newWord struct {
	word, customerID, orderKey string
	beginnings                 beginnings
}

// SetKeys sets the order key and the beginnings of a customer, and returns the words. It writes none of them.
func SetKeys(c *ent.Customer) Words {
	keys := keysOfCustomer(c)
	b := beginningsOf(keys...)
	c.OrderKey, c.Beginnings1, c.Beginnings2, c.Beginnings3 = text.OrderKey(c.Name), b[0], b[1], b[2]
	return wordsOfCustomer(c, keys)
}

// wordsOfCustomer returns the words of a customer who has the order key and the beginnings.
func wordsOfCustomer(row *ent.Customer, keys []string) Words {
	words := make(Words, len(keys))
	for i, key := range keys {
		words[i] = newWord{key, row.ID, string(row.OrderKey), beginningsIn(row)}
	}
	return words
}

func beginningsIn(row *ent.Customer) beginnings {
	return beginnings{row.Beginnings1, row.Beginnings2, row.Beginnings3}
}

// replaceWords writes the words that the customers should have, and deletes what else they have.
func replaceWords(ctx context.Context, client *ent.Client, rows []*ent.Customer, words Words) error {
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
	var missing Words
	for _, w := range words {
		if _, has := had[w]; has {
			delete(had, w)
			continue
		}
		missing = append(missing, w)
	}
	if err := missing.Insert(ctx, client); err != nil {
		return err
	}
	for stale := range slices.Chunk(slices.Collect(maps.Values(had)), batch) {
		if _, err := client.CustomerWord.Delete().Where(customerword.IDIn(stale...)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Insert inserts the words in the order of their larger index, of which each page is then written once.
func (words Words) Insert(ctx context.Context, client *ent.Client) error {
	slices.SortFunc(words, func(a, b newWord) int { return strings.Compare(a.word, b.word) })
	return placeholder.Insert(ctx, client, insertWords, len(WordColumns), slices.Concat(words.Rows()...))
}

// WordColumns are the columns of [Words.Rows].
var WordColumns = []string{"word", "customer_id", "order_key", "beginnings_1", "beginnings_2", "beginnings_3"}

// Rows returns the rows of customer_words that the words are.
func (words Words) Rows() [][]any {
	rows := make([][]any, len(words))
	for i, w := range words {
		rows[i] = []any{[]byte(w.word), w.customerID, []byte(w.orderKey), w.beginnings[0], w.beginnings[1], w.beginnings[2]}
	}
	return rows
}

var insertWords = "INSERT INTO customer_words (" + strings.Join(WordColumns, ", ") + ") VALUES "

// batch is how many rows a statement reads or deletes.
const batch = 500
