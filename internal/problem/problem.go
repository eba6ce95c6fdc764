// Package problem holds what a caller can repair: errors with a code, the path
// of the input field and a sentence in the caller's language.
package problem

import (
	"fmt"
	"strings"

	"visavis/internal/locale"
)

// Problem is one thing that is wrong with an input. It is an error.
type Problem struct {
	Code      Code
	Field     []string // the path of the input field; list positions count from 0
	Arguments []any    // what the sentence mentions; never a secret, for sentences may be logged
}

// New returns a problem of a field whose path is dotted: hours.3.from.
func New(code Code, field string, arguments ...any) *Problem {
	return &Problem{Code: code, Field: strings.Split(field, "."), Arguments: arguments}
}

func (p *Problem) Error() string { return p.In(locale.English) }

// In puts the problem into a sentence.
func (p *Problem) In(l locale.Locale) string {
	return fmt.Sprintf(sentences[p.Code].In(l), p.Arguments...)
}

// List collects problems. Its nil value is ready to use.
type List []*Problem

// Add adds problems; what is nil is passed over.
func (l *List) Add(problems ...*Problem) {
	for _, p := range problems {
		if p != nil {
			*l = append(*l, p)
		}
	}
}

// Err returns the list as an error, or nil when it is empty.
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

// Of finds the problems that an error carries, if any.
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
