package availability

import "visavis/internal/civil"

// occupied is rule 5: it appends the starts of consultations that would overlap
// an appointment, or leave the earlier of the two without its clean-up time.
func (p *Person) occupied(list []Span, service *Service) []Span {
	for i := range p.Busy {
		busy := &p.Busy[i]
		before := busy.Start.Add(-service.Duration - service.CleanUp)
		list = append(list, startsBetween(before, busy.freeAt()))
	}
	return list
}

// startsBetween returns the starts after before and before after. Both bounds are possible starts, because consultations may
// meet.
func startsBetween(before, after civil.Instant) Span { return Span{before + 1, after} }
