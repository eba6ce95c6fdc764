package civil

import (
	"fmt"
	"io"
)

// FormatError is returned for a text that is not of the scalar's form, or names a day or a time that does not exist.
type FormatError struct {
	Kind string // the GraphQL scalar: Instant, LocalDate, LocalTime, …
	Text string // what was given
}

func (e *FormatError) Error() string { return fmt.Sprintf("%q is not a %s", e.Text, e.Kind) }

// writeQuoted writes text that JSON needs not escape. It avoids the JSON encoder, because a response has thousands of
// scalars.
func writeQuoted(w io.Writer, text string) { _, _ = io.WriteString(w, `"`+text+`"`) }

func readScalar[T any](into *T, kind string, input any, parse func(string) (T, error)) error {
	text, ok := input.(string)
	if !ok {
		return &FormatError{Kind: kind, Text: fmt.Sprint(input)}
	}
	value, err := parse(text)
	if err != nil {
		return err
	}
	*into = value
	return nil
}

// scanText reads a column that the drivers return as text or bytes.
func scanText[T any](into *T, stored any, parse func(string) (T, error)) error {
	var text string
	switch stored := stored.(type) {
	case string:
		text = stored
	case []byte:
		text = string(stored)
	default:
		return fmt.Errorf("civil: expected text in the database, not %T", stored)
	}
	value, err := parse(text)
	if err != nil {
		return err
	}
	*into = value
	return nil
}
