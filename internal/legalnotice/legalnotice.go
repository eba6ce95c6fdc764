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
	for _, one := range []struct {
		kind    legaltext.Kind
		version int
	}{
		{legaltext.KindIMPRINT, row.ImprintVersion}, {legaltext.KindPRIVACY_NOTICE, row.PrivacyNoticeVersion}, {legaltext.KindTERMS, row.TermsVersion},
	} {
		if one.version > 0 {
			links = append(links, Link{Heading(l, one.kind), publicURL + link.Legal(row.Slug, string(one.kind))})
		}
	}
	return links
}

// Heading returns the name of a legal text.
func Heading(l locale.Locale, kind legaltext.Kind) string { return catalog.In(l).headings[kind] }

// VAT returns the note on value added tax beside a price.
func VAT(l locale.Locale, note branch.VatNote) string { return catalog.In(l).vat[note] }
