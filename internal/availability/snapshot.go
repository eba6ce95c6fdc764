package availability

import (
	"time"

	"visavis/internal/civil"
)

// Branch is a branch with its rules and hours.
type Branch struct {
	Zone       civil.Zone
	Rules      Rules
	Hours      Week        // the weekly opening hours
	Exceptions []DayPlan   // exceptional opening hours, ascending by date
	VideoOnly  []VideoOnly // the branch's video-only periods, ascending, never overlapping
}

// Rules are a branch's booking rules.
type Rules struct {
	StartInterval time.Duration // starts lie on its multiples from local midnight; at least a minute
	LeadTime      time.Duration // the least time from now to a start
	HorizonDays   int           // the last local date offered is today plus this many days
}

// Week holds the intervals of each day of the week, by time.Weekday.
type Week [7]civil.Intervals

// DayPlan replaces the plan of one date; without intervals the whole day is closed or off.
type DayPlan struct {
	Date      civil.Date
	Intervals civil.Intervals
}

// VideoOnly is a period of video-only mode.
type VideoOnly struct {
	From     civil.Date
	Until    *civil.Date // the last date; nil: open
	Staff    []string    // IDs of the profiles that consult, sorted
	OwnHours *Week       // replaces everyone's roster; nil: as in the work plan
}

// Staff is one profile, seen from one branch.
type Staff struct {
	ID         string
	Person     *Person
	Archived   bool
	Online     bool            // bookable online
	Active     bool            // works in the branch, by the branch library
	VideoLink  bool            // has a video link or the own room
	Competence map[string]bool // service ID: yes or no; a service that is missing means no
	Plans      []WorkPlan      // ascending by From, never overlapping
	Overrides  []DayPlan       // shift overrides in the branch, ascending by date
}

// Person is the person behind one or more profiles. Whatever occupies one profile occupies the person.
type Person struct {
	Absences []Span // ascending by start
	Busy     []Busy // ascending by start
}

// WorkPlan is a rotation of weeks that is valid for a period.
type WorkPlan struct {
	From, Until *civil.Date // both are part of it; nil: open
	Start       civil.Date  // a date in the first week of the rotation
	Weeks       []Week      // at least one; week k of the rotation is Weeks[k-1]
}

// Span is a range of instants; End is exclusive.
type Span struct{ Start, End civil.Instant }

// Busy is a live appointment or an unexpired hold.
type Busy struct {
	Span
	CleanUp time.Duration // kept free after its end
}

// Service is the service to be booked.
type Service struct {
	ID       string
	Video    bool // VIDEO, else IN_SALON
	Archived bool
	Online   bool          // bookable online
	Duration time.Duration // more than nothing, a day at most
	CleanUp  time.Duration // nothing, or more
}

// Day holds the starts of one local date, ascending.
type Day struct {
	Date   civil.Date
	Starts []civil.Instant
}

// StartCount returns the number of starts.
func (d Day) StartCount() int { return len(d.Starts) }
