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

// documentLimit refuses documents of an excessive shape. It comes before
// validation, which takes seconds for some documents of a thousand tokens.
type documentLimit struct {
	accepted graphql.Cache[*ast.QueryDocument] // need no second look
}

var _ graphql.OperationParameterMutator = documentLimit{}

// ExtensionName names the limit among gqlgen's extensions.
func (documentLimit) ExtensionName() string { return "DocumentLimit" }

// Validate accepts every schema.
func (documentLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters changes nothing. What cannot be parsed it leaves to
// the executor, which answers with the parser's error.
func (l documentLimit) MutateOperationParameters(ctx context.Context, parameters *graphql.RawParams) *gqlerror.Error {
	if _, ok := l.accepted.Get(ctx, parameters.Query); ok {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: parameters.Query}, tokenLimit)
	if err != nil {
		return nil
	}
	if passed := passedLimit(shapeOf(document)); passed != nil {
		text := strings.ReplaceAll(passed.text.In(localeOf(ctx)), "{most}", strconv.Itoa(passed.most))
		return &gqlerror.Error{Message: text, Extensions: map[string]any{"code": documentTooLarge}}
	}
	return nil
}

// A shapeLimit is how much there may be of something in a document.
type shapeLimit struct {
	of   func(shape) int
	most int
	text locale.Text
}

// passedLimit gives the first limit that the shape goes beyond, if any.
func passedLimit(s shape) *shapeLimit {
	for _, limit := range shapeLimits() {
		if limit.of(s) > limit.most {
			return &limit
		}
	}
	return nil
}

func shapeLimits() []shapeLimit {
	return []shapeLimit{
		{func(s shape) int { return s.cycles }, 0, locale.Text{
			German:  "Ein Fragment darf sich nicht selbst einsetzen, auch nicht mittelbar: Das Dokument hätte kein Ende.",
			English: "A fragment cannot spread itself, nor by way of others: the document would have no end.",
		}},
		{func(s shape) int { return s.depth }, 10, locale.Text{
			German:  "Ein Dokument darf höchstens {most} Ebenen tief sein. Frage tiefere mit ihren IDs ab.",
			English: "A document can be at most {most} levels deep. Ask for deeper ones by their IDs.",
		}},
		{func(s shape) int { return s.definitions }, 20, locale.Text{
			German:  "Ein Dokument darf höchstens {most} Fragmente definieren. Teile es auf.",
			English: "A document can define at most {most} fragments. Split it up.",
		}},
		{func(s shape) int { return s.spreads }, 100, locale.Text{
			German:  "Ein Dokument darf Fragmente höchstens {most}-mal einsetzen, auch mittelbar. Teile es auf.",
			English: "A document can spread fragments at most {most} times, also by way of others. Split it up.",
		}},
		{func(s shape) int { return s.rootFields }, 20, locale.Text{
			German:  "Eine Operation darf höchstens {most} Felder auf der obersten Ebene haben. Teile sie auf.",
			English: "An operation can have at most {most} fields at the top. Split it up.",
		}},
		{func(s shape) int { return s.fields }, 500, locale.Text{
			German:  "Ein Dokument darf höchstens {most} Felder haben; die eines Fragments zählen, sooft es eingesetzt ist. Teile es auf.",
			English: "A document can have at most {most} fields; those of a fragment count as often as it is spread. Split it up.",
		}},
		{func(s shape) int { return s.aliases }, 30, locale.Text{
			German:  "Ein Dokument darf höchstens {most} Aliasse haben. Teile es auf.",
			English: "A document can have at most {most} aliases. Split it up.",
		}},
		{func(s shape) int { return s.directives }, 30, locale.Text{
			German:  "Ein Dokument darf höchstens {most} Direktiven haben. Teile es auf.",
			English: "A document can have at most {most} directives. Split it up.",
		}},
	}
}
