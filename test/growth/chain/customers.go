package chain

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"visavis/ent"
	"visavis/internal/lookup"
)

// customers copies the customers and the words by which they are found, which SQL cannot make.
func (l *loading) customers() {
	const parts = 40
	all := l.chain.Branches * l.chain.Customers
	l.together(parts, func(part int) {
		session := <-l.sessions
		defer func() { l.sessions <- session }()
		if err := copyCustomers(session, all*part/parts, all*(part+1)/parts); err != nil {
			l.t.Error(err)
		}
	})
	l.report("customers")
}

// copyCustomers copies those with some of the numbers.
func copyCustomers(session *pgx.Conn, from, until int) error {
	ctx := context.Background()
	rows, err := session.Query(ctx, "SELECT id, name, email, phone, created_at FROM growth.customers WHERE number >= $1 AND number < $2", from, until)
	if err != nil {
		return err
	}
	var customers [][]any
	var words lookup.Words
	var c ent.Customer
	var email string
	_, err = pgx.ForEachRow(rows, []any{&c.ID, &c.Name, &email, &c.Phone, &c.CreatedAt}, func() error {
		c.Email = &email
		words = append(words, lookup.SetKeys(&c)...)
		customers = append(customers, []any{
			c.ID, c.Name, email, c.Phone, "DE", int64(Now()) - 86400, int64(c.CreatedAt), slices.Clone(c.OrderKey), c.Beginnings1, c.Beginnings2, c.Beginnings3,
		})
		return nil
	})
	if err != nil {
		return err
	}
	columns := []string{"id", "name", "email", "phone", "locale", "privacy_accepted_at", "created_at", "order_key", "beginnings_1", "beginnings_2", "beginnings_3"}
	if _, err := session.CopyFrom(ctx, pgx.Identifier{"customers"}, columns, pgx.CopyFromRows(customers)); err != nil {
		return err
	}
	_, err = session.CopyFrom(ctx, pgx.Identifier{"customer_words"}, lookup.WordColumns, pgx.CopyFromRows(words.Rows()))
	return err
}
