// Package placeholder writes the placeholders of SQL statements as both databases understand them.
package placeholder

import "strconv"

// List returns the placeholders of so many values: $1, $2.
func List(count int) string { return ListFrom(1, count) }

// ListFrom is List with the first number: $3, $4.
func ListFrom(first, count int) string { return string(appendList(nil, first, count)) }

// Rows returns the placeholders of so many rows: ($1, $2), ($3, $4).
func Rows(rows, columns int) string {
	var text []byte
	for row := range rows {
		if row > 0 {
			text = append(text, ", "...)
		}
		text = append(text, '(')
		text = appendList(text, 1+row*columns, columns)
		text = append(text, ')')
	}
	return string(text)
}

func appendList(text []byte, first, count int) []byte {
	for i := range count {
		if i > 0 {
			text = append(text, ", "...)
		}
		text = strconv.AppendInt(append(text, '$'), int64(first+i), 10)
	}
	return text
}
