package salon

var english = words{
	requirements: map[RequirementCode]advice{
		BookableOnline: {
			met:     "Is bookable online.",
			missing: "Turn on online booking in the profile.",
		},
		ActiveInBranch: {
			met:     "Is active in this branch.",
			missing: "Activate the profile for this branch in the branch library.",
		},
		VideoCompetency: {
			met:     "Is competent for a video consultation.",
			missing: "Under Competencies, set a video consultation that is bookable online to yes.",
		},
		VideoLink: {
			met:     "Has a video link.",
			missing: "Paste their own link under Video calls.",
		},
		VideoOnlyMode: {
			met:     "Is not excluded by video-only mode.",
			missing: "Select the profile for video-only mode, or end the mode.",
		},
		WorkPlan: {
			met:     "Has available times in this period.",
			missing: "Enter available times for this branch in the work plan.",
		},
		OpeningHours: {
			met:     "The branch is open during the available times.",
			missing: "Open the branch during the available times, or start video-only mode.",
		},
	},
}
