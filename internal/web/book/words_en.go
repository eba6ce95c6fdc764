package book

var english = words{
	territory:    "en_GB",
	title:        "Book appointment",
	description:  "Book online at %[1]s, %[2]s: in the salon or by video. Choose a service and a time, done.",
	withoutPlace: "Book online at %s: in the salon or by video. Choose a service and a time, done.",
	choose:       "Where would you like to book?",
	search:       "Name or place",
	find:         "Search",
	none:         "No branch found. Try a part of the name, or the place.",
	empty:        "Booking is not open here yet.",
	more:         "More branches",
	forStaff:     "For the team: sign in",
}
