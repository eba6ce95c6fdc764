// Package page hands long lists out in pages. The order of a list is told by two
// texts of each row: the place at which the next page goes on.
package pagination

import (
	"encoding/base64"
	"strings"

	"visavis/internal/form"
	"visavis/internal/problem"
)

// Request asks for the next few of a list.
type Request struct {
	First int     // 1 to 100
	After *string // the cursor of the last one known; nil: from the beginning
}

const maxFirst = 100

// Place is where a row stands in its list.
type Token struct{ First, Second string }

// Read checks the request and gives the place behind which the page begins; nil for
// the beginning.
func (r Request) Read() (*Token, error) {
	if r.First < 1 || r.First > maxFirst {
		return nil, problem.New(problem.OutOfRange, "first", 1, maxFirst)
	}
	if r.After == nil {
		return nil, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(*r.After)
	first, second, found := strings.Cut(string(text), "\n")
	if err != nil || !found || !form.IsText(string(text)) {
		return nil, ErrInvalidToken()
	}
	return &Token{first, second}, nil
}

// ErrUnknownPlace refuses a cursor that is none of the list.
func ErrInvalidToken() error { return problem.New(problem.NotFound, "after") }

// Info returns how to go on behind a page.
type Info struct {
	HasNextPage bool
	EndCursor   *string // nil: the page is empty
}

// Connection is a page of a list.
type Connection[T any] struct {
	Nodes    []*T
	PageInfo *Info
}

// Of makes a page of rows, of which there is one more when there is a next page.
func Of[T any](rows []*T, request Request, tokenOf func(*T) Token) *Connection[T] {
	info := &Info{HasNextPage: len(rows) > request.First}
	rows = rows[:min(len(rows), request.First)]
	if len(rows) > 0 {
		token := tokenOf(rows[len(rows)-1])
		cursor := base64.RawURLEncoding.EncodeToString([]byte(token.First + "\n" + token.Second))
		info.EndCursor = &cursor
	}
	return &Connection[T]{rows, info}
}
