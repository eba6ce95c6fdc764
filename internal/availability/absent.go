package availability

import "iter"

// absent is rule 4: it lists the starts of consultations that would touch an
// absence.
func (p *Person) absent(service *Service) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, absence := range p.Absences {
			if !yield(startsBetween(absence.Start.Add(-service.Duration), absence.End)) {
				return
			}
		}
	}
}
