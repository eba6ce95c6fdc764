package welcome

import (
	"context"
	"net/url"

	"visavis/internal/account"
	"visavis/internal/locale"
)

// An action is the purpose of a link: the fields of its form and the effect of submitting it.
type action struct {
	message message
	fields  []field
	button  locale.Text
	submit  func(ctx context.Context, typed url.Values) (*account.SignedIn, error)
}

func (h *handler) actionOf(secret string, link *account.Link) action {
	if link.Staff == nil {
		return h.ownerAction(secret)
	}
	return h.staffAction(secret, link)
}

// password is the field for a new password.
func password(label locale.Text) field {
	return field{
		name: "password", label: label, kind: "password", autocomplete: "new-password", secret: true,
		hint: locale.Text{
			German:  "Mindestens 8 Zeichen. Gut sind drei Wörter, die nichts miteinander zu tun haben.",
			English: "At least 8 characters. Three unrelated words work well.",
		},
	}
}

// email is the field for the sign-in address. Password managers store it as user name.
func email() field {
	return field{
		name: "email", kind: "email", autocomplete: "username",
		label: locale.Text{German: "E-Mail", English: "Email"},
		hint:  locale.Text{German: "Damit meldest du dich an.", English: "You use it to sign in."},
	}
}
