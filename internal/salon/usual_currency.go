package salon

import (
	"context"

	"visavis/ent/branch"
	"visavis/internal/money"
)

// usualCurrency returns the currency that all branches share, else the fallback.
func (e *edit) usualCurrency(ctx context.Context) (string, error) {
	currencies, err := e.Branch.Query().GroupBy(branch.FieldCurrency).Strings(ctx)
	if err != nil || len(currencies) != 1 {
		return money.Fallback, err
	}
	return currencies[0], nil
}
