package legal

var english = words{
	since:          "In force from %s",
	missingHeading: "There is nothing here",
	missing:        "This text does not exist, or no longer. Ask the salon for it.",
}
