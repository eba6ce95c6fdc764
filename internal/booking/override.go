package booking

import "visavis/internal/availability"

// onlineOnly reports whether the obstacle forbids a start only to customers, not to staff.
func onlineOnly(o availability.Obstacle) bool {
	return o == availability.StaffOffline || o == availability.ServiceOffline
}

// overridable reports whether receptionists and managers may book in spite of the obstacle. Nobody overrides rule 5, which the database enforces
// as well.
func overridable(o availability.Obstacle) bool {
	switch o.Rule() {
	case 2, 3, 4, 6:
		return true
	default:
		return false
	}
}
