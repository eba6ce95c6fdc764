package availability

// Ineligible is rule 1: it returns every reason why the profile cannot be booked
// online for the service, regardless of the time; nil if it can.
func Ineligible(staff *Staff, service *Service) []Obstacle {
	var obstacles []Obstacle
	forbid := func(broken bool, obstacle Obstacle) {
		if broken {
			obstacles = append(obstacles, obstacle)
		}
	}
	forbid(staff.Archived, StaffArchived)
	forbid(!staff.Online, StaffOffline)
	forbid(!staff.Active, NotInBranch)
	forbid(!staff.Competence[service.ID], NotCompetent)
	forbid(service.Archived, ServiceArchived)
	forbid(!service.Online, ServiceOffline)
	forbid(service.Video && !staff.VideoLink, NoVideoLink)
	return obstacles
}
