package lookup

import (
	"context"
	"fmt"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/internal/text"
)

// WriteMissing writes the keys of some rows that have none, because an earlier version or another program wrote them. It
// reports whether there were any. The clause locks the rows that a statement reads, if the database needs it.
func WriteMissing(ctx context.Context, client *ent.Client, lock string) (written bool, err error) {
	for _, t := range tables() {
		ids, err := t.writeMissing(ctx, client, lock)
		if err != nil {
			return false, err
		}
		if len(ids) > 0 && t.name == customer.Table {
			rows, err := client.Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
			if err != nil {
				return false, err
			}
			if err := replaceWords(ctx, client, rows, false); err != nil {
				return false, err
			}
		}
		written = written || len(ids) > 0
	}
	return written, nil
}

// writeMissing writes the order keys of some rows without one and returns the IDs of the rows.
func (t table) writeMissing(ctx context.Context, client *ent.Client, lock string) (ids []string, err error) {
	rows, err := client.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s WHERE %s IS NULL ORDER BY id LIMIT %d %s", t.nameColumn, t.name, t.keyColumn, batch, lock))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		ids, names = append(ids, id), append(names, name)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if err := rows.Close(); err != nil {
		return nil, err
	}
	for i, id := range ids {
		if _, err := client.ExecContext(ctx, fmt.Sprintf("UPDATE %s SET %s = $1 WHERE id = $2", t.name, t.keyColumn), text.OrderKey(names[i]), id); err != nil {
			return nil, err
		}
	}
	return ids, nil
}
