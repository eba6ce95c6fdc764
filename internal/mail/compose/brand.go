package compose

import "visavis/internal/accent"

// Brand is how customers recognize a branch in its messages. The zero value is the usual look.
type Brand struct {
	Logo   *Picture       // nil: none
	Accent *accent.Scheme // nil: the usual one
}

// usual are the colors of messages of branches that have none of their own, and of those to staff. The grounds of messages are white and
// a darker one than that of the pages, on which colors of accent.Of have even more contrast.
var usual = accent.Scheme{
	Light: accent.Colors{Accent: "#0b5a61", Text: "#ffffff"},
	Dark:  accent.Colors{Accent: "#7fd6de", Text: "#06282b"},
}

// show adds the brand of the sender.
func (c *content) show(b Brand) {
	c.Logo = b.Logo
	if b.Accent != nil {
		c.Colors = *b.Accent
	}
}
