package money

import (
	"testing"

	"visavis/internal/locale"
)

func TestAmountsHaveTheDigitsOfTheirCurrency(t *testing.T) {
	for amount, want := range map[Amount][2]string{
		{0, "EUR"}:          {"0,00 EUR", "0.00 EUR"},
		{150000, "CHF"}:     {"1.500,00 CHF", "1,500.00 CHF"},
		{1<<31 - 1, "JPY"}:  {"2.147.483.647 JPY", "2,147,483,647 JPY"},
		{1<<31 - 1, "KWD"}:  {"2.147.483,647 KWD", "2,147,483.647 KWD"},
		{MinorUnits: 12345}: {"12.345", "12,345"},
	} {
		if got := [2]string{amount.In(locale.German), amount.In(locale.English)}; got != want {
			t.Errorf("%+v is written as %q", amount, got)
		}
	}
}
