package civil

// DateRange is an inclusive range of dates. It is empty if Last is before First.
type DateRange struct{ First, Last Date }

// Contains reports whether the date is in the range.
func (r DateRange) Contains(date Date) bool { return r.First <= date && date <= r.Last }

// Days returns the number of dates in the range.
func (r DateRange) Days() int { return max(0, int(r.Last)-int(r.First)+1) }
