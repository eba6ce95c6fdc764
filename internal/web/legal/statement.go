package legal

import (
	"fmt"
	"strings"

	"visavis/ent"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
	"visavis/internal/postaladdress"
)

// statementOf returns the accessibility statement of a branch, which holds what Annex V of Directive (EU) 2019/882 asks for: what the service
// is, how it meets the requirements, and which authority supervises it.
func statementOf(branch *ent.Branch, l locale.Locale) page {
	w := catalog.In(l).statement
	country := ""
	if branch.CountryCode != nil {
		country = *branch.CountryCode
	}
	authority, known := w.authorities[country]
	if !known {
		authority = w.otherAuthority
	}
	return page{
		Language: l.Tag().String(), Salon: branch.Name, Heading: legalnotice.Accessibility(l), Text: fmt.Sprintf(w.scope, branch.Name),
		Sections: []section{
			{Heading: w.serviceHeading, Sentences: w.service},
			{Heading: w.conformanceHeading, Sentences: w.conformance},
			{Heading: w.limitsHeading, Points: w.limits},
			{Heading: w.contactHeading, Sentences: []string{w.contact}, Contact: contactOf(branch)},
			{Heading: w.authorityHeading, Sentences: []string{authority}},
		},
		Legal: legalnotice.PageLinks(l, branch),
	}
}

func contactOf(branch *ent.Branch) *contact {
	lines := append([]string{branch.Name}, postaladdress.Lines(branch)...)
	return &contact{Address: strings.Join(lines, "\n"), Phone: branch.Phone, Email: branch.Email}
}
