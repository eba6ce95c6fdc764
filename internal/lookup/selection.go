package lookup

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
)

// A Selection selects IDs of customers, some of them repeatedly, from the rows of a table that an index has together.
type Selection struct {
	Table, Column string // of the IDs
	// Order is the column of the index in which the rows are read, so that PostgreSQL does not read the whole table.
	Order string
	Where func(table *sql.SelectTable) *sql.Predicate
}

// words selects the customers with a word that begins with the prefix.
func words(prefix string) Selection {
	return Selection{customerword.Table, customerword.FieldCustomerID, customerword.FieldWord, func(w *sql.SelectTable) *sql.Predicate { return beginsWith(w, prefix) }}
}

func (from Selection) in(dialectName string) (*sql.SelectTable, *sql.Selector) {
	t := sql.Dialect(dialectName).Table(from.Table).As("found")
	return t, sql.Dialect(dialectName).Select(t.C(from.Column)).From(t).Where(from.Where(t))
}

// counted is where a search may begin: at selections that together have all customers that a term finds, or all whom the searcher
// reaches.
type counted struct {
	term  Term // nil: whom the searcher reaches
	from  []Selection
	count int // of their rows
}

// is reports whether both begin at the same selections.
func (c counted) is(other counted) bool {
	return c.term != nil && other.term != nil && &c.term[0] == &other.term[0]
}

// rows selects the IDs and order keys of the customers in the selections, each once, that are left by narrow.
func (c counted) rows(dialectName string, narrow func(rows *sql.Selector, id string)) *sql.Selector {
	if c.term == nil {
		return c.lookUp(dialectName, narrow)
	}
	var all *sql.Selector
	for _, from := range c.from {
		t, rows := from.in(dialectName)
		id := t.C(from.Column)
		rows.Select(sql.As(id, customer.FieldID), t.C(customerword.FieldOrderKey))
		narrow(rows, id)
		if all == nil {
			all = rows
		} else {
			all.UnionAll(rows)
		}
	}
	return sql.Dialect(dialectName).Select(customer.FieldID, customer.FieldOrderKey).From(all.As("each")).GroupBy(customer.FieldOrderKey, customer.FieldID)
}

// lookUp selects the IDs and order keys of the customers whose IDs the selections have.
func (c counted) lookUp(dialectName string, narrow func(rows *sql.Selector, id string)) *sql.Selector {
	_, all := c.from[0].in(dialectName)
	for _, from := range c.from[1:] {
		_, more := from.in(dialectName)
		if dialectName == dialect.SQLite {
			all.UnionAll(more) // of which it makes a set
		} else {
			all.Union(more) // since it sorts the array
		}
	}
	t := sql.Dialect(dialectName).Table(customer.Table)
	id := t.C(customer.FieldID)
	rows := sql.Dialect(dialectName).Select(id, t.C(customer.FieldOrderKey)).From(t)
	narrow(rows, id)
	if dialectName == dialect.SQLite {
		// By the index of the primary key, its choice, it would read each row of the table.
		return rows.Where(sql.In(id, all)).FromExpr(sql.Raw("customers INDEXED BY customer_id_order_key"))
	}
	// PostgreSQL would rather join, whatever that means for the order of the two tables.
	return rows.Where(sql.P(func(b *sql.Builder) {
		b.Ident(id).WriteString(" = ANY(ARRAY(").Join(all).WriteString("))")
	}))
}

// countTerms counts what each term finds, or one more than most, without the alternatives that find nobody. It returns none if a term
// finds nobody.
func (search *Search) countTerms(ctx context.Context, client *ent.Client, most int) ([]counted, error) {
	var prefixes []string
	for _, term := range search.Terms {
		for _, all := range term {
			prefixes = append(prefixes, all...)
		}
	}
	slices.Sort(prefixes)
	prefixes = slices.Compact(prefixes)
	selections := make([]Selection, len(prefixes))
	for i, prefix := range prefixes {
		selections[i] = words(prefix)
	}
	counts, err := search.count(ctx, client, selections, most)
	if err != nil {
		return nil, err
	}
	countOf := func(prefix string) int {
		i, _ := slices.BinarySearch(prefixes, prefix)
		return counts[i]
	}
	var found []counted
	for _, term := range search.Terms {
		var c counted
		for _, all := range term {
			rarest := slices.MinFunc(all, func(a, b string) int { return countOf(a) - countOf(b) })
			if count := countOf(rarest); count > 0 {
				c.term, c.from, c.count = append(c.term, all), append(c.from, words(rarest)), c.count+count
			}
		}
		if c.count == 0 {
			return nil, nil
		}
		found = append(found, c)
	}
	return found, nil
}

// countReached counts whom the searcher reaches, if they are few.
func (search *Search) countReached(ctx context.Context, client *ent.Client, few int) (counted, error) {
	counts, err := search.count(ctx, client, search.Among, few)
	c := counted{from: search.Among}
	for _, count := range counts {
		c.count += count
	}
	return c, err
}

// count returns how many rows each selection has, or one more than are read if they are more.
func (search *Search) count(ctx context.Context, client *ent.Client, selections []Selection, most int) ([]int, error) {
	if len(selections) == 0 {
		return nil, nil
	}
	var counts []sql.Querier
	for _, from := range selections {
		t, rows := from.in(dialect.Postgres) // in whose words SQLite understands as well
		rows.Select().SelectExpr(sql.Raw("1")).OrderBy(t.C(from.Order)).Limit(most + 1)
		counts = append(counts, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("(SELECT count(*) FROM (").Join(rows).WriteString(") AS counted)")
		}))
	}
	statement, arguments := sql.Dialect(dialect.Postgres).SelectExpr(counts...).Query()
	rows, err := client.QueryContext(ctx, statement, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	values := make([]int, len(selections))
	into := make([]any, len(selections))
	for i := range values {
		into[i] = &values[i]
	}
	if rows.Next() {
		err = rows.Scan(into...)
	}
	if err == nil {
		err = rows.Err()
	}
	return values, err
}
