package salon

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/problem"
)

// wrong gives the codes of what the form has found.
func (f *form) wrong() string {
	var codes []string
	for _, p := range f.List {
		codes = append(codes, string(p.Code))
	}
	return strings.Join(codes, " ")
}

func TestTextsAreTrimmedAndVisible(t *testing.T) {
	for _, test := range []struct {
		read        func(f *form, given *string) *string
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
		{name, "\u200b\u2060", "\u200b\u2060", problem.Required}, // characters without a shape
		{name, "\u3164", "\u3164", problem.Required},
		{name, "👩\u200d🎨", "👩\u200d🎨", ""},
		{name, " \x00 ", "", problem.Required},
		{email, "", "", ""},
		{email, " anna@salon.example ", "anna@salon.example", ""},
		{email, "anna", "anna", problem.EmailInvalid},
		{email, "Anna <anna@salon.example>", "Anna <anna@salon.example>", problem.EmailInvalid},
		{email, "anna@salon.example, ben@salon.example", "anna@salon.example, ben@salon.example", problem.EmailInvalid},
		{color, " #0F5C63 ", "#0f5c63", ""},
		{color, "0f5c63", "0f5c63", problem.ColorInvalid},
		{color, "#0f5c6g", "#0f5c6g", problem.ColorInvalid},
		{color, "#0f5c63\nurl(x)", "#0f5c63\nurl(x)", problem.ColorInvalid},
	} {
		var f form
		if got := test.read(&f, &test.given); *got != test.want || f.wrong() != string(test.wrong) {
			t.Errorf("%q is read as %q, %q; want %q, %q", test.given, *got, f.wrong(), test.want, test.wrong)
		}
		if got := test.read(&f, nil); got != nil {
			t.Errorf("what was left out is read as %q", *got)
		}
	}
}

func plainText(f *form, given *string) *string { return f.text("field", given, 10) }
func line(f *form, given *string) *string      { return f.line("field", given, 100) }
func name(f *form, given *string) *string      { return f.name("field", given) }
func email(f *form, given *string) *string     { return f.email("field", given) }
func color(f *form, given *string) *string     { return f.color("field", given) }

func TestCurrencies(t *testing.T) {
	for given, want := range map[string]string{"EUR": "EUR", " chf ": "CHF", "JPY": "JPY", "": "XXX", "Taler": "XXX", "€": "XXX"} {
		var f form
		got := f.currency("field", given)
		if got != want || (want == "XXX") != (f.wrong() == string(problem.CurrencyUnknown)) {
			t.Errorf("%q is read as %s, %q", given, got, f.wrong())
		}
	}
}

func TestNumbersKeepTheirBounds(t *testing.T) {
	for given, wrong := range map[int]problem.Code{-1: problem.OutOfRange, 0: "", 5: "", 6: problem.OutOfRange} {
		var f form
		if f.number("field", &given, 0, 5); f.wrong() != string(wrong) {
			t.Errorf("%d: %q", given, f.wrong())
		}
		f = form{}
		duration := time.Duration(given) * time.Minute
		if got := f.minutes("field", &duration, 0, 5*time.Minute); *got != given || f.wrong() != string(wrong) {
			t.Errorf("%v is read as %d, %q", duration, *got, f.wrong())
		}
	}
	var f form
	if f.number("field", nil, 0, 5) != nil || f.minutes("field", nil, 0, 5) != nil || f.List != nil {
		t.Error("what was left out is read as a number")
	}
}

func TestARangeIsOpenOrInOrder(t *testing.T) {
	monday := civil.NewDate(2026, time.November, 23)
	tuesday := monday.AddDays(1)
	for _, test := range []struct {
		first, last *civil.Date
		wrong       problem.Code
	}{
		{nil, nil, ""}, {&monday, nil, ""}, {nil, &monday, ""}, {&monday, &monday, ""}, {&monday, &tuesday, ""},
		{&tuesday, &monday, problem.RangeReversed},
	} {
		var f form
		if f.ordered("field", test.first, test.last); f.wrong() != string(test.wrong) {
			t.Errorf("%v to %v: %q", test.first, test.last, f.wrong())
		}
	}
}
