package lookup

import (
	"context"
	"fmt"
	"slices"

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
		ids, names, err := t.missing(ctx, client, lock)
		if err != nil {
			return 0, err
		}
		if t.name == customer.Table {
			err = writeCustomers(ctx, client, ids)
		} else {
			err = t.write(ctx, client, ids, names)
		}
		if err != nil {
			return 0, err
		}
		written += len(ids)
	}
	return written, nil
}

// missing returns the IDs and names of some rows without an order key.
func (t table) missing(ctx context.Context, client *ent.Client, lock string) (ids, names []string, err error) {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE %s IS NULL ORDER BY id LIMIT %d %s", t.nameColumn, t.name, t.keyColumn, batchOfMissing, lock))
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, nil, err
		}
		ids, names = append(ids, id), append(names, name)
	}
	return ids, names, rows.Err()
}

func (t table) write(ctx context.Context, client *ent.Client, ids, names []string) error {
	statement := fmt.Sprintf("UPDATE %s SET %s = $1 WHERE id = $2", t.name, t.keyColumn)
	for i, id := range ids {
		if _, err := client.ExecContext(ctx, statement, text.OrderKey(names[i]), id); err != nil {
			return err
		}
	}
	return nil
}

// writeCustomers writes all keys of customers. Each is updated once, since its row is in large indexes.
func writeCustomers(ctx context.Context, client *ent.Client, ids []string) error {
	const statement = "UPDATE customers SET order_key = $1, beginnings_1 = $2, beginnings_2 = $3, beginnings_3 = $4 WHERE id = $5"
	var all []*ent.Customer
	var words Words
	for some := range slices.Chunk(ids, batch) {
		rows, err := client.Customer.Query().Where(customer.IDIn(some...)).All(ctx)
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
