package schedule

import (
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// BookableStaff is a profile that offers a service online.
type BookableStaff struct {
	Staff     *StaffProfile
	NextStart *civil.Instant // the first on the dates asked about; nil: there is none
}

// BookableStaff returns the profiles that offer one of the services online, with their first start on the dates.
func (s *Snapshot) BookableStaff(dates civil.DateRange, now civil.Instant) []*BookableStaff {
	staff := make([]*BookableStaff, 0, len(s.Members))
	search := availability.NewSearch(&s.Branch, dates, now)
	for i := range s.Members {
		member := &s.Members[i]
		var next *civil.Instant
		isOffered := false
		for j := range s.Services {
			service := &s.Services[j].Service
			isOffered = isOffered || len(availability.Ineligible(&member.Staff, service)) == 0
			if days := search.Starts(&member.Staff, service); len(days) > 0 && (next == nil || days[0].Starts[0] < *next) {
				next = &days[0].Starts[0]
			}
		}
		if isOffered {
			staff = append(staff, &BookableStaff{Staff: ProfileOf(member.Row), NextStart: next})
		}
	}
	return staff
}
