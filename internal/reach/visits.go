package reach

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/actor"
)

// Visits selects the appointments by which the actor judges customers: those in the branches that they keep; for members, their own.
func Visits(who actor.Actor) predicate.Appointment {
	return func(s *sql.Selector) {
		switch {
		case who.Role == actor.Owner:
		case who.Role < actor.Receptionist:
			s.Where(sql.EQ(s.C(appointment.FieldPersonID), who.PersonID))
		default:
			s.Where(sql.In(s.C(appointment.FieldBranchID), values(who.Branches)...))
		}
	}
}
