package compose

import (
	"strings"

	"visavis/internal/text"
)

// joinNonEmpty joins the parts that are not empty.
func joinNonEmpty(separator string, parts ...string) string {
	return strings.Join(text.NonEmpty(parts...), separator)
}
