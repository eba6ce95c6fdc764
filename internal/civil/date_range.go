package civil

// DateRange is a run of dates; both ends are part of it. It is empty when Last
// is before First.
type DateRange struct{ First, Last Date }

// Contains tells whether the date is part of the range.
func (r DateRange) Contains(date Date) bool { return r.First <= date && date <= r.Last }

// Days counts the dates of the range.
func (r DateRange) Days() int { return max(0, int(r.Last)-int(r.First)+1) }
