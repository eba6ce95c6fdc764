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

// IDs returns the IDs of the customers that the search finds, in the order by name; without terms, of all.
//
// It counts before what each term finds, up to a limit, to begin with the rarest: neither database estimates that well. If all
// are frequent, it walks through the customers by name: the page is soon full if the terms often meet, and if the searcher
// reaches many. A walk that takes long is given up for a beginning that leaves more to sort.
func (search *Search) IDs(ctx context.Context, client *ent.Client) ([]string, error) {
	found, err := search.countTerms(ctx, client, search.most())
	if err != nil || len(found) < len(search.Terms) {
		return nil, err
	}
	begin, err := search.near(ctx, client, found)
	if steps := search.steps(); err == nil && begin == nil && steps > 0 {
		ids, isAll, err := search.walk(ctx, client, found, steps)
		if err != nil || isAll {
			return ids, err
		}
		found, begin, err = search.far(ctx, client, found)
		if err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	if begin == nil {
		ids, _, err := search.walk(ctx, client, found, 0)
		return ids, err
	}
	return client.Customer.Query().Limit(search.Limit).Where(func(s *sql.Selector) { search.lookUp(s, found, *begin) }).IDs(ctx)
}

// near returns where the search begins if it has few to read and sort there, or nil.
func (search *Search) near(ctx context.Context, client *ent.Client, found []counted) (*counted, error) {
	if len(found) == 0 {
		return nil, nil
	}
	begin := rarest(found)
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
	if begin.count > search.most() {
		return nil, nil
	}
	return &begin, nil
}

// far returns where the search begins rather than going on with a walk, or nil: at whom the searcher reaches, or else at the
// rarest of several terms, which is counted again.
func (search *Search) far(ctx context.Context, client *ent.Client, found []counted) ([]counted, *counted, error) {
	if len(search.Among) > 0 {
		most := manyReached * search.Few
		reached, err := search.countReached(ctx, client, most)
		if err != nil || reached.count <= most {
			return found, &reached, err
		}
	}
	if len(found) > 1 {
		most := manyWords * search.Few
		found, err := search.countTerms(ctx, client, most)
		if err != nil || len(found) == 0 {
			return found, nil, err
		}
		if begin := rarest(found); begin.count <= most {
			return found, &begin, nil
		}
	}
	return found, nil, nil
}

func rarest(found []counted) counted {
	return slices.MinFunc(found, func(a, b counted) int { return a.count - b.count })
}

// What a walk is given up for, in multiples of Few.
const (
	manyReached = 7
	manyWords   = 20
)

// steps returns how many customers a walk passes before it is given up: more if their index decides about most of them than if each
// is looked for in the searcher's branches. It is 0 if there is nothing else to begin with.
func (search *Search) steps() int {
	switch {
	case len(search.Among) > 0:
		return search.Few / 6
	case len(search.Terms) > 1:
		return search.Few * 7
	default:
		return 0
	}
}

// walk returns the first customers by name whom the search finds, and whether these are all that the page has. A walk of 0 steps goes
// on until the page is full.
func (search *Search) walk(ctx context.Context, client *ent.Client, found []counted, steps int) (ids []string, isAll bool, err error) {
	ids, err = client.Customer.Query().Limit(search.Limit).Where(func(s *sql.Selector) {
		if steps > 0 {
			search.passed(s, steps)
		} else {
			Behind(search.After)(s)
		}
		if steps == 0 || s.Dialect() != dialect.SQLite { // which keeps the order, and would sort again
			s.OrderBy(s.Columns(customer.FieldOrderKey, customer.FieldID)...)
		}
		mayMatch(s, found)
		search.Within(s)
		matchAll(s, found, counted{})
	}).IDs(ctx)
	if err != nil || steps == 0 || len(ids) == search.Limit {
		return ids, true, err
	}
	next, err := client.Customer.Query().Where(Behind(search.After)).Order(ent.Asc(customer.FieldOrderKey, customer.FieldID)).Offset(steps).Limit(1).IDs(ctx)
	return ids, len(next) == 0, err
}

// passed lets a selector begin with the first customers behind the place.
func (search *Search) passed(s *sql.Selector, steps int) {
	passed := sql.Dialect(s.Dialect()).Select().From(sql.Table(customer.Table))
	columns := []string{customer.FieldID, customer.FieldOrderKey, customer.FieldCreatedIn, customer.FieldBeginnings1, customer.FieldBeginnings2, customer.FieldBeginnings3}
	passed.Select(passed.Columns(columns...)...)
	Behind(search.After)(passed)
	passed.OrderBy(passed.Columns(customer.FieldOrderKey, customer.FieldID)...).Limit(steps)
	s.Prefix(sql.With("passed").As(passed)).From(sql.Table("passed"))
	s.Select(s.C(customer.FieldID))
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
