package graph

import (
	"context"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// documentLimit rejects documents of an excessive shape. It runs before validation,
// which takes seconds for some documents of a thousand tokens.
type documentLimit struct {
	accepted graphql.Cache[*ast.QueryDocument] // already checked
}

var _ graphql.OperationParameterMutator = documentLimit{}

// ExtensionName returns the name of the limit among gqlgen's extensions.
func (documentLimit) ExtensionName() string { return "DocumentLimit" }

// Validate accepts every schema.
func (documentLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters returns an error for a document that exceeds a limit. It
// leaves syntax errors to the executor, which reports them.
func (l documentLimit) MutateOperationParameters(ctx context.Context, parameters *graphql.RawParams) *gqlerror.Error {
	if _, ok := l.accepted.Get(ctx, parameters.Query); ok {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: parameters.Query}, tokenLimit)
	if err != nil {
		return nil
	}
	if exceeded := exceededLimit(shapeOf(document)); exceeded != nil {
		text := strings.ReplaceAll(exceeded.text(catalog.In(localeOf(ctx)).limits), "{max}", strconv.Itoa(exceeded.max))
		return &gqlerror.Error{Message: text, Extensions: map[string]any{"code": documentTooLarge}}
	}
	return nil
}

// A shapeLimit is the maximum of one measure of a document.
type shapeLimit struct {
	measure func(shape) int
	max     int
	text    func(limits) string
}

// exceededLimit returns the first limit that the shape exceeds; nil if none.
func exceededLimit(s shape) *shapeLimit {
	for _, limit := range shapeLimits() {
		if limit.measure(s) > limit.max {
			return &limit
		}
	}
	return nil
}

func shapeLimits() []shapeLimit {
	return []shapeLimit{
		{func(s shape) int { return s.cycles }, 0, func(l limits) string { return l.cycles }},
		{func(s shape) int { return s.depth }, 10, func(l limits) string { return l.depth }},
		{func(s shape) int { return s.definitions }, 20, func(l limits) string { return l.definitions }},
		{func(s shape) int { return s.spreads }, 100, func(l limits) string { return l.spreads }},
		{func(s shape) int { return s.rootFields }, 20, func(l limits) string { return l.rootFields }},
		{func(s shape) int { return s.fields }, 500, func(l limits) string { return l.fields }},
		{func(s shape) int { return s.aliases }, 30, func(l limits) string { return l.aliases }},
		{func(s shape) int { return s.directives }, 30, func(l limits) string { return l.directives }},
	}
}
