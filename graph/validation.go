package graph

import (
	"maps"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Each pair of fields can conflict, so a small document can have tens of thousands of
// conflicts. These limit how many are reported, and the bytes of each message.
const (
	conflictLimit       = 10
	conflictLengthLimit = 500
)

// validationRules returns the standard rules, with two of them fixed. Suggestions are
// optional because they disclose the schema bit by bit.
func validationRules(suggestions bool) func() *rules.Rules {
	return func() *rules.Rules {
		chosen := rules.NewDefaultRules()
		overlapping := rules.OverlappingFieldsCanBeMergedRule
		chosen.ReplaceRule(overlapping.Name, capConflicts(overlapping.RuleFunc))
		chosen.ReplaceRule(rules.SingleFieldSubscriptionsRule.Name, oneRootField)
		if !suggestions {
			withoutSuggestions(chosen)
		}
		return chosen
	}
}

// withoutSuggestions replaces rules under their own names, because gqlgen adds any that
// are missing. gqlgen's SetDisableSuggestion covers only the first and the fourth.
func withoutSuggestions(chosen *rules.Rules) {
	chosen.ReplaceRule(rules.FieldsOnCorrectTypeRule.Name, rules.FieldsOnCorrectTypeRuleWithoutSuggestions.RuleFunc)
	chosen.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	chosen.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	chosen.ReplaceRule(rules.ScalarLeafsRule.Name, rules.ScalarLeafsRuleWithoutSuggestions.RuleFunc)
	chosen.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)
}

// capConflicts limits the number and the length of a rule's errors.
func capConflicts(rule core.RuleFunc) core.RuleFunc {
	shorten := func(err *gqlerror.Error) {
		if len(err.Message) > conflictLengthLimit {
			err.Message = err.Message[:conflictLengthLimit] + "…" // names are ASCII
		}
	}
	return func(observers *core.Events, addError core.AddErrFunc) {
		reported := 0
		rule(observers, func(options ...core.ErrorOption) {
			if reported++; reported <= conflictLimit {
				addError(append(options, shorten)...)
			}
		})
	}
}

// oneRootField requires a subscription to have exactly one top-level field. The
// standard rule misses a field selected twice by aliases, and one that a directive
// skips.
func oneRootField(observers *core.Events, addError core.AddErrFunc) {
	observers.OnOperation(func(_ *core.Walker, operation *ast.OperationDefinition) {
		if operation.Operation != ast.Subscription {
			return
		}
		root := root{map[string]*ast.Field{}, map[string]bool{}, false}
		root.add(operation.SelectionSet)
		at := core.At(operation.Position)
		if len(root.fields) != 1 {
			addError(core.Message("A subscription must have exactly one top-level field. Use one subscription for each."), at)
		}
		for _, field := range root.fields {
			if strings.HasPrefix(field.Name, "__") {
				addError(core.Message("A subscription must not have the top-level field %s.", field.Name), at)
			}
		}
		if root.conditional {
			addError(core.Message("A subscription must not use @skip or @include on its top-level field."), at)
		}
	})
}

// A root holds the top-level fields of an operation by their response names.
type root struct {
	fields      map[string]*ast.Field
	spread      map[string]bool
	conditional bool
}

func (r *root) add(set ast.SelectionSet) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			r.fields[selection.Alias] = selection
			r.note(selection.Directives)
		case *ast.InlineFragment:
			r.note(selection.Directives)
			r.add(selection.SelectionSet)
		case *ast.FragmentSpread:
			r.note(selection.Directives)
			if selection.Definition != nil && !r.spread[selection.Name] {
				r.spread[selection.Name] = true
				r.add(selection.Definition.SelectionSet)
			}
		}
	}
}

func (r *root) note(directives ast.DirectiveList) {
	r.conditional = r.conditional || directives.ForName("skip") != nil || directives.ForName("include") != nil
}

// withoutDefer returns a copy of the schema without @defer. No transport delivers
// deferred data, and gqlgen would leak it, together with two goroutines.
func withoutDefer(schema *ast.Schema) *ast.Schema {
	reduced := *schema
	reduced.Directives = maps.Clone(schema.Directives)
	delete(reduced.Directives, "defer")
	return &reduced
}
