package schedule

import (
	"visavis/ent"
	"visavis/internal/availability"
	"visavis/internal/civil"
)

// StaffProfile holds the public facts of a profile.
type StaffProfile struct {
	ID          string
	DisplayName string
	Title       string
	Bio         string
	Color       string // #rrggbb
	PhotoID     *string
}

// ProfileOf returns the public facts of a profile.
func ProfileOf(row *ent.Staff) *StaffProfile {
	return &StaffProfile{ID: row.ID, DisplayName: row.DisplayName, Title: row.Title, Bio: row.Bio, Color: row.Color, PhotoID: row.PhotoID}
}

// Offer holds the starts of one service with one profile.
type Offer struct {
	Service *ent.Service
	Staff   *StaffProfile
	Days    []availability.Day // those that have starts; at least one
}

// Offers returns the bookable starts on the dates, by service and profile.
func (s *Snapshot) Offers(dates civil.DateRange, now civil.Instant) []*Offer {
	var offers []*Offer
	search := availability.NewSearch(&s.Branch, dates, now)
	for i := range s.Services {
		for j := range s.Members {
			service, member := &s.Services[i], &s.Members[j]
			days := search.Starts(&member.Staff, &service.Service)
			if len(days) > 0 {
				offers = append(offers, &Offer{Service: service.Row, Staff: ProfileOf(member.Row), Days: days})
			}
		}
	}
	return offers
}
