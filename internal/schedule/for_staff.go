package schedule

// ForStaff returns the snapshot as staff book by it: it does not count whether a profile or a service is bookable online.
func (s *Snapshot) ForStaff() *Snapshot {
	forStaff := &Snapshot{Row: s.Row, Branch: s.Branch}
	for _, m := range s.Members {
		m.Staff.Online = true
		forStaff.Members = append(forStaff.Members, m)
	}
	for _, v := range s.Services {
		v.Service.Online = true
		forStaff.Services = append(forStaff.Services, v)
	}
	return forStaff
}
