package compose

import "visavis/ent/customerlink"

// Art. 15, 17 and 20 GDPR.
var englishCustomerLink = customerLinkWords{
	purposes: map[customerlink.Purpose]purposeWords{
		customerlink.PurposeEXPORT: {
			introduction: introduction{heading: "See your data", opening: "you would like to see what we have stored about you."},
			label:        "See my data",
		},
		customerlink.PurposeERASE: {
			introduction: introduction{heading: "Erase your data", opening: "you would like us to erase your data. Nothing is erased yet: that happens only when you confirm it on the page."},
			label:        "Go to the erasure",
		},
	},
	using:   "Open this page within %d minutes. The link works once.",
	unasked: "Did you not ask for this? Delete this message. Nothing happens without you.",
}
