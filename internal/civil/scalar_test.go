package civil_test

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	. "visavis/internal/civil"
)

func checkFormatError(t *testing.T, err error, kind, text string) {
	t.Helper()
	var format *FormatError
	if !errors.As(err, &format) || format.Kind != kind || format.Text != text {
		t.Errorf("%q: got %v, want it to be refused as a %s", text, err, kind)
	} else if !strings.Contains(err.Error(), kind) {
		t.Errorf("%q does not name the %s", err, kind)
	}
}

// checkSQL stores the value as text, and reads it from text and from bytes.
func checkSQL[T interface {
	comparable
	driver.Valuer
}, P interface {
	*T
	Scan(any) error
}](t *testing.T, value T, text string) {
	t.Helper()
	stored, err := value.Value()
	if err != nil || stored != text {
		t.Errorf("%v is stored as %v, %v", value, stored, err)
	}
	for _, stored := range []any{text, []byte(text)} {
		var read T
		if err := P(&read).Scan(stored); err != nil || read != value {
			t.Errorf("%v is read as %v, %v", stored, read, err)
		}
	}
}

func checkJSON[T comparable](t *testing.T, value T, text string) {
	t.Helper()
	written, err := json.Marshal(value)
	if err != nil || string(written) != text {
		t.Errorf("%v is written as %s, %v", value, written, err)
	}
	var read T
	if err := json.Unmarshal([]byte(text), &read); err != nil || read != value {
		t.Errorf("%s is read as %v, %v", text, read, err)
	}
	for _, nonsense := range []string{`"nonsense"`, `17`, `[]`} {
		if err := json.Unmarshal([]byte(nonsense), &read); err == nil {
			t.Errorf("%s is read as %v", nonsense, read)
		}
	}
}

func checkGraphQL[T interface {
	comparable
	MarshalGQL(io.Writer)
}, P interface {
	*T
	UnmarshalGQL(any) error
}](t *testing.T, value T, text string) {
	t.Helper()
	var written strings.Builder
	value.MarshalGQL(&written)
	if written.String() != `"`+text+`"` {
		t.Errorf("%v is written as %s", value, written.String())
	}
	var read T
	if err := P(&read).UnmarshalGQL(text); err != nil || read != value {
		t.Errorf("%s is read as %v, %v", text, read, err)
	}
}
