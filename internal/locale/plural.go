package locale

import (
	"fmt"

	cldr "golang.org/x/text/feature/plural"
)

// plural is a text with a number, for one and for others by the plural rules of CLDR.
type plural struct{ one, other string }

// in writes the text with a number.
func (p plural) in(l Locale, count int) string {
	text := p.other
	if cldr.Cardinal.MatchPlural(l.Tag(), count, 0, 0, 0, 0) == cldr.One {
		text = p.one
	}
	return fmt.Sprintf(text, count)
}
