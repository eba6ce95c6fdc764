package legalnotice

import (
	"visavis/ent/branch"
	"visavis/ent/legaltext"
)

var english = words{
	headings: map[legaltext.Kind]string{
		legaltext.KindIMPRINT:        "Imprint",
		legaltext.KindPRIVACY_NOTICE: "Privacy notice",
		legaltext.KindTERMS:          "Terms",
	},
	accessibility: "Accessibility",
	vat: map[branch.VatNote]string{
		branch.VatNoteINCLUDED:    "incl. VAT",
		branch.VatNoteNOT_CHARGED: "no VAT charged",
	},
}
