package schedule

import (
	"visavis/ent"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// StaffProfile is what the public sees of a profile.
type StaffProfile struct {
	ID          string
	DisplayName string
	Title       string
	Bio         string
	Color       string // #rrggbb
}

// ProfileOf leaves out what the public must not see.
func ProfileOf(row *ent.Staff) *StaffProfile {
	return &StaffProfile{ID: row.ID, DisplayName: row.DisplayName, Title: row.Title, Bio: row.Bio, Color: row.Color}
}

// Offer lists what one profile offers of one service.
type Offer struct {
	Service *ent.Service
	Staff   *StaffProfile
	Days    []availability.Day // those that have starts; at least one
}

// Offers lists what the branch offers on the dates: by service, then by profile.
func (s *Snapshot) Offers(dates civil.DateRange, now civil.Instant) []*Offer {
	var offers []*Offer
	for i := range s.Services {
		for j := range s.Members {
			service, member := &s.Services[i], &s.Members[j]
			days := availability.Starts(&s.Branch, &member.Staff, &service.Service, dates, now)
			if len(days) > 0 {
				offers = append(offers, &Offer{Service: service.Row, Staff: ProfileOf(member.Row), Days: days})
			}
		}
	}
	return offers
}
