// Package placeholder writes the placeholders of SQL statements as both databases understand them.
package placeholder

import (
	"strconv"
	"strings"
)

// List returns the placeholders of so many values: $1, $2.
func List(count int) string { return list(1, count) }

// ListFrom is List with the first number: $3, $4.
func ListFrom(first, count int) string { return list(first, count) }

// Rows returns the placeholders of so many rows: ($1, $2), ($3, $4).
func Rows(rows, columns int) string {
	all := make([]string, rows)
	for i := range all {
		all[i] = "(" + list(1+i*columns, columns) + ")"
	}
	return strings.Join(all, ", ")
}

func list(first, count int) string {
	all := make([]string, count)
	for i := range all {
		all[i] = "$" + strconv.Itoa(first+i)
	}
	return strings.Join(all, ", ")
}
