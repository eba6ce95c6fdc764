// Package reminder plans the mails that remind customers of their appointments.
package reminder

import (
	"slices"
	"time"

	"visavis/internal/civil"
)

// Limits of the leads of a branch.
const (
	MostLeads    = 5
	ShortestLead = 15 * time.Minute
	LongestLead  = 30 * 24 * time.Hour
)

// quiet is how long after another mail about the appointment no reminder comes.
const quiet = time.Hour

// A Plan is one reminder of an appointment.
type Plan struct {
	LeadMinutes int
	Due         civil.Instant
}

// Plans returns the reminders of an appointment, the first that is due first, by the leads of its branch in minutes. The last other mail about
// it may be yet to come. Reminders whose time has passed are left out, and so are those that would follow that mail within an hour.
func Plans(leads []int, start, now, lastMail civil.Instant) []Plan {
	var plans []Plan
	for _, lead := range leads {
		due := start.Add(-time.Duration(lead) * time.Minute)
		if due >= now && due >= lastMail.Add(quiet) {
			plans = append(plans, Plan{lead, due})
		}
	}
	slices.SortFunc(plans, func(a, b Plan) int { return b.LeadMinutes - a.LeadMinutes })
	return plans
}
