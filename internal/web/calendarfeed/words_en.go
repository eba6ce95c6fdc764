package calendarfeed

import "visavis/ent/absence"

var english = words{
	absences: map[absence.Kind]string{
		absence.KindHOLIDAY:  "Holiday",
		absence.KindSICK:     "Sick",
		absence.KindTRAINING: "Training",
		absence.KindBREAK:    "Break",
		absence.KindOTHER:    "Other",
	},
	notHere: "Calendar not found. Create a new address in your profile.",
}
