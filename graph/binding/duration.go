package binding

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"visavis/internal/civil"
)

// MarshalDuration returns a marshaler of the scalar Duration. gqlgen's own would write
// long durations in months and years, whose lengths vary.
func MarshalDuration(d time.Duration) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(isoDuration(d)))
	})
}

func isoDuration(d time.Duration) string {
	const day = 24 * time.Hour
	days, hours, minutes := d/day, d%day/time.Hour, d%time.Hour/time.Minute
	text := "P"
	if days > 0 {
		text += fmt.Sprintf("%dD", days)
	}
	if d%day > 0 || days == 0 {
		text += "T"
	}
	if hours > 0 {
		text += fmt.Sprintf("%dH", hours)
	}
	seconds := d % time.Minute / time.Second
	if minutes > 0 || d < time.Hour && seconds == 0 {
		text += fmt.Sprintf("%dM", minutes)
	}
	if seconds > 0 {
		text += fmt.Sprintf("%dS", seconds)
	}
	return text
}

// durationForm excludes months and years, and requires at least one number.
var durationForm = regexp.MustCompile(`^P([0-9.]+W)?([0-9.]+D)?(T([0-9.]+[HMS])+)?$`)

// UnmarshalDuration parses the scalar Duration. It returns a *civil.FormatError unless
// the input is a non-negative number of whole seconds. Fields in whole minutes check that themselves.
func UnmarshalDuration(input any) (time.Duration, error) {
	text := fmt.Sprint(input)
	d, err := graphql.UnmarshalDuration(input)
	if err != nil || text == "P" || !durationForm.MatchString(text) || d < 0 || d%time.Second != 0 {
		return 0, &civil.FormatError{Kind: "Duration", Text: text}
	}
	return d, nil
}
