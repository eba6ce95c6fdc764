package lookup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
	"visavis/ent/predicate"
)

// How many customers are looked up and sorted, rather than met on a walk through all customers by name that ends with the page.
// Each takes a few microseconds; looking at another word of one takes less.
var (
	fewOfOneTerm = 5_000
	fewOfTerms   = 12_000
)

// Customers selects the customers that match all terms. It counts before how many words each term finds, up to a limit, to
// begin with the rarest: neither database estimates that well.
func Customers(ctx context.Context, client *ent.Client, terms []Term) (predicate.Customer, error) {
	few := fewOfOneTerm
	if len(terms) > 1 {
		few = fewOfTerms
	}
	rarest := -1
	for i, least := 0, few; i < len(terms); i++ {
		count, err := terms[i].count(ctx, client, least)
		if err != nil {
			return nil, err
		}
		if count <= least {
			rarest, least = i, count
		}
	}
	return func(s *sql.Selector) {
		switch {
		case len(terms) == 0:
			s.Where(sql.False())
		case rarest < 0:
			s.Where(matchAll(s.Dialect(), s.C(customer.FieldID), terms))
		default:
			s.Where(isFound(s, terms, rarest))
		}
	}, nil
}

// isFound looks the customers of the rarest term up, and of these the words that match the others.
func isFound(s *sql.Selector, terms []Term, rarest int) *sql.Predicate {
	w := sql.Dialect(s.Dialect()).Table(customerword.Table).As("rarest")
	found := sql.Dialect(s.Dialect()).Select(w.C(customerword.FieldCustomerID)).From(w).Where(beginsWithAny(w, terms[rarest].longest()))
	others := slices.Clone(terms)
	if terms[rarest].isSimple() {
		others = slices.Delete(others, rarest, rarest+1)
	}
	if len(others) > 0 {
		found.Where(matchAll(s.Dialect(), w.C(customerword.FieldCustomerID), others))
	}
	if s.Dialect() == dialect.SQLite {
		return sql.In(s.C(customer.FieldID), found)
	}
	// PostgreSQL would rather join, whatever that means for the order of the two tables.
	return sql.P(func(b *sql.Builder) {
		b.Ident(s.C(customer.FieldID)).WriteString(" = ANY(ARRAY(").Join(found).WriteString("))")
	})
}

// count returns how many words the term finds, or more than most if that are more.
func (t Term) count(ctx context.Context, client *ent.Client, most int) (count int, err error) {
	var counts []string
	var bounds []any
	for _, prefix := range t.longest() { // each by itself: of a disjunction, PostgreSQL reads all before the limit
		counts = append(counts, fmt.Sprintf("(SELECT count(*) FROM (SELECT 1 FROM customer_words WHERE word >= $%d AND word < $%d ORDER BY word LIMIT %d) AS counted)",
			len(bounds)+1, len(bounds)+2, most+1))
		bounds = append(bounds, []byte(prefix), after(prefix))
	}
	statement := "SELECT " + strings.Join(counts, " + ")
	rows, err := client.QueryContext(ctx, statement, bounds...)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		err = rows.Scan(&count)
	}
	if err == nil {
		err = rows.Err()
	}
	return count, err
}

// longest returns the longest prefix of each alternative.
func (t Term) longest() []string {
	var all []string
	for _, prefixes := range t {
		longest := prefixes[0]
		for _, prefix := range prefixes {
			if len(prefix) > len(longest) {
				longest = prefix
			}
		}
		all = append(all, longest)
	}
	return all
}

// isSimple reports whether a customer matches who has any of the longest prefixes.
func (t Term) isSimple() bool {
	for _, prefixes := range t {
		if len(prefixes) > 1 {
			return false
		}
	}
	return true
}

// matchAll is whether the customer with the ID of a column matches all terms.
func matchAll(dialectName, customerID string, terms []Term) *sql.Predicate {
	all := make([]*sql.Predicate, len(terms))
	for i, term := range terms {
		all[i] = term.matches(dialectName, customerID)
	}
	if len(all) == 1 {
		return all[0] // since a conjunction of one would hide from ent that a disjunction needs parentheses
	}
	return sql.And(all...)
}

// matches is whether the customer has all words of an alternative.
func (t Term) matches(dialectName, customerID string) *sql.Predicate {
	var alternatives []*sql.Predicate
	var single []string
	for _, prefixes := range t {
		if len(prefixes) == 1 {
			single = append(single, prefixes[0])
			continue
		}
		all := make([]*sql.Predicate, len(prefixes))
		for i, prefix := range prefixes {
			all[i] = hasAny(dialectName, customerID, prefix)
		}
		alternatives = append(alternatives, sql.And(all...))
	}
	if len(single) > 0 {
		alternatives = append(alternatives, hasAny(dialectName, customerID, single...))
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return sql.Or(alternatives...)
}

// hasAny is whether the customer has a word that begins with any of the prefixes.
func hasAny(dialectName, customerID string, prefixes ...string) *sql.Predicate {
	w := sql.Dialect(dialectName).Table(customerword.Table).As("other")
	words := sql.Dialect(dialectName).Select(w.C(customerword.FieldID)).From(w).
		Where(sql.And(sql.ColumnsEQ(w.C(customerword.FieldCustomerID), customerID), beginsWithAny(w, prefixes)))
	// Otherwise the databases may turn the lookup into a join that begins here.
	return sql.Exists(words.Limit(1).Offset(0))
}

// beginsWithAny is whether the word begins with any of the prefixes, as ranges of an index.
func beginsWithAny(w *sql.SelectTable, prefixes []string) *sql.Predicate {
	ranges := make([]*sql.Predicate, len(prefixes))
	for i, prefix := range prefixes {
		ranges[i] = sql.And(sql.GTE(w.C(customerword.FieldWord), []byte(prefix)), sql.LT(w.C(customerword.FieldWord), after(prefix)))
	}
	return sql.Or(ranges...)
}

// after returns the first bytes behind all that begin with the prefix. No key has the byte 0xff, since it is UTF-8.
func after(prefix string) []byte {
	end := []byte(prefix)
	end[len(end)-1]++
	return end
}
