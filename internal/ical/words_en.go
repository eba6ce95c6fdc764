package ical

var english = words{
	with:     "With %s",
	joinAt:   "Join the video call: %s",
	findAt:   "Address: %s",
	changeAt: "Move or cancel: %s",
}
