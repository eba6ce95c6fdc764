package compose

var englishForStaff = staffWords{
	access: introduction{
		heading: "Your access",
		opening: "here is your access to our booking system. You choose your own password and PIN.",
	},
	accessChange: introduction{
		heading: "Your access was changed",
		opening: "something has changed about your access to our booking system.",
	},
	signInWith:  "Sign in with",
	choosing:    "Choose your password and PIN at this link. It works once, within %d days.",
	chooseLabel: "Choose password and PIN",
	notYet:      "The link appears here when the message is sent.",
	unasked:     "Not expecting this message? Delete it. Nothing changes unless someone uses the link.",
	changed:     "Changed",
	notYou:      "Not expecting this? Tell the salon right away, and set a new password on the sign-in page.",
	changes: map[string]string{
		"EMAIL":         "sign-in email",
		"PASSWORD":      "password",
		"PIN":           "PIN",
		"ROLE":          "role",
		"API_TOKEN":     "API tokens",
		"CALENDAR_FEED": "calendar feed",
		"PASSKEY":       "passkeys",
		"REMOVED":       "access removed",
	},
}
