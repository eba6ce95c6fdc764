package money

import (
	"math"
	"strings"

	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"visavis/internal/locale"
)

// Amount is an amount of money.
type Amount struct {
	MinorUnits int    // of the currency
	Currency   string // code of ISO 4217; empty: unknown
}

// Digits returns the number of decimal places of amounts in the currency.
func (a Amount) Digits() int { return DigitsOf(a.Currency) }

// In writes the amount in the currency's main unit: 1.500,00 EUR. Without a currency it writes the minor units.
func (a Amount) In(l locale.Locale) string {
	digits := 0
	if a.Currency != "" {
		digits = a.Digits()
	}
	value := float64(a.MinorUnits) / math.Pow10(digits)
	return strings.TrimSpace(message.NewPrinter(l.Tag()).Sprint(number.Decimal(value, number.Scale(digits))) + " " + a.Currency)
}
