package graph

import "github.com/vektah/gqlparser/v2/ast"

// A shape is the size of a document with its fragments expanded. It covers all
// operations, because all of them are validated, except that rootFields is the
// maximum over the operations.
type shape struct {
	depth       int // of braces; an inline fragment counts, as it costs validation as much as a level
	definitions int // of fragments
	spreads     int // of fragments, inline or not
	rootFields  int
	fields      int
	aliases     int
	directives  int
	cycles      int // spreads of a fragment within itself
}

// shapeOf measures a document. It visits each node once, no matter how often a
// fragment is spread.
func shapeOf(document *ast.QueryDocument) shape {
	m := measurement{document.Fragments, map[string]*shape{}, map[string]int{}}
	whole := shape{}
	for _, operation := range document.Operations {
		measured := m.selections(operation.SelectionSet)
		for _, variable := range operation.VariableDefinitions {
			measured.directives = plus(measured.directives, len(variable.Directives))
		}
		measured.directives = plus(measured.directives, len(operation.Directives))
		whole = whole.and(measured)
		whole.rootFields = max(whole.rootFields, m.topFields(operation.SelectionSet))
	}
	// Unused fragments count too: validation rejects them, but walks them first.
	for _, fragment := range document.Fragments {
		if _, spread := m.fragments[fragment.Name]; !spread {
			whole = whole.and(m.fragment(fragment.Name))
		}
	}
	whole.definitions = len(document.Fragments)
	return whole
}

// A measurement memoizes the shapes of fragments.
type measurement struct {
	definitions ast.FragmentDefinitionList
	fragments   map[string]*shape // one cycle while being measured
	roots       map[string]int    // number of top-level fields of each fragment
}

func (m measurement) selections(set ast.SelectionSet) shape {
	sum := shape{}
	for _, selection := range set {
		sum = sum.and(m.selection(selection))
	}
	return sum
}

func (m measurement) selection(selection ast.Selection) shape {
	var measured shape
	var directives ast.DirectiveList
	switch selection := selection.(type) {
	case *ast.Field:
		measured = m.selections(selection.SelectionSet)
		if introspects(selection) {
			measured.depth = 0 // a validation rule limits its lists
		}
		measured.depth++
		measured.fields = plus(measured.fields, 1)
		if selection.Alias != selection.Name {
			measured.aliases = plus(measured.aliases, 1)
		}
		directives = selection.Directives
	case *ast.InlineFragment:
		measured = m.selections(selection.SelectionSet)
		measured.depth++
		measured.spreads = plus(measured.spreads, 1)
		directives = selection.Directives
	case *ast.FragmentSpread:
		measured = m.fragment(selection.Name)
		measured.spreads = plus(measured.spreads, 1)
		directives = selection.Directives
	}
	measured.directives = plus(measured.directives, len(directives))
	return measured
}

func (m measurement) fragment(name string) shape {
	if known, ok := m.fragments[name]; ok {
		return *known
	}
	measured := shape{}
	if definition := m.definitions.ForName(name); definition != nil {
		m.fragments[name] = &shape{cycles: 1}
		measured = m.selections(definition.SelectionSet)
		measured.directives = plus(measured.directives, len(definition.Directives))
	}
	m.fragments[name] = &measured
	return measured
}

// topFields returns the number of fields at the top level of a selection set.
func (m measurement) topFields(set ast.SelectionSet) int {
	count := 0
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			count = plus(count, 1)
		case *ast.InlineFragment:
			count = plus(count, m.topFields(selection.SelectionSet))
		case *ast.FragmentSpread:
			if _, known := m.roots[selection.Name]; !known {
				m.roots[selection.Name] = 0
				if definition := m.definitions.ForName(selection.Name); definition != nil {
					m.roots[selection.Name] = m.topFields(definition.SelectionSet)
				}
			}
			count = plus(count, m.roots[selection.Name])
		}
	}
	return count
}

func introspects(field *ast.Field) bool { return field.Name == "__schema" || field.Name == "__type" }

// and returns the shape of two selections side by side.
func (s shape) and(other shape) shape {
	return shape{
		depth:      max(s.depth, other.depth),
		spreads:    plus(s.spreads, other.spreads),
		rootFields: max(s.rootFields, other.rootFields),
		fields:     plus(s.fields, other.fields),
		aliases:    plus(s.aliases, other.aliases),
		directives: plus(s.directives, other.directives),
		cycles:     plus(s.cycles, other.cycles),
	}
}

// plus adds up to a million: a chain of fragments that each spread the next one twice
// would overflow an int.
func plus(a, b int) int { return min(a+b, 1_000_000) }
