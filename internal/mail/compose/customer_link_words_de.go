package compose

import "visavis/ent/customerlink"

// Art. 15, 17 and 20 GDPR.
var germanCustomerLink = customerLinkWords{
	purposes: map[customerlink.Purpose]purposeWords{
		customerlink.PurposeEXPORT: {
			introduction: introduction{heading: "Deine Daten ansehen", opening: "du möchtest sehen, was wir über dich gespeichert haben."},
			label:        "Meine Daten ansehen",
		},
		customerlink.PurposeERASE: {
			introduction: introduction{heading: "Deine Daten löschen", opening: "du möchtest, dass wir deine Daten löschen. Noch ist nichts gelöscht: Das passiert erst, wenn du es auf der Seite bestätigst."},
			label:        "Zur Löschung",
		},
	},
	using:   "Öffne diese Seite innerhalb von %d Minuten. Der Link gilt nur einmal.",
	unasked: "Hast du das nicht angefordert? Dann lösche diese Nachricht. Ohne dich passiert nichts.",
}
