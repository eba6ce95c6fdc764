package booking

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// Page asks for the next few of a list.
type Page struct {
	First int     // 1 to 100
	After *string // the cursor of the last one known; nil: from the beginning
}

const maximalPage = 100

func (p *Page) check() error {
	if p.First < 1 || p.First > maximalPage {
		return problem.New(problem.OutOfRange, "first", 1, maximalPage)
	}
	return nil
}

// PageInfo tells how to go on behind a page.
type PageInfo struct {
	HasNextPage bool
	EndCursor   *string // nil: the page is empty
}

// Connection is a page of a list.
type Connection[T any] struct {
	Nodes    []*T
	PageInfo *PageInfo
}

// AppointmentPage is a page of appointments.
type AppointmentPage = Connection[ent.Appointment]

// CustomerPage is a page of customers.
type CustomerPage = Connection[ent.Customer]

// pageOf makes a page of rows, of which there is one more when there is a next page.
func pageOf[T any](rows []*T, first int, placeOf func(*T) string) *Connection[T] {
	info := &PageInfo{HasNextPage: len(rows) > first}
	rows = rows[:min(len(rows), first)]
	if len(rows) > 0 {
		cursor := base64.RawURLEncoding.EncodeToString([]byte(placeOf(rows[len(rows)-1])))
		info.EndCursor = &cursor
	}
	return &Connection[T]{rows, info}
}

// parsePlace reads a cursor: two parts that order the list.
func parsePlace(cursor *string) (first, second string, given bool, err error) {
	if cursor == nil {
		return "", "", false, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(*cursor)
	first, second, found := strings.Cut(string(text), "\n")
	if err != nil || !found || !isText(string(text)) {
		return "", "", false, problem.New(problem.NotFound, "after")
	}
	return first, second, true, nil
}

// isText tells whether every database takes the text.
func isText(text string) bool { return utf8.ValidString(text) && !strings.Contains(text, "\x00") }

// startPlace is a place in a list by start.
type startPlace struct {
	start civil.Instant
	id    string
}

func appointmentPlace(a *ent.Appointment) string { return fmt.Sprintf("%d\n%s", a.StartsAt, a.ID) }

func parseStartPlace(cursor *string) (*startPlace, error) {
	first, second, given, err := parsePlace(cursor)
	if err != nil || !given {
		return nil, err
	}
	start, err := strconv.ParseInt(first, 10, 64)
	if err != nil {
		return nil, problem.New(problem.NotFound, "after")
	}
	return &startPlace{civil.Instant(start), second}, nil
}
