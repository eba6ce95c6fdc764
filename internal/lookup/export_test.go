package lookup

import (
	"testing"

	"visavis/ent"
)

// WalkAlways makes every search walk through the customers by name, until the test ends.
func WalkAlways(t *testing.T) {
	one, several := fewOfOneTerm, fewOfTerms
	fewOfOneTerm, fewOfTerms = -1, -1
	t.Cleanup(func() { fewOfOneTerm, fewOfTerms = one, several })
}

// KeysOf returns the keys by which a customer is found.
func KeysOf(c *ent.Customer) []string {
	email := ""
	if c.Email != nil {
		email = *c.Email
	}
	return keysOf(c.Name, email, c.Phone)
}

// SortedTables returns the columns with the names of the tables that have order keys.
func SortedTables() map[string]string {
	columns := map[string]string{}
	for _, t := range tables() {
		columns[t.name] = t.nameColumn
	}
	return columns
}
