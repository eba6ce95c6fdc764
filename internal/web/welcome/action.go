package welcome

import (
	"context"
	"net/url"

	"visavis/internal/account"
)

// An action is the purpose of a link: the fields of its form and the effect of submitting it.
type action struct {
	message message
	fields  []field
	button  string
	submit  func(ctx context.Context, typed url.Values) (*account.SignedIn, error)
}

func (h *handler) actionOf(t *words, secret string, link *account.Link) action {
	if link.Staff == nil {
		return h.ownerAction(t, secret)
	}
	return h.staffAction(t, secret, link)
}

// password is the field for a new password.
func password(t *words, label string) field {
	return field{
		name: "password", label: label, kind: "password", autocomplete: "new-password", secret: true,
		hint: t.passwordHint,
	}
}

// email is the field for the sign-in address. Password managers store it as user name.
func email(t *words) field {
	return field{
		name: "email", kind: "email", autocomplete: "username",
		label: t.email,
		hint:  t.emailHint,
	}
}
