package civil

// PossibleDates returns the local dates that the instants from first to last may have, whatever the time zone: no wall clock
// is more than a day away from UTC.
func PossibleDates(first, last Instant) DateRange {
	return DateRange{First: NewDate(first.Time().Date()).AddDays(-1), Last: NewDate(last.Time().Date()).AddDays(1)}
}

// PossibleInstants returns the bounds of the instants whose local date may be in the range, whatever the time zone. The end
// is exclusive.
func (r DateRange) PossibleInstants() (start, end Instant) {
	return Instant(r.First.AddDays(-1).Midnight()), Instant(r.Last.AddDays(2).Midnight())
}
