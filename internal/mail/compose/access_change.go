package compose

import (
	"strings"

	"visavis/internal/locale"
)

// WriteAccessChange composes the message about a changed access.
func WriteAccessChange(a Access, changes []string) (*Message, error) {
	l := a.Language
	names := make([]string, len(changes))
	for i, change := range changes {
		names[i] = accessChanges[change].In(l)
	}
	c := content{
		Language: strings.ToLower(string(l)),
		Subject:  accessChange.heading.In(l),
		Heading:  accessChange.heading.In(l),
		Greeting: greeting.In(l) + a.Name + ",",
		Opening:  accessChange.opening.In(l),
		Facts:    []fact{{changed.In(l), strings.Join(names, ", ")}},
		Remark:   notYou.In(l),
	}
	if a.Branch.Name != "" {
		c.Subject += ": " + a.Branch.Name
	}
	c.sign(l, a.Branch)
	return render(l, c)
}

var accessChange = introduction{
	heading: locale.Text{German: "Dein Zugang wurde geändert", English: "Your access was changed"},
	opening: locale.Text{
		German:  "an deinem Zugang zu unserem Buchungssystem hat sich etwas geändert.",
		English: "something has changed about your access to our booking system.",
	},
}

var (
	changed = locale.Text{German: "Geändert", English: "Changed"}
	notYou  = locale.Text{
		German:  "Hast du das nicht erwartet? Dann gib gleich im Salon Bescheid, und setze auf der Anmeldeseite ein neues Passwort.",
		English: "Not expecting this? Tell the salon right away, and set a new password on the sign-in page.",
	}
)

var accessChanges = map[string]locale.Text{
	"EMAIL":         {German: "E-Mail zum Anmelden", English: "sign-in email"},
	"PASSWORD":      {German: "Passwort", English: "password"},
	"PIN":           {German: "PIN", English: "PIN"},
	"ROLE":          {German: "Rolle", English: "role"},
	"API_TOKEN":     {German: "API-Token", English: "API tokens"},
	"CALENDAR_FEED": {German: "Kalender-Abo", English: "calendar feed"},
	"PASSKEY":       {German: "Passkeys", English: "passkeys"},
	"REMOVED":       {German: "Zugang entfernt", English: "access removed"},
}
