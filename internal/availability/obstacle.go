package availability

// Obstacle is a reason why a start is not bookable.
type Obstacle string

// The obstacles, grouped by the rule of booking that they break.
const (
	StaffArchived   Obstacle = "STAFF_ARCHIVED"   // rule 1: the profile is archived
	StaffOffline    Obstacle = "STAFF_OFFLINE"    // rule 1: the profile is not bookable online
	NotInBranch     Obstacle = "NOT_IN_BRANCH"    // rule 1: the profile is not active in the branch
	NotCompetent    Obstacle = "NOT_COMPETENT"    // rule 1: the competency is not yes
	ServiceArchived Obstacle = "SERVICE_ARCHIVED" // rule 1: the service is archived
	ServiceOffline  Obstacle = "SERVICE_OFFLINE"  // rule 1: the service is not bookable online
	NoVideoLink     Obstacle = "NO_VIDEO_LINK"    // rule 1: a video service without a room
	BranchClosed    Obstacle = "BRANCH_CLOSED"    // rule 2: not every minute is open
	NotRostered     Obstacle = "NOT_ROSTERED"     // rule 3: not every minute is rostered
	Absent          Obstacle = "ABSENT"           // rule 4: an absence of the person touches it
	Occupied        Obstacle = "OCCUPIED"         // rule 5: another appointment of the person, or its clean-up, overlaps
	TooSoon         Obstacle = "TOO_SOON"         // rule 6: before now plus the lead time
	BeyondHorizon   Obstacle = "BEYOND_HORIZON"   // rule 6: after today plus the horizon
	OffInterval     Obstacle = "OFF_INTERVAL"     // rule 6: not a multiple of the start interval
	VideoOnlyMode   Obstacle = "VIDEO_ONLY_MODE"  // rule 7: an in-salon service while only video is offered
	DoesNotConsult  Obstacle = "DOES_NOT_CONSULT" // rule 7: the profile does not consult in video-only mode
)

var rules = map[Obstacle]int{
	StaffArchived: 1, StaffOffline: 1, NotInBranch: 1, NotCompetent: 1,
	ServiceArchived: 1, ServiceOffline: 1, NoVideoLink: 1,
	BranchClosed: 2, NotRostered: 3, Absent: 4, Occupied: 5,
	TooSoon: 6, BeyondHorizon: 6, OffInterval: 6,
	VideoOnlyMode: 7, DoesNotConsult: 7,
}

// Rule returns the number, from 1 to 7, of the booking rule that the obstacle breaks.
func (o Obstacle) Rule() int { return rules[o] }
