package salon_test

import (
	"strings"
	"testing"

	"visavis/internal/locale"
	"visavis/internal/problem"
	"visavis/internal/salon"
)

func TestTheHighestPriceIsSaidInItsCurrency(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, code := range []string{"CHF", "chf"} {
			_, _, err := s.ServiceUpdate(byOwner(t), salon.ServiceUpdateInput{ID: cut, Price: &salon.MoneyInput{MinorUnits: -1, Currency: &code}})
			found := problem.Of(err)
			if len(found) != 1 || !strings.HasSuffix(found[0].In(locale.German), "Erlaubt ist 0,00 CHF bis 21.474.836,47 CHF.") {
				t.Errorf("in %s: got %v", code, found)
			}
		}
	})
}
