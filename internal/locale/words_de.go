package locale

var german = words{
	weekdays: [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	months:   [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
	firstDay: "1",
	date:     "%s. %s %d",
	longDate: "%s, %s",
	moment:   "%s, %s",
	clock:    "%s Uhr",
	minutes:  plural{"%d Minute", "%d Minuten"},
	hours:    plural{"%d Stunde", "%d Stunden"},
	days:     plural{"%d Tag", "%d Tage"},
}
