package locale

var french = words{
	weekdays: [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	months:   [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	firstDay: "1er",
	date:     "%s %s %d",
	longDate: "%s %s",
	moment:   "%s à %s",
	clock:    "%s",
	minutes:  plural{"%d minute", "%d minutes"},
	hours:    plural{"%d heure", "%d heures"},
	days:     plural{"%d jour", "%d jours"},
}
