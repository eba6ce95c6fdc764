package graph

import (
	"bytes"
	"fmt"
	"log/slog"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/problem"
)

// A kind that is no scalar cannot come from the caller's input, so it is logged as an
// internal error.
func TestPresenterMapsFormatErrorsToProblems(t *testing.T) {
	for kind, want := range map[string]any{
		"LocalDate": problem.DateInvalid,
		"Interval":  internalError,
	} {
		log := bytes.Buffer{}
		err := fmt.Errorf("read: %w", &civil.FormatError{Kind: kind, Text: "?"})
		got := presenter(slog.New(slog.NewTextHandler(&log, nil)))(t.Context(), err)
		if got.Extensions["code"] != want || (log.Len() > 0) != (want == internalError) {
			t.Errorf("%s: %v, logged %q", kind, got, &log)
		}
	}
}
