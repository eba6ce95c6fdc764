package legalnotice

import (
	"visavis/ent/branch"
	"visavis/ent/legaltext"
)

// Art. 293 B du Code général des impôts has the sentence of salons without value added tax.
var french = words{
	headings: map[legaltext.Kind]string{
		legaltext.KindIMPRINT:        "Mentions légales",
		legaltext.KindPRIVACY_NOTICE: "Confidentialité",
		legaltext.KindTERMS:          "Conditions générales",
	},
	accessibility: "Accessibilité",
	vat: map[branch.VatNote]string{
		branch.VatNoteINCLUDED:    "TVA incluse",
		branch.VatNoteNOT_CHARGED: "TVA non applicable",
	},
}
