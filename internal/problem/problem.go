// Package problem defines errors that a caller can repair: a code, the path of the input field and a sentence in the
// caller's language.
package problem

import (
	"fmt"
	"strings"

	"visavis/internal/locale"
)

// Problem is an invalid input. It implements error.
type Problem struct {
	Code      Code
	Field     []string // path of the input field; list positions count from 0
	Arguments []any    // of the sentence; never secrets, since sentences may be logged
}

// Localized is an argument that each language writes in its own way.
type Localized interface{ In(locale.Locale) string }

// New returns a problem of a field with a dotted path: hours.3.from.
func New(code Code, field string, arguments ...any) *Problem {
	return &Problem{Code: code, Field: strings.Split(field, "."), Arguments: arguments}
}

func (p *Problem) Error() string { return p.In(locale.English) }

// In returns the sentence of the problem in a language.
func (p *Problem) In(l locale.Locale) string {
	written := make([]any, len(p.Arguments))
	for i, argument := range p.Arguments {
		written[i] = argument
		if localized, is := argument.(Localized); is {
			written[i] = localized.In(l)
		}
	}
	return fmt.Sprintf(catalog.In(l).sentences[p.Code], written...)
}

// List collects problems. The nil list is ready to use.
type List []*Problem

// Add adds problems. It ignores nil.
func (l *List) Add(problems ...*Problem) {
	for _, p := range problems {
		if p != nil {
			*l = append(*l, p)
		}
	}
}

// Err returns the list as an error, nil if it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

func (l List) Error() string {
	said := make([]string, len(l))
	for i, p := range l {
		said[i] = p.Error()
	}
	return strings.Join(said, " ")
}

// Of returns the problems that an error wraps, if any.
func Of(err error) List {
	for err != nil {
		switch found := err.(type) {
		case *Problem:
			return List{found}
		case List:
			return found
		}
		wrapped, ok := err.(interface{ Unwrap() error })
		if !ok {
			return nil
		}
		err = wrapped.Unwrap()
	}
	return nil
}
