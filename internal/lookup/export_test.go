package lookup

import "visavis/ent"

// KeysOf returns the keys by which a customer is found.
func KeysOf(c *ent.Customer) []string { return keysOfCustomer(c) }

// BeginningsOf returns the digest of keys.
func BeginningsOf(keys []string) [3]int64 { return beginningsOf(keys...) }

// SortedTables returns the columns with the names of the tables that have order keys.
func SortedTables() map[string]string {
	columns := map[string]string{}
	for _, t := range tables() {
		columns[t.name] = t.nameColumn
	}
	return columns
}
