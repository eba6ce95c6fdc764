package salon

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/problem"
)

// wrong returns the problem codes of the form.
func (f *setupForm) wrong() string {
	var codes []string
	for _, p := range f.List {
		codes = append(codes, string(p.Code))
	}
	return strings.Join(codes, " ")
}

func TestColors(t *testing.T) {
	for given, want := range map[string]string{" #0F5C63 ": "#0f5c63", "0f5c63": "", "#0f5c6g": "", "#fff": "", "#0f5c63\nurl(x)": "", "red": ""} {
		var f setupForm
		got := f.color("field", &given)
		if refused := f.wrong() == string(problem.ColorInvalid); refused != (want == "") || !refused && *got != want {
			t.Errorf("%q is read as %q, %q", given, *got, f.wrong())
		}
	}
}

func TestCurrencies(t *testing.T) {
	for given, want := range map[string]string{
		"EUR": "EUR", " chf ": "CHF", "JPY": "JPY", "clf": "CLF", "": "", "Taler": "", "€": "", "XXX": "", "xau": "", "DEM": "",
	} {
		var f setupForm
		got := *f.currency("field", &given)
		if refused := f.wrong() == string(problem.CurrencyUnknown); refused != (want == "") || !refused && got != want {
			t.Errorf("%q is read as %s, %q", given, got, f.wrong())
		}
	}
}

func TestNumbersKeepTheirBounds(t *testing.T) {
	for given, wrong := range map[int]problem.Code{-1: problem.OutOfRange, 0: "", 5: "", 6: problem.OutOfRange} {
		var f setupForm
		if f.number("field", &given, 0, 5); f.wrong() != string(wrong) {
			t.Errorf("%d: %q", given, f.wrong())
		}
		f = setupForm{}
		duration := time.Duration(given) * time.Minute
		if got := f.Minutes("field", &duration, 0, 5*time.Minute); *got != given || f.wrong() != string(wrong) {
			t.Errorf("%v is read as %d, %q", duration, *got, f.wrong())
		}
	}
	var f setupForm
	if f.number("field", nil, 0, 5) != nil || f.Minutes("field", nil, 0, 5) != nil || f.List != nil {
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
		var f setupForm
		if f.ordered("field", test.first, test.last); f.wrong() != string(test.wrong) {
			t.Errorf("%v to %v: %q", test.first, test.last, f.wrong())
		}
	}
}
