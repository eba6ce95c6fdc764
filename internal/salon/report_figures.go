package salon

import (
	"cmp"
	"slices"

	"visavis/ent/appointment"
	"visavis/ent/service"
	"visavis/internal/money"
)

// ReportFigures counts appointments by their status, and sums up the prices that their services have now.
type ReportFigures struct {
	Booked, Completed, NoShows, Cancelled int

	Video           int            // of those that are not cancelled
	Revenue         []money.Amount // of the completed, by currency
	ExpectedRevenue []money.Amount // of the booked, by currency
}

// reportCount counts appointments that have all of this in common.
type reportCount struct {
	key        string
	status     appointment.Status
	delivery   service.Delivery
	currency   string
	count      int
	minorUnits int
}

// taken returns the number of appointments that are not cancelled.
func (f *ReportFigures) taken() int { return f.Booked + f.Completed + f.NoShows }

// add adds appointments. Holds never count.
func (f *ReportFigures) add(c reportCount) {
	amount := money.Amount{MinorUnits: c.minorUnits, Currency: c.currency}
	switch c.status {
	case appointment.StatusCONFIRMED:
		f.Booked += c.count
		f.ExpectedRevenue = plus(f.ExpectedRevenue, amount)
	case appointment.StatusCOMPLETED:
		f.Completed += c.count
		f.Revenue = plus(f.Revenue, amount)
	case appointment.StatusNO_SHOW:
		f.NoShows += c.count
	case appointment.StatusCANCELLED:
		f.Cancelled += c.count
		return
	default:
		return
	}
	if c.delivery == service.DeliveryVIDEO {
		f.Video += c.count
	}
}

// plus adds an amount to amounts that are sorted by currency. What is free has no currency.
func plus(amounts []money.Amount, more money.Amount) []money.Amount {
	if more.MinorUnits == 0 {
		return amounts
	}
	place, found := slices.BinarySearchFunc(amounts, more.Currency, func(a money.Amount, currency string) int { return cmp.Compare(a.Currency, currency) })
	if !found {
		return slices.Insert(amounts, place, more)
	}
	amounts[place].MinorUnits += more.MinorUnits
	return amounts
}
