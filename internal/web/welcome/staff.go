package welcome

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/locale"
	"visavis/internal/problem"
)

// staffAction is the action of a link on which staff choose password and PIN.
func (h *handler) staffAction(secret string, link *account.Link) action {
	name, fixed := link.Staff.DisplayName, email()
	fixed.value, fixed.fixed = link.Email, true
	return action{
		message: message{
			status:  http.StatusOK,
			heading: locale.Text{German: "Dein Zugang", English: "Your access"},
			sentences: []locale.Text{
				{
					German:  "Hallo " + name + "! Lege hier fest, womit du dich anmeldest.",
					English: "Hello " + name + "! Choose how you sign in.",
				},
				{
					German:  "Überall, wo du noch angemeldet bist, wirst du abgemeldet.",
					English: "You will be signed out everywhere else.",
				},
			},
		},
		fields: []field{fixed, password(locale.Text{German: "Neues Passwort", English: "New password"}), pin(link.Staff.Role)},
		button: locale.Text{German: "Speichern und anmelden", English: "Save and sign in"},
		submit: func(ctx context.Context, typed url.Values) (*account.SignedIn, error) {
			if typed.Get("password") == "" { // the PIN alone would let nobody in but at the till
				return nil, problem.New(problem.Required, "password")
			}
			return h.Accounts.AccessLinkUse(ctx, account.AccessLinkUseInput{
				Secret: secret, Password: new(typed.Get("password")), PIN: new(typed.Get("pin")),
			})
		},
	}
}

// pin has type text: browsers would store a password field instead of the real password.
func pin(role staff.Role) field {
	shortest := account.ShortestPIN(actor.RoleOf(role))
	return field{
		name: "pin", label: locale.Text{German: "System-PIN (optional)", English: "System PIN (optional)"},
		kind: "text", inputMode: "numeric", autocomplete: "off", optional: true, secret: true,
		hint: locale.Text{
			German:  fmt.Sprintf("%d bis 8 Ziffern, für die Kasse. Bleibt das Feld leer, ändert sich nichts.", shortest),
			English: fmt.Sprintf("%d to 8 digits, for the till. Leave it empty to change nothing.", shortest),
		},
	}
}
