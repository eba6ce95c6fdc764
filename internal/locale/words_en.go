package locale

var english = words{
	weekdays: [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	months:   [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	firstDay: "1",
	date:     "%s %s %d",
	longDate: "%s, %s",
	moment:   "%s, %s",
	clock:    "%s",
	minutes:  plural{"%d minute", "%d minutes"},
	hours:    plural{"%d hour", "%d hours"},
	days:     plural{"%d day", "%d days"},
}
