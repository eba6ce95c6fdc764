// Package postaladdress writes the postal addresses of branches.
package postaladdress

import (
	"strings"

	"visavis/ent"
	"visavis/internal/text"
)

// Lines returns the lines of the address of a branch: street, postal code with city, country. What is unknown is left out.
func Lines(row *ent.Branch) []string { return text.NonEmpty(append(Local(row), row.Country)...) }

// Local returns the lines of an address within its country.
func Local(row *ent.Branch) []string {
	return text.NonEmpty(row.Street, strings.TrimSpace(row.PostalCode+" "+row.City))
}
