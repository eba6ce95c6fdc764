package manage

var english = words{
	notHere: "Appointment not found. Check that you copied the whole link.",
}
