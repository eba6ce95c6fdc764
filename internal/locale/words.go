package locale

// words are the texts of dates, times of day and numbers.
type words struct {
	weekdays [7]string // from Sunday
	months   [12]string
	firstDay string // the first day of a month

	date     string // of a day, a month and a year
	longDate string // of a weekday and a date
	moment   string // of a date and a time of day
	clock    string // of a time of day

	minutes, hours, days plural
}

var catalog = ForCustomers(&german, &english, &french, &turkish)
