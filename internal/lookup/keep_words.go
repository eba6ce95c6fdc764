package lookup

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

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
				return value, replaceWords(ctx, client, []*ent.Customer{value.(*ent.Customer)}, [][]string{keys}, true)
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
	keys := make([][]string, len(rows))
	for i, row := range rows {
		keys[i] = keysOfCustomer(row)
		b := beginningsOf(keys[i]...)
		if b == (beginnings{row.Beginnings1, row.Beginnings2, row.Beginnings3}) {
			continue
		}
		if err := client.Customer.Update().Where(customer.ID(row.ID)).SetBeginnings1(b[0]).SetBeginnings2(b[1]).SetBeginnings3(b[2]).Exec(ctx); err != nil {
			return err
		}
	}
	return replaceWords(ctx, client, rows, keys, false)
}

func keysOfCustomer(row *ent.Customer) []string {
	email := ""
	if row.Email != nil {
		email = *row.Email
	}
	return keysOf(row.Name, email, row.Phone)
}

type newWord struct {
	word       []byte
	customerID string
}

// replaceWords writes the words of customers, whose keys are given; new ones have no words.
func replaceWords(ctx context.Context, client *ent.Client, rows []*ent.Customer, keys [][]string, areNew bool) error {
	had := map[[2]string]int{} // ID by customer and word
	if !areNew {
		for some := range slices.Chunk(rows, batch) {
			ids := make([]string, len(some))
			for i, row := range some {
				ids[i] = row.ID
			}
			words, err := client.CustomerWord.Query().Where(customerword.CustomerIDIn(ids...)).All(ctx)
			if err != nil {
				return err
			}
			for _, w := range words {
				had[[2]string{w.CustomerID, string(w.Word)}] = w.ID
			}
		}
	}
	var missing []newWord
	for i, row := range rows {
		for _, key := range keys[i] {
			if _, has := had[[2]string{row.ID, key}]; has {
				delete(had, [2]string{row.ID, key})
				continue
			}
			missing = append(missing, newWord{[]byte(key), row.ID})
		}
	}
	if err := insertWords(ctx, client, missing); err != nil {
		return err
	}
	var stale []int
	for _, wordID := range had {
		stale = append(stale, wordID)
	}
	for some := range slices.Chunk(stale, batch) {
		if _, err := client.CustomerWord.Delete().Where(customerword.IDIn(some...)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// insertWords inserts words in the order of their larger index, of which each page is then written once.
func insertWords(ctx context.Context, client *ent.Client, words []newWord) error {
	slices.SortFunc(words, func(a, b newWord) int { return bytes.Compare(a.word, b.word) })
	for some := range slices.Chunk(words, batch) {
		var statement strings.Builder
		statement.WriteString("INSERT INTO customer_words (word, customer_id) VALUES ")
		arguments := make([]any, 0, 2*len(some))
		for i, w := range some {
			if i > 0 {
				statement.WriteString(", ")
			}
			_, _ = fmt.Fprintf(&statement, "($%d, $%d)", 2*i+1, 2*i+2)
			arguments = append(arguments, w.word, w.customerID)
		}
		if _, err := client.ExecContext(ctx, statement.String(), arguments...); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many rows a statement reads or writes.
const batch = 500
