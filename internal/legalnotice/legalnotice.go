// Package legalnotice names what the law has a salon say to customers: its legal texts, where they stand, and the tax in prices.
package legalnotice

import (
	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/legaltext"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/money"
)

// A Link leads to a legal text.
type Link struct{ Label, URL string }

// Links returns the links to the legal texts of a branch, as mails show them. The public URL may be empty for a page of the same origin.
func Links(l locale.Locale, publicURL string, row *ent.Branch) (links []Link) {
	for _, kind := range []legaltext.Kind{legaltext.KindIMPRINT, legaltext.KindPRIVACY_NOTICE, legaltext.KindTERMS} {
		if Version(row, kind) > 0 {
			links = append(links, Link{Heading(l, kind), publicURL + link.Legal(row.Slug, string(kind))})
		}
	}
	return links
}

// PageLinks returns what every page for customers shows: the links to the legal texts of a branch, and to its accessibility statement.
func PageLinks(l locale.Locale, row *ent.Branch) []Link {
	return append(Links(l, "", row), Link{Accessibility(l), link.Accessibility(row.Slug, l.Tag().String())})
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

// Accessibility returns the name of the accessibility statement.
func Accessibility(l locale.Locale) string { return catalog.In(l).accessibility }

// Price returns the price of a service with the note on tax, empty if it is free.
func Price(l locale.Locale, s *ent.Service, in *ent.Branch) string {
	if s.PriceMinorUnits == 0 {
		return ""
	}
	return money.Amount{MinorUnits: s.PriceMinorUnits, Currency: s.PriceCurrency}.In(l) + ", " + VAT(l, in.VatNote)
}

// VAT returns the note on value added tax beside a price.
func VAT(l locale.Locale, note branch.VatNote) string { return catalog.In(l).vat[note] }
