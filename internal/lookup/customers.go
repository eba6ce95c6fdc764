package lookup

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
	"visavis/ent/predicate"
)

// A Search finds customers who match all terms.
type Search struct {
	Terms []Term
	// Within selects the customers whom the searcher reaches.
	Within predicate.Customer
	// Among are selections that together have all whom the searcher reaches; none: of everybody.
	Among []Selection
	After *Place // of the last known customer; nil: from the beginning
	Limit int
	// Few is how many customers are looked up and sorted, see [Few]; 0: a walk always.
	Few int
}

// Few is up to how many customers a search looks up one by one, and sorts them. If it would be more, the search walks through
// all customers by name until the page is full: to pass one by takes a twentieth of the time.
const Few = 3_000

// IDs returns the IDs of the customers that the search finds, in the order by name. It counts before what each term finds, up
// to a limit, to begin with the rarest: neither database estimates that well.
func (search *Search) IDs(ctx context.Context, client *ent.Client) ([]string, error) {
	found, err := search.countTerms(ctx, client)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	begin := slices.MinFunc(found, func(a, b counted) int { return a.count - b.count })
	if begin.count > enough && len(search.Among) > 0 {
		reached, err := search.countReached(ctx, client)
		if err != nil {
			return nil, err
		}
		if reached.count < begin.count {
			begin = reached
		}
	}
	query := client.Customer.Query().Limit(search.Limit)
	if begin.count <= search.Few {
		query.Where(func(s *sql.Selector) { search.lookUp(s, found, begin) })
	} else {
		query.Where(func(s *sql.Selector) {
			Behind(search.After)(s)
			s.OrderBy(s.Columns(customer.FieldOrderKey, customer.FieldID)...)
			mayMatch(s, found)
			search.match(s, found, counted{})
		})
	}
	return query.IDs(ctx)
}

// enough is how many customers are looked up without a look for a smaller number to begin with.
const enough = 500

// lookUp selects customers from those where the search begins. Their words, and whether the searcher reaches them, are looked at in
// the order by name, until the page is full.
func (search *Search) lookUp(s *sql.Selector, found []counted, begin counted) {
	t := sql.Dialect(s.Dialect()).Table(customer.Table)
	sorted := sql.Dialect(s.Dialect()).Select().From(t)
	key, id := sorted.C(customer.FieldOrderKey), sorted.C(customer.FieldID)
	sorted.Select(id, key, sorted.C(customer.FieldCreatedIn)).OrderBy(key, id).Offset(0) // which keeps it apart
	begin.lookUp(sorted)
	if search.After != nil {
		sorted.Where(search.After.isBefore(key, id))
	}
	mayMatch(sorted, found)
	s.From(sorted.As(customer.Table))
	search.match(s, found, begin)
	if s.Dialect() == dialect.SQLite { // which keeps the order, and would sort again
		// By the index of the primary key, its choice, it would read each row of the table.
		sorted.Limit(-1).FromExpr(sql.Raw("customers INDEXED BY customer_id_order_key"))
	} else {
		s.OrderBy(s.Columns(customer.FieldOrderKey, customer.FieldID)...)
	}
}

// mayMatch adds that customers may have all words, which the indexes know by which they come.
func mayMatch(s *sql.Selector, found []counted) {
	var all beginnings
	for _, f := range found {
		if len(f.term) == 1 {
			for i, bits := range beginningsOf(f.term[0]...) {
				all[i] |= bits
			}
		}
	}
	if all != (beginnings{}) {
		s.Where(all.mayMatch(s))
	}
	for _, f := range found {
		if len(f.term) > 1 {
			f.mayMatch(s)
		}
	}
}

// mayMatch adds that the customers may have all keys of an alternative.
func (f counted) mayMatch(s *sql.Selector) {
	var alternatives []*sql.Predicate
	for _, prefixes := range f.term {
		b := beginningsOf(prefixes...)
		if b == (beginnings{}) {
			return // since this one passes nobody by
		}
		alternatives = append(alternatives, b.mayMatch(s))
	}
	s.Where(sql.Or(alternatives...))
}

// match adds that the searcher reaches the customers, and that they have all words, except of a simple term where the search begins.
func (search *Search) match(s *sql.Selector, found []counted, begin counted) {
	search.Within(s)
	for _, f := range found {
		if !f.is(begin) || !f.term.isSimple() {
			s.Where(f.term.matches(s))
		}
	}
}

// isSimple reports whether a customer matches who has any of the prefixes.
func (t Term) isSimple() bool {
	return !slices.ContainsFunc(t, func(prefixes []string) bool { return len(prefixes) > 1 })
}

// matches is whether the customer has all words of an alternative.
func (t Term) matches(s *sql.Selector) *sql.Predicate {
	var alternatives []*sql.Predicate
	for _, prefixes := range t {
		all := make([]*sql.Predicate, len(prefixes))
		for i, prefix := range prefixes {
			all[i] = hasWord(s, prefix)
		}
		alternatives = append(alternatives, allOf(all))
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return sql.Or(alternatives...)
}

// allOf is a conjunction. One of a single predicate would hide from ent that a disjunction in it needs parentheses.
func allOf(predicates []*sql.Predicate) *sql.Predicate {
	if len(predicates) == 1 {
		return predicates[0]
	}
	return sql.And(predicates...)
}

// hasWord is whether the customer has a word that begins with the prefix.
func hasWord(s *sql.Selector, prefix string) *sql.Predicate {
	w := sql.Dialect(s.Dialect()).Table(customerword.Table).As("other")
	words := sql.Dialect(s.Dialect()).SelectExpr(sql.Raw("1")).From(w).
		Where(sql.And(sql.ColumnsEQ(w.C(customerword.FieldCustomerID), s.C(customer.FieldID)), beginsWith(w, prefix)))
	// Otherwise the databases may turn the lookup into a join that begins here.
	return sql.Exists(words.Limit(1).Offset(0))
}

// beginsWith is whether the word begins with the prefix, as a range of an index.
func beginsWith(w *sql.SelectTable, prefix string) *sql.Predicate {
	return sql.And(sql.GTE(w.C(customerword.FieldWord), []byte(prefix)), sql.LT(w.C(customerword.FieldWord), after(prefix)))
}

// after returns the first bytes behind all that begin with the prefix. No key has the byte 0xff, since it is UTF-8.
func after(prefix string) []byte {
	end := []byte(prefix)
	end[len(end)-1]++
	return end
}
