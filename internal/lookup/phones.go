package lookup

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/customerword"
	"visavis/internal/phone"
	"visavis/internal/text"
)

// WithPhones returns the IDs of the customers who have one of the numbers in each text, however it is typed, so many at most for each way
// to type it.
func WithPhones(ctx context.Context, client *ent.Client, phones []string, most int) (map[string][]string, error) {
	textsOf := map[string][]string{} // by key
	for _, typed := range phones {
		for _, key := range phone.Alike(text.Fold(typed)) {
			textsOf[cut(key)] = append(textsOf[cut(key)], typed)
		}
	}
	if len(textsOf) == 0 {
		return nil, nil
	}
	found := map[string][]string{}
	statement, arguments := withKeys(textsOf, most)
	rows, err := client.QueryContext(ctx, statement, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var key []byte
		var customerID string
		if err := rows.Scan(&key, &customerID); err != nil {
			return nil, err
		}
		for _, typed := range textsOf[string(key)] {
			if !slices.Contains(found[typed], customerID) {
				found[typed] = append(found[typed], customerID)
			}
		}
	}
	return found, rows.Err()
}

// withKeys selects words that are among the keys, with their customers, so many at most of each.
func withKeys[T any](keys map[string]T, most int) (statement string, arguments []any) {
	words := make([]any, 0, len(keys))
	for key := range keys {
		words = append(words, []byte(key))
	}
	const place = "place"
	builder := sql.Dialect(dialect.Postgres) // in whose words SQLite understands as well
	w := builder.Table(customerword.Table).As("w")
	each := builder.Select(w.C(customerword.FieldWord), w.C(customerword.FieldCustomerID)).From(w).Where(sql.In(w.C(customerword.FieldWord), words...))
	each.AppendSelectExprAs(sql.RowNumber().PartitionBy(w.C(customerword.FieldWord)).OrderBy(w.C(customerword.FieldCustomerID)), place)
	return builder.Select(customerword.FieldWord, customerword.FieldCustomerID).From(each.As("each")).Where(sql.LTE(place, most)).Query()
}
