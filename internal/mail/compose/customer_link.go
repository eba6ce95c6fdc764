package compose

import (
	"fmt"

	"visavis/ent/customerlink"
	"visavis/internal/locale"
	"visavis/internal/mailtext"
)

// CustomerLink is the content of a message with a link to what is kept of a customer.
type CustomerLink struct {
	Language locale.Locale
	Name     string // of the customer
	Purpose  customerlink.Purpose
	Minutes  int // validity of the link
	URL      string
	Branch   Branch           // the sender
	Brand    Brand            // of the branch
	Texts    mailtext.Content // of the branch; an empty one is the built-in one
}

// WriteCustomerLink composes the message with the link.
func WriteCustomerLink(of CustomerLink) (*Message, error) {
	l := of.Language
	w, shared := customerLinkCatalog.In(l), catalog.In(l)
	p := w.purposes[of.Purpose]
	texts := of.Texts.Or(builtIn(shared, p.introduction, customerSubject)).Filled(mailtext.CustomerValues{Customer: of.Name, Branch: of.Branch.Name})
	c := content{
		Language: l.Tag().String(), Subject: texts.Subject, Heading: p.heading, Opening: texts.Opening,
		Links: []link{{fmt.Sprintf(w.using, of.Minutes), p.label, of.URL}}, Remark: w.unasked,
	}
	c.sign(shared, of.Branch)
	c.show(of.Brand)
	c.Closing = texts.Closing
	return render(l, c)
}
