package graph

import (
	"context"

	"visavis/graph/model"
	"visavis/internal/problem"
)

// userErrors converts the problems of an error into a payload's user errors. It
// returns any other error unchanged.
func userErrors(ctx context.Context, err error) ([]*model.UserError, error) {
	problems := problem.Of(err)
	if len(problems) == 0 {
		return nil, err
	}
	list := make([]*model.UserError, len(problems))
	for i, p := range problems {
		list[i] = &model.UserError{Code: p.Code, Field: inputPath(p.Field), Message: p.In(localeOf(ctx))}
	}
	return list, nil
}

// inputPath prefixes a field path with the argument input.
func inputPath(field []string) []string { return append([]string{"input"}, field...) }

// unless returns the value, or nil if there are user errors.
func unless[T any](wrong []*model.UserError, value *T) *T {
	if len(wrong) > 0 {
		return nil
	}
	return value
}

// saved returns the value, which may be nil, or nil if there are user errors other than that it has changed meanwhile.
func saved[T any](wrong []*model.UserError, value *T) *T {
	for _, one := range wrong {
		if one.Code != problem.ChangedMeanwhile {
			return nil
		}
	}
	return value
}
