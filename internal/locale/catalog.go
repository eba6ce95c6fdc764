package locale

// A Catalog holds the words of a package in each language. The words of a language are a value in a file of its own, such as
// words_fr.go. A test compares these files: each has the same words with the same placeholders.
type Catalog[Words any] map[Locale]*Words

// ForCustomers returns a catalog of words that customers read.
func ForCustomers[Words any](german, english, french, turkish *Words) Catalog[Words] {
	return Catalog[Words]{German: german, English: english, French: french, Turkish: turkish}
}

// ForStaff returns a catalog of words that only staff read: in English unless their language is German.
func ForStaff[Words any](german, english *Words) Catalog[Words] {
	return Catalog[Words]{German: german, English: english}
}

// In returns the words in a language, and in English if there are none.
func (c Catalog[Words]) In(l Locale) *Words {
	if words, has := c[l]; has {
		return words
	}
	return c[English]
}
