package welcome

var english = words{
	gone: notice{
		heading: "This link no longer works",
		sentences: []string{
			"A link like this is valid for a few days and works once. If you have already chosen your password, sign in with it.",
			"If it came by email, check that you copied all of it, or ask the salon for a new one.",
			"If the server printed it on startup, restart the server: it prints a new one as long as there is no owner.",
		},
	},
	insecure: notice{
		heading: "Open this link with https",
		sentences: []string{
			"Someone could read your password on this connection. Replace http with https in the address, or open the link on the machine that runs the server.",
			"The link is still valid.",
		},
	},
	foreign: notice{
		heading: "This request came from another site",
		sentences: []string{
			"Nothing was changed. Open the link yourself and fill in the form there.",
		},
	},
	unreadable: notice{
		heading: "The form could not be read",
		sentences: []string{
			"Nothing was changed. Open the link again and enter less text.",
		},
	},
	failed: notice{
		heading: "Something went wrong",
		sentences: []string{
			"This is not your fault. Open the link again in a minute.",
		},
	},
	owner: notice{
		heading: "Welcome",
		sentences: []string{
			"This salon has no owner yet. Create your account here, then use it to set up everything else.",
		},
	},
	accessHeading:   "Your access",
	accessGreeting:  "Hello %s! Choose how you sign in.",
	accessElsewhere: "You will be signed out everywhere else.",
	create:          "Create account",
	save:            "Save and sign in",
	firstName:       "First name",
	lastName:        "Last name (optional)",
	email:           "Email",
	emailHint:       "You use it to sign in.",
	password:        "Password",
	newPassword:     "New password",
	passwordHint:    "At least 8 characters. Three unrelated words work well.",
	pin:             "System PIN (optional)",
	pinHint:         "%d to 8 digits, for the till. Leave it empty to change nothing.",
	wrong:           "Check what you entered",
	again:           "Password and PIN are no longer in the form. Enter them again.",
}
