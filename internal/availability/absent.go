package availability

// absent is rule 4: it appends the starts of consultations that would touch an absence.
func (p *Person) absent(list []Span, service *Service) []Span {
	for _, absence := range p.Absences {
		list = append(list, startsBetween(absence.Start.Add(-service.Duration), absence.End))
	}
	return list
}
