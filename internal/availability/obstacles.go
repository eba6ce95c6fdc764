package availability

import "visavis/internal/civil"

// Obstacles returns every reason why the start is not bookable, ordered by rule. There is none exactly if a [Search] offers
// the start.
func Obstacles(branch *Branch, staff *Staff, service *Service, at, now civil.Instant) []Obstacle {
	date := branch.Zone.Date(at)
	mode := branch.videoOnly(date)
	around := localDays(branch.Zone, reach(civil.DateRange{First: date, Last: date}))
	window := branch.window(now)

	obstacles := Ineligible(staff, service)
	for _, r := range requirements(spans(nil, around, branch.open), staff, mode) {
		if !anyContains(r.starts(nil, around, service.Duration), at) {
			obstacles = append(obstacles, r.obstacle)
		}
	}
	for _, p := range prohibitions(staff, service, window) {
		if anyContains(p.starts(nil), at) {
			obstacles = append(obstacles, p.obstacle)
		}
	}
	for _, day := range around {
		if day.contains(at) {
			obstacles = append(obstacles, window.obstacles(day, at)...)
		}
	}
	return append(obstacles, mode.obstacles(staff, service)...)
}
