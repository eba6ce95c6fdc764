package legalnotice

import (
	"visavis/ent/branch"
	"visavis/ent/legaltext"
)

var turkish = words{
	headings: map[legaltext.Kind]string{
		legaltext.KindIMPRINT:        "Künye",
		legaltext.KindPRIVACY_NOTICE: "Gizlilik",
		legaltext.KindTERMS:          "Koşullar",
	},
	accessibility: "Erişilebilirlik",
	vat: map[branch.VatNote]string{
		branch.VatNoteINCLUDED:    "KDV dâhil",
		branch.VatNoteNOT_CHARGED: "KDV uygulanmaz",
	},
}
