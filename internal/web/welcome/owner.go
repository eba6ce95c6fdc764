package welcome

import (
	"context"
	"net/http"
	"net/url"

	"visavis/internal/account"
	"visavis/internal/locale"
)

// ownerAction is the action of the link that creates the first owner.
func (h *handler) ownerAction(secret string) action {
	return action{
		message: message{
			status:  http.StatusOK,
			heading: locale.Text{German: "Willkommen", English: "Welcome"},
			sentences: []locale.Text{{
				German:  "In diesem Salon hat noch niemand die Rolle Inhaber/in. Lege hier dein Konto an: Damit richtest du alles Weitere ein.",
				English: "This salon has no owner yet. Create your account here, then use it to set up everything else.",
			}},
		},
		fields: []field{
			{name: "firstName", label: locale.Text{German: "Vorname", English: "First name"}, kind: "text", autocomplete: "given-name"},
			{name: "lastName", label: locale.Text{German: "Nachname (optional)", English: "Last name (optional)"}, kind: "text", autocomplete: "family-name", optional: true},
			email(),
			password(locale.Text{German: "Passwort", English: "Password"}),
		},
		button: locale.Text{German: "Konto anlegen", English: "Create account"},
		submit: func(ctx context.Context, typed url.Values) (*account.SignedIn, error) {
			return h.Accounts.OwnerCreate(ctx, account.OwnerCreateInput{
				Secret: secret, FirstName: typed.Get("firstName"), LastName: new(typed.Get("lastName")),
				Email: typed.Get("email"), Password: typed.Get("password"),
			})
		},
	}
}
