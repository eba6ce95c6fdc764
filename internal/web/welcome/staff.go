package welcome

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/problem"
)

// staffAction is the action of a link on which staff choose password and PIN.
func (h *handler) staffAction(t *words, secret string, link *account.Link) action {
	name, fixed := link.Staff.DisplayName, email(t)
	fixed.value, fixed.fixed = link.Email, true
	return action{
		message: message{http.StatusOK, notice{
			heading:   t.accessHeading,
			sentences: []string{fmt.Sprintf(t.accessGreeting, name), t.accessElsewhere},
		}},
		fields: []field{fixed, password(t, t.newPassword), pin(t, link.Staff.Role)},
		button: t.save,
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
func pin(t *words, role staff.Role) field {
	shortest := account.ShortestPIN(actor.RoleOf(role))
	return field{
		name: "pin", label: t.pin,
		kind: "text", inputMode: "numeric", autocomplete: "off", optional: true, secret: true,
		hint: fmt.Sprintf(t.pinHint, shortest),
	}
}
