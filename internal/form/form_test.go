package form

import (
	"strings"
	"testing"

	"visavis/internal/problem"
)

// wrong returns the codes of the form's problems.
func (f *Form) wrong() string {
	var codes []string
	for _, p := range f.List {
		codes = append(codes, string(p.Code))
	}
	return strings.Join(codes, " ")
}

func TestTextsAreTrimmedAndVisible(t *testing.T) {
	for _, test := range []struct {
		read        func(f *Form, given *string) *string
		given, want string
		wrong       problem.Code
	}{
		{plainText, "  Anna\t", "Anna", ""},
		{plainText, "zwei\nWort\r\n", "zwei\nWort", ""},
		{plainText, "An\x00n\x1b[31ma\u0085", "Ann[31ma", ""},

		{plainText, "", "", ""},
		{plainText, "äöüäöüäöü", "äöüäöüäöü", ""}, // nine characters, eighteen bytes
		{plainText, "äöüäöüäöü!!", "äöüäöüäöü!!", problem.TooLong},
		{plainText, "  äöüäöüäöü!  ", "äöüäöüäöü!", ""},
		{line, " Anna\n\tMaria\u00a0 Albrecht", "Anna Maria Albrecht", ""},
		{name, "Anna", "Anna", ""},
		{name, "\u200b\u2060", "", problem.Required}, // characters without a shape
		{name, "\u3164", "", problem.Required},
		{line, "Anna \u200b Maria\u00ad", "Anna Maria", ""},
		{plainText, "a\tb\u2028c", "a b\u2028c", ""},
		{name, "👩\u200d🎨", "👩\u200d🎨", ""},
		{name, " \x00 ", "", problem.Required},
		{email, "", "", ""},
		{email, " anna@salon.example ", "anna@salon.example", ""},
		{email, "Anna\x00@Salon.Example", "anna@salon.example", ""},
		{email, "anna", "anna", problem.EmailInvalid},
		{email, "Anna <anna@salon.example>", "anna <anna@salon.example>", problem.EmailInvalid},
		{email, "anna@salon.example, ben@salon.example", "anna@salon.example, ben@salon.example", problem.EmailInvalid},
	} {
		var f Form
		if got := test.read(&f, &test.given); *got != test.want || f.wrong() != string(test.wrong) {
			t.Errorf("%q is read as %q, %q; want %q, %q", test.given, *got, f.wrong(), test.want, test.wrong)
		}
		if got := test.read(&f, nil); got != nil {
			t.Errorf("what was left out is read as %q", *got)
		}
	}
}

func plainText(f *Form, given *string) *string { return f.Text("field", given, 10) }
func line(f *Form, given *string) *string      { return f.Line("field", given, 100) }
func name(f *Form, given *string) *string      { return f.Name("field", given) }
func email(f *Form, given *string) *string     { return f.Email("field", given) }
