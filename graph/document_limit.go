package graph

import (
	"context"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"visavis/internal/locale"
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
		text := strings.ReplaceAll(exceeded.text.In(localeOf(ctx)), "{max}", strconv.Itoa(exceeded.max))
		return &gqlerror.Error{Message: text, Extensions: map[string]any{"code": documentTooLarge}}
	}
	return nil
}

// A shapeLimit is the maximum of one measure of a document.
type shapeLimit struct {
	measure func(shape) int
	max     int
	text    locale.Text
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
		{func(s shape) int { return s.cycles }, 0, locale.Text{
			German:  "Ein Fragment setzt sich selbst ein, vielleicht über andere. Entferne den Kreis.",
			English: "A fragment spreads itself, possibly through others. Remove the cycle.",
		}},
		{func(s shape) int { return s.depth }, 10, locale.Text{
			German:  "Das Dokument ist tiefer als {max} Ebenen. Frage tiefere Objekte mit ihren IDs ab.",
			English: "The document is more than {max} levels deep. Query deeper objects by their IDs.",
		}},
		{func(s shape) int { return s.definitions }, 20, locale.Text{
			German:  "Das Dokument definiert mehr als {max} Fragmente. Teile es auf.",
			English: "The document defines more than {max} fragments. Split it up.",
		}},
		{func(s shape) int { return s.spreads }, 100, locale.Text{
			German:  "Das Dokument setzt Fragmente mehr als {max}-mal ein, verschachtelte mitgezählt. Teile es auf.",
			English: "The document spreads fragments more than {max} times, counting nested ones. Split it up.",
		}},
		{func(s shape) int { return s.rootFields }, 20, locale.Text{
			German:  "Die Operation hat mehr als {max} Felder auf der obersten Ebene. Teile sie auf.",
			English: "The operation has more than {max} top-level fields. Split it up.",
		}},
		{func(s shape) int { return s.fields }, 500, locale.Text{
			German:  "Das Dokument hat mehr als {max} Felder; die eines Fragments zählen, sooft es eingesetzt ist. Teile es auf.",
			English: "The document has more than {max} fields; those of a fragment count each time it is spread. Split it up.",
		}},
		{func(s shape) int { return s.aliases }, 30, locale.Text{
			German:  "Das Dokument hat mehr als {max} Aliasse. Teile es auf.",
			English: "The document has more than {max} aliases. Split it up.",
		}},
		{func(s shape) int { return s.directives }, 30, locale.Text{
			German:  "Das Dokument hat mehr als {max} Direktiven. Teile es auf.",
			English: "The document has more than {max} directives. Split it up.",
		}},
	}
}
