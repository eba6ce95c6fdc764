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
			met:     "Has a video link or the own room.",
			missing: "Has neither a video link nor the own room. Under Video calls, choose the own room or paste a video link.",
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
	branchRequirements: map[BranchRequirementCode]advice{
		BranchOpeningHours: {
			met:     "The branch is open when someone works.",
			missing: "Enter the opening hours. They have to match the work plan.",
		},
		BranchServices: {
			met:     "There are services that customers can book online.",
			missing: "Create a service that is bookable online.",
		},
		BranchStaff: {
			met:     "Someone in this branch is bookable online.",
			missing: "Create staff members who are active in this branch and bookable online.",
		},
		BranchCompetencies: {
			met:     "Someone is competent for a service.",
			missing: "Under competencies, set who offers which service.",
		},
		BranchWorkPlans: {
			met:     "Someone competent has available times.",
			missing: "Enter available times in the work plan.",
		},
		BranchVideoRooms: {
			met:     "Someone who offers video has a room.",
			missing: "Under Video calls, set who offers video. Turn on the own room for everyone there, or paste video links.",
		},
		BranchLegalTexts: {
			met:     "Imprint and privacy notice are there.",
			missing: "Enter or link the imprint and the privacy notice.",
		},
		BranchMail: {
			met:     "Email to customers is sent.",
			missing: "Email to customers waits in the outbox. Enter the email address of the branch in the settings, and set up a mail server.",
		},
	},
}
