package lookup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/internal/text"
)

// batchOfMissing is how many rows of a table [WriteMissing] writes: enough for the words to come in the order of their index.
const batchOfMissing = 5_000

// WriteMissing writes the keys of some rows that have none, because an earlier version or another program wrote them. It
// returns how many these were, 0 if there are no more. The clause locks the rows that a statement reads, if the database needs
// it.
func WriteMissing(ctx context.Context, client *ent.Client, lock string) (written int, err error) {
	for _, t := range tables() {
		missing := keyColumn + " IS NULL"
		if len(t.foundBy) > 0 {
			missing += " OR " + wordsColumn + " IS NULL"
		}
		rows, err := t.read(ctx, client, fmt.Sprintf("%s ORDER BY id LIMIT %d %s", missing, batchOfMissing, lock))
		if err != nil {
			return 0, err
		}
		if t.name == customer.Table {
			err = writeCustomers(ctx, client, rows)
		} else {
			err = t.write(ctx, client, rows)
		}
		if err != nil {
			return 0, err
		}
		written += len(rows)
	}
	return written, nil
}

// A row has the texts of which its keys are made: the name, and those by which it is found.
type row struct {
	id    string
	texts []string
}

// read returns the rows that the rest of a statement selects.
func (t *table) read(ctx context.Context, client *ent.Client, where string, arguments ...any) ([]row, error) {
	columns := append([]string{idColumn, t.nameColumn}, t.foundBy...)
	found, err := client.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE %s", strings.Join(columns, ", "), t.name, where), arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = found.Close() }()
	var rows []row
	for found.Next() {
		next := row{texts: make([]string, len(columns)-1)}
		into := []any{&next.id}
		for i := range next.texts {
			into = append(into, &next.texts[i])
		}
		if err := found.Scan(into...); err != nil {
			return nil, err
		}
		rows = append(rows, next)
	}
	return rows, found.Err()
}

// write writes the keys of rows.
func (t *table) write(ctx context.Context, client *ent.Client, rows []row) error {
	for _, r := range rows {
		statement, arguments := fmt.Sprintf("UPDATE %s SET %s = $1 WHERE id = $2", t.name, keyColumn), []any{text.OrderKey(r.texts[0]), r.id}
		if len(t.foundBy) > 0 { // SQLite numbers the placeholders as they come
			statement = fmt.Sprintf("UPDATE %s SET %s = $1, %s = $2 WHERE id = $3", t.name, keyColumn, wordsColumn)
			arguments = []any{text.OrderKey(r.texts[0]), wordsOfRow(r.texts[1:]), r.id}
		}
		if _, err := client.ExecContext(ctx, statement, arguments...); err != nil {
			return err
		}
	}
	return nil
}

// writeCustomers writes all keys of customers. Each is updated once, since its row is in large indexes.
func writeCustomers(ctx context.Context, client *ent.Client, missing []row) error {
	const statement = "UPDATE customers SET order_key = $1, beginnings_1 = $2, beginnings_2 = $3, beginnings_3 = $4 WHERE id = $5"
	var all []*ent.Customer
	var words Words
	for some := range slices.Chunk(missing, batch) {
		ids := make([]string, len(some))
		for i, r := range some {
			ids[i] = r.id
		}
		rows, err := client.Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			all, words = append(all, row), append(words, SetKeys(row)...)
			if _, err := client.ExecContext(ctx, statement, row.OrderKey, row.Beginnings1, row.Beginnings2, row.Beginnings3, row.ID); err != nil {
				return err
			}
		}
	}
	return replaceWords(ctx, client, all, words)
}
