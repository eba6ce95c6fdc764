// Package pagination splits long lists into pages. The position of a row is a page token of two texts by which the
// list is ordered.
package pagination

import (
	"encoding/base64"
	"strings"

	"visavis/internal/form"
	"visavis/internal/problem"
)

// Request asks for a page of a list.
type Request struct {
	First int     // 1 to 100
	After *string // page token of the last known row; nil: from the beginning
}

const maxFirst = 100

// Token identifies the position of a row in its list.
type Token struct{ First, Second string }

// Read validates the request and returns the token after which the page begins, nil for the beginning.
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

// ErrInvalidToken returns the problem of a page token that is not one of the list.
func ErrInvalidToken() error { return problem.New(problem.NotFound, "after") }

// Info is the pagination state of a page.
type Info struct {
	HasNextPage bool
	EndCursor   *string // nil if the page is empty
}

// Connection is a page of a list.
type Connection[T any] struct {
	Nodes    []*T
	PageInfo *Info
}

// Of returns a page of rows. The caller loads one row more than requested, which tells whether there is a next page.
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
