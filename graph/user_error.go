package graph

import (
	"context"

	"visavis/graph/model"
	"visavis/internal/problem"
)

// userErrors turns the problems that an error carries into those of a payload;
// any other error stays one.
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

// inInput puts a path that begins in an input below the argument of that name.
func inputPath(field []string) []string { return append([]string{"input"}, field...) }

// unless gives the value when there are no user errors.
func unless[T any](wrong []*model.UserError, value *T) *T {
	if len(wrong) > 0 {
		return nil
	}
	return value
}
