package videoroom

import (
	"regexp"
	"strings"
	"unicode"

	"visavis/internal/form"
)

// clean removes what nobody sees, such as the byte order and the direction of text: programs copy it along with a link. Of a
// link in Markdown it leaves the label and the address, as two words.
func clean(pasted string) string {
	return strings.TrimSpace(markdownLink.ReplaceAllString(form.Visible(pasted), " $1 $2 "))
}

var markdownLink = regexp.MustCompile(`\[([^\[\]]*)\]\(\s*<?([^\s<>()]+)>?[^()]*\)`)

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u2800' }

// trimPunctuation removes what belongs to the sentence around a link.
func trimPunctuation(link string) string {
	for {
		before := link
		link = strings.TrimLeft(link, `<([{"'„“”‚‘’«»*_`)
		link = strings.TrimRight(link, `>.,;:!?"'„“”‚‘’«»…*|\`)
		for _, pair := range []string{"()", "[]", "{}"} {
			if strings.HasSuffix(link, pair[1:]) && strings.Count(link, pair[:1]) < strings.Count(link, pair[1:]) {
				link = link[:len(link)-1]
			}
		}
		if link == before {
			return link
		}
	}
}
