package welcome

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"visavis/internal/locale"
	"visavis/internal/problem"
)

// A field is an input of an action.
type field struct {
	name         string // also the field name in problems
	label        string
	hint         string // may be empty
	kind         string // type attribute
	inputMode    string // empty: by type
	autocomplete string
	value        string // initial value
	optional     bool
	fixed        bool // read-only
	secret       bool // never sent back
}

// A form is the data of the form in the template.
type form struct {
	Inputs []input
	Faults []fault // in the order of the inputs
	Wrong  string  // heading of the faults
	Again  string  // what else to do
	Button string
}

// An input is a field in a language, with its value and problem.
type input struct {
	Name, Label, Hint, Value      string
	Type, InputMode, Autocomplete string
	Required, Fixed, Focus        bool
	Problem                       string // empty: none
}

// DescribedBy returns the IDs of the elements that describe the input.
func (i input) DescribedBy() string {
	var ids []string
	if i.Problem != "" {
		ids = append(ids, i.Name+"-problem")
	}
	if i.Hint != "" {
		ids = append(ids, i.Name+"-hint")
	}
	return strings.Join(ids, " ")
}

// A fault is an entry in the list of problems.
type fault struct {
	Name     string // of its input; empty: none
	Sentence string
}

// newForm returns the form with the input and its problems.
func newForm(l locale.Locale, a action, typed url.Values, problems problem.List) *form {
	t := catalog.In(l)
	f := &form{Wrong: t.wrong, Again: t.again, Button: a.button}
	said := map[string]string{}
	for _, p := range problems {
		name := strings.Join(p.Field, ".")
		said[name] = strings.TrimSpace(said[name] + " " + p.In(l))
	}
	for _, asked := range a.fields {
		i := asked.in(typed)
		if i.Problem = said[i.Name]; i.Problem != "" {
			i.Focus = len(f.Faults) == 0
			f.Faults = append(f.Faults, fault{i.Name, i.Label + ": " + i.Problem})
			delete(said, i.Name)
		}
		f.Inputs = append(f.Inputs, i)
	}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		f.Faults = append(f.Faults, fault{Sentence: said[name]})
	}
	return f
}

func (f field) in(typed url.Values) input {
	i := input{
		Name: f.name, Label: f.label, Hint: f.hint, Value: f.value,
		Type: f.kind, InputMode: f.inputMode, Autocomplete: f.autocomplete,
		Required: !f.optional && !f.fixed, Fixed: f.fixed,
	}
	if !f.fixed && !f.secret {
		i.Value = typed.Get(f.name)
	}
	return i
}
