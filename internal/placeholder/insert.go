package placeholder

import (
	"context"
	"math/bits"
)

// An execer runs statements, as an ent.Client does.
type execer[Result any] interface {
	ExecContext(ctx context.Context, statement string, values ...any) (Result, error)
}

// Insert inserts rows with the values of their columns, one row after the other, by a statement that ends before the placeholders.
// It is run with one, two, four rows and so on, so that the database prepares few statements.
func Insert[Result any](ctx context.Context, client execer[Result], statement string, columns int, values []any) error {
	for rows := len(values) / columns; rows > 0; {
		some := min(1<<(bits.Len(uint(rows))-1), rowsAtOnce)
		if _, err := client.ExecContext(ctx, statement+Rows(some, columns), values[:some*columns]...); err != nil {
			return err
		}
		rows, values = rows-some, values[some*columns:]
	}
	return nil
}

const rowsAtOnce = 512 // a statement may have 32,766 values
