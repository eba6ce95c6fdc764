package welcome

import (
	"context"
	"net/http"
	"net/url"

	"visavis/internal/account"
)

// ownerAction is the action of the link that creates the first owner.
func (h *handler) ownerAction(t *words, secret string) action {
	return action{
		message: message{http.StatusOK, t.owner},
		fields: []field{
			{name: "firstName", label: t.firstName, kind: "text", autocomplete: "given-name"},
			{name: "lastName", label: t.lastName, kind: "text", autocomplete: "family-name", optional: true},
			email(t),
			password(t, t.password),
		},
		button: t.create,
		submit: func(ctx context.Context, typed url.Values) (*account.SignedIn, error) {
			return h.Accounts.OwnerCreate(ctx, account.OwnerCreateInput{
				Secret: secret, FirstName: typed.Get("firstName"), LastName: new(typed.Get("lastName")),
				Email: typed.Get("email"), Password: typed.Get("password"),
			})
		},
	}
}
