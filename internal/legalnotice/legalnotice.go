// Package legalnotice names what the law has a salon say to customers: its legal texts, where they stand, and the tax in prices.
package legalnotice

import (
	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/legaltext"
	"visavis/internal/link"
	"visavis/internal/locale"
)

// A Link leads to a legal text.
type Link struct{ Label, URL string }

// Links returns the links to the legal texts of a branch. The public URL may be empty for a page of the same origin.
func Links(l locale.Locale, publicURL string, row *ent.Branch) (links []Link) {
	for _, kind := range []legaltext.Kind{legaltext.KindIMPRINT, legaltext.KindPRIVACY_NOTICE, legaltext.KindTERMS} {
		if Version(row, kind) > 0 {
			links = append(links, Link{Heading(l, kind), publicURL + link.Legal(row.Slug, string(kind))})
		}
	}
	return links
}

// Version returns the version of a legal text that is in force in a branch, 0 if there is none.
func Version(row *ent.Branch, kind legaltext.Kind) int {
	switch kind {
	case legaltext.KindIMPRINT:
		return row.ImprintVersion
	case legaltext.KindPRIVACY_NOTICE:
		return row.PrivacyNoticeVersion
	case legaltext.KindTERMS:
		return row.TermsVersion
	default:
		return 0
	}
}

// Heading returns the name of a legal text.
func Heading(l locale.Locale, kind legaltext.Kind) string { return catalog.In(l).headings[kind] }

// VAT returns the note on value added tax beside a price.
func VAT(l locale.Locale, note branch.VatNote) string { return catalog.In(l).vat[note] }
