// Package postaladdress writes the postal addresses of branches.
package postaladdress

import (
	"slices"
	"strings"

	"visavis/ent"
)

// Lines returns the lines of the address of a branch: street, postal code with city, country. What is unknown is left out.
func Lines(row *ent.Branch) []string { return known(append(Local(row), row.Country)) }

// Local returns the lines of an address within its country.
func Local(row *ent.Branch) []string {
	return known([]string{row.Street, strings.TrimSpace(row.PostalCode + " " + row.City)})
}

func known(lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}
