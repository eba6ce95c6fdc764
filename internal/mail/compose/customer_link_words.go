package compose

import (
	"visavis/ent/customerlink"
	"visavis/internal/locale"
)

// customerLinkWords are the texts of messages with links to what is kept of a customer.
type customerLinkWords struct {
	purposes map[customerlink.Purpose]purposeWords
	using    string // within some minutes
	unasked  string
}

// purposeWords are the texts about one use of the link.
type purposeWords struct {
	introduction
	label string
}

var customerLinkCatalog = locale.ForCustomers(&germanCustomerLink, &englishCustomerLink, &frenchCustomerLink, &turkishCustomerLink)
