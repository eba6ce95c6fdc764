package linkpage

var english = words{
	failed: "Something went wrong. Try again in a few minutes.",
}
