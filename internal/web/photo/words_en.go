package photo

var english = words{
	foreign: "This request came from another website.",
	often:   "Too many photos at once. Wait a moment, then try again.",
	slow:    "The photo has not arrived completely. Try again.",
}
