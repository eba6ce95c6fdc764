package lookup

import (
	"strings"
	"unicode/utf8"

	"entgo.io/ent/dialect/sql"

	"visavis/internal/form"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/text"
)

// A List asks for a page of rows in the order by name: all, or those that match every word of a search.
type List struct {
	Request pagination.Request
	After   *Place // nil: from the beginning
	Search  string // trimmed; empty: all
}

// ReadList validates a request and a search, which may be nil.
func ReadList(search *string, request pagination.Request) (*List, error) {
	list := &List{Request: request}
	token, err := request.Read()
	if err != nil {
		return nil, err
	}
	if token != nil {
		key, err := token.Key()
		if err != nil {
			return nil, err
		}
		list.After = &Place{OrderKey: key, ID: token.Second}
	}
	if search != nil {
		list.Search = strings.TrimSpace(*search)
	}
	if !form.IsText(list.Search) {
		return nil, problem.New(problem.NotFound, "search")
	}
	return list, nil
}

// PageOf selects the rows of the page, and one more if there is a next page. The table has the columns id and order_key, and for a
// search the words that [Keep] writes.
func PageOf[P ~func(*sql.Selector)](list *List) P {
	return func(s *sql.Selector) {
		list.After.behind(s)
		if list.Search != "" {
			s.Where(begun(s.C(wordsColumn), list.Search))
		}
		s.OrderBy(s.C(keyColumn), s.C(idColumn)).Limit(list.Request.First + 1)
	}
}

// begun selects the rows whose words begin with every word of a search. They are few enough to look at each.
func begun(words, search string) *sql.Predicate {
	var all []*sql.Predicate
	chunks := strings.Fields(text.Fold(search))
	for _, chunk := range chunks[:min(len(chunks), mostTerms)] {
		var alternatives []*sql.Predicate
		for _, prefixes := range wordTerm(chunk) {
			each := make([]*sql.Predicate, len(prefixes))
			for i, prefix := range prefixes {
				each[i] = sql.Contains(words, separator+whole(prefix[len(word):]))
			}
			alternatives = append(alternatives, allOf(each))
		}
		if len(alternatives) > 0 {
			all = append(all, sql.Or(alternatives...))
		}
	}
	if len(all) == 0 {
		return sql.False() // the search has no word
	}
	return sql.And(all...)
}

// whole drops the last character of a text if it is cut.
func whole(text string) string {
	for !utf8.ValidString(text) {
		text = text[:len(text)-1]
	}
	return text
}

// separator stands before each word of a row.
const separator = " "

// wordsOfRow returns the words by which a row with the texts is found, as they are stored.
func wordsOfRow(texts []string) string {
	var words strings.Builder
	for _, found := range text.Words(strings.Join(texts, " ")) {
		words.WriteString(separator + found)
	}
	return words.String()
}
