package compose

import (
	"fmt"

	"visavis/ent/customerlink"
	"visavis/internal/locale"
)

// CustomerLink is the content of a message with a link to what is kept of a customer.
type CustomerLink struct {
	Language locale.Locale
	Name     string // of the customer
	Purpose  customerlink.Purpose
	Minutes  int // validity of the link
	URL      string
	Branch   Branch // the sender
}

// WriteCustomerLink composes the message with the link.
func WriteCustomerLink(of CustomerLink) (*Message, error) {
	l := of.Language
	w, shared := customerLinkCatalog.In(l), catalog.In(l)
	p := w.purposes[of.Purpose]
	c := content{
		Language: l.Tag().String(), Subject: p.heading + ": " + of.Branch.Name, Heading: p.heading, Opening: fmt.Sprintf(shared.greeting, of.Name) + "\n\n" + p.opening,
		Links: []link{{fmt.Sprintf(w.using, of.Minutes), p.label, of.URL}}, Remark: w.unasked,
	}
	c.sign(shared, of.Branch)
	return render(l, c)
}
