package photo

var english = words{
	foreign: "This request came from another website.",
	often:   "Too many photos at once. Wait a moment, then try again.",
	busy:    "Many photos are arriving just now. Try again in a moment.",
	slow:    "The photo has not arrived completely. Try again.",
}
