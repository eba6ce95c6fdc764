package money

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/currency"
)

func TestDigitsAreThoseOfISO4217(t *testing.T) {
	for code, want := range map[string]int{
		"EUR": 2, "CHF": 2, "HUF": 2, "RSD": 2, "IDR": 2, "LAK": 2, "JPY": 0, "ISK": 0, "UGX": 0, "XAF": 0, "UYI": 0,
		"KWD": 3, "IQD": 3, "TND": 3, "CLF": 4, "UYW": 4,
		"ITL": 0, "DEM": 2, "QQQ": 2, // of the past, and of nothing
	} {
		if got := DigitsOf(code); got != want {
			t.Errorf("%s has %d digits, want %d", code, got, want)
		}
	}
}

func TestCurrenciesAreSortedAndComplete(t *testing.T) {
	list := Currencies()
	if len(list) != 164 || !slices.IsSortedFunc(list, func(a, b *Currency) int { return strings.Compare(a.Code, b.Code) }) {
		t.Errorf("%d currencies: %v", len(list), list)
	}
	// Younger than the tables of golang.org/x/text.
	young := []string{"MRU", "SLE", "UYW", "VED", "VES", "XCG", "ZWG"}
	for _, c := range list {
		if _, err := currency.ParseISO(c.Code); err != nil && !slices.Contains(young, c.Code) {
			t.Errorf("%s: %v", c.Code, err)
		}
	}
}

func TestWhatIsNoCurrencyIsNotInUse(t *testing.T) {
	for _, code := range []string{"XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "XBA", "XSU", "XUA", "DEM", "HRK", "BGN", "ANG", "ZWL", "eur", "EU", "", "EURO"} {
		if InUse(code) {
			t.Errorf("%q is in use", code)
		}
	}
	for _, code := range []string{"EUR", "CHF", "JPY", "KWD", "CLF", "XAF", "XCD", "XOF", "XPF"} {
		if !InUse(code) {
			t.Errorf("%s is not in use", code)
		}
	}
}
