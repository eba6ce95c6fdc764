package salon

import (
	"slices"
	"time"

	"visavis/internal/problem"
	"visavis/internal/reminder"
)

// reminderLeads validates the leads of reminders and returns them in minutes, the longest first; nil if there is no input.
func (f *setupForm) reminderLeads(field string, given []time.Duration) []int {
	if given == nil {
		return nil
	}
	f.atMost(field, len(given), reminder.MostLeads)
	leads := []int{}
	for i, lead := range given {
		minutes := *f.Minutes(place(field, i), &lead, reminder.ShortestLead, reminder.LongestLead)
		if slices.Contains(leads, minutes) && lead%time.Minute == 0 {
			f.Add(problem.New(problem.ListedTwice, place(field, i)))
		}
		leads = append(leads, minutes)
	}
	slices.SortFunc(leads, func(a, b int) int { return b - a })
	return leads
}
