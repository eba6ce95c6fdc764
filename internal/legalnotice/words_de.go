package legalnotice

import (
	"visavis/ent/branch"
	"visavis/ent/legaltext"
)

var german = words{
	headings: map[legaltext.Kind]string{
		legaltext.KindIMPRINT:        "Impressum",
		legaltext.KindPRIVACY_NOTICE: "Datenschutz",
		legaltext.KindTERMS:          "AGB",
	},
	accessibility: "Barrierefreiheit",
	vat: map[branch.VatNote]string{
		branch.VatNoteINCLUDED:    "inkl. MwSt.",
		branch.VatNoteNOT_CHARGED: "keine MwSt. (§ 19 UStG)",
	},
}
