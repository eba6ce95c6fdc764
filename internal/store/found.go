package store

import (
	"visavis/ent"
	"visavis/internal/problem"
)

// Found returns row and err. If err is ent's not-found error, it returns a problem of the field that names the row instead.
func Found[T any](row *T, err error, field string) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, field)
	}
	return row, err
}

// OrNil returns row and err. If err is ent's not-found error, it returns nil and no error instead.
func OrNil[T any](row *T, err error) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}
