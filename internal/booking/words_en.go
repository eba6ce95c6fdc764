package booking

import "visavis/internal/availability"

var english = words{
	obstacles: map[availability.Obstacle]string{
		availability.StaffArchived:   "The profile is archived.",
		availability.StaffOffline:    "The profile is not bookable online.",
		availability.NotInBranch:     "The profile is not active in this branch.",
		availability.NotCompetent:    "The profile is not competent for this service.",
		availability.ServiceArchived: "The service is archived.",
		availability.ServiceOffline:  "The service is not bookable online.",
		availability.NoVideoLink:     "The profile has neither a video link nor the own room. Under Video calls, choose the own room or paste a video link.",
		availability.BranchClosed:    "The branch is not open for the whole appointment.",
		availability.NotRostered:     "The profile does not work for the whole appointment.",
		availability.Absent:          "The person is absent at this time.",
		availability.Occupied:        "Another appointment or its clean-up time overlaps.",
		availability.TooSoon:         "The start is in the past or within the lead time.",
		availability.BeyondHorizon:   "The start is beyond the booking horizon.",
		availability.OffInterval:     "The start does not match the start interval.",
		availability.VideoOnlyMode:   "Services in the salon cannot be booked in video-only mode.",
		availability.DoesNotConsult:  "This profile does not consult in video-only mode.",
	},
}
