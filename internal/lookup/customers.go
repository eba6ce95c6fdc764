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
	// Few is how many customers are read and sorted, see [Few]; 0: a walk always.
	Few int
}

// Few is up to how many customers a search of one term reads and sorts. If it would be more, the search walks through all
// customers by name until the page is full, which is soon then.
const Few = 3_000

// most is up to how many customers the search reads and sorts. Of those who match one criterion, hardly any may match the
// others, so that a walk could be long.
func (search *Search) most() int {
	if len(search.Terms) == 1 && len(search.Among) == 0 {
		return search.Few
	}
	return 2 * search.Few
}

// IDs returns the IDs of the customers that the search finds, in the order by name. It counts before what each term finds, up
// to a limit, to begin with the rarest: neither database estimates that well.
func (search *Search) IDs(ctx context.Context, client *ent.Client) ([]string, error) {
	found, err := search.countTerms(ctx, client)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	begin := slices.MinFunc(found, func(a, b counted) int { return a.count - b.count })
	if begin.count > enough && len(search.Among) > 0 {
		few := begin.count / lookupCost
		if begin.count > search.most() {
			few = search.Few // rather than a walk
		}
		reached, err := search.countReached(ctx, client, few)
		if err != nil {
			return nil, err
		}
		if reached.count <= few {
			begin = reached
		}
	}
	query := client.Customer.Query().Limit(search.Limit)
	if begin.count <= search.most() {
		query.Where(func(s *sql.Selector) { search.lookUp(s, found, begin) })
	} else {
		query.Where(func(s *sql.Selector) {
			Behind(search.After)(s)
			s.OrderBy(s.Columns(customer.FieldOrderKey, customer.FieldID)...)
			mayMatch(s, found)
			search.Within(s)
			matchAll(s, found, counted{})
		})
	}
	return query.IDs(ctx)
}

const (
	// enough is how many words are read without a look for a smaller number of customers to begin with.
	enough = 2_000
	// lookupCost is how many words are read while one customer is looked up.
	lookupCost = 10
)

// lookUp selects customers from those where the search begins. Whether the searcher reaches them, and then their other words, are
// looked at in the order by name, until the page is full.
func (search *Search) lookUp(s *sql.Selector, found []counted, begin counted) {
	sorted := begin.rows(s.Dialect(), func(rows *sql.Selector, id string) {
		if search.After != nil {
			rows.Where(search.After.isBefore(rows.C(customer.FieldOrderKey), id))
		}
		mayMatch(rows, found)
	})
	reached := sql.Dialect(s.Dialect()).Select(customer.FieldID, customer.FieldOrderKey).From(sql.Table("sorted"))
	reached.Where(search.reaches(reached))
	s.Prefix(sql.With("sorted").As(sorted).With("reached").As(reached)).From(sql.Table("reached"))
	s.Select(s.C(customer.FieldID))
	matchAll(s, found, begin)
	sorted.OrderBy(customer.FieldOrderKey, customer.FieldID).Offset(0) // which keeps each step apart
	reached.Offset(0)
	if s.Dialect() == dialect.SQLite {
		sorted.Limit(-1)
		reached.Limit(-1)
		return // since it keeps the order, and would sort each step again
	}
	for _, step := range []*sql.Selector{reached, s} {
		step.OrderBy(step.Columns(customer.FieldOrderKey, customer.FieldID)...)
	}
}

// reaches selects the customers whom the searcher reaches by their records.
func (search *Search) reaches(s *sql.Selector) *sql.Predicate {
	record := sql.Dialect(s.Dialect()).Table(customer.Table).As("record")
	reached := sql.Dialect(s.Dialect()).SelectExpr(sql.Raw("1")).From(record).Where(sql.ColumnsEQ(record.C(customer.FieldID), s.C(customer.FieldID)))
	search.Within(reached)
	return sql.Exists(reached.Limit(1).Offset(0))
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

// matchAll adds that the customers have all words, except of a simple term where the search begins.
func matchAll(s *sql.Selector, found []counted, begin counted) {
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

// matches selects the customers who have all words of an alternative.
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

// hasWord selects the customers with a word that begins with the prefix.
func hasWord(s *sql.Selector, prefix string) *sql.Predicate {
	w := sql.Dialect(s.Dialect()).Table(customerword.Table).As("other")
	words := sql.Dialect(s.Dialect()).SelectExpr(sql.Raw("1")).From(w).
		Where(sql.And(sql.ColumnsEQ(w.C(customerword.FieldCustomerID), s.C(customer.FieldID)), beginsWith(w, prefix)))
	// Otherwise the databases may turn the lookup into a join that begins here.
	return sql.Exists(words.Limit(1).Offset(0))
}

// beginsWith selects the words that begin with the prefix, as a range of an index.
func beginsWith(w *sql.SelectTable, prefix string) *sql.Predicate {
	return sql.And(sql.GTE(w.C(customerword.FieldWord), []byte(prefix)), sql.LT(w.C(customerword.FieldWord), after(prefix)))
}

// after returns the first bytes behind all that begin with the prefix. No key has the byte 0xff, since it is UTF-8.
func after(prefix string) []byte {
	end := []byte(prefix)
	end[len(end)-1]++
	return end
}
