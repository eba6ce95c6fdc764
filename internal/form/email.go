package form

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"visavis/internal/problem"
)

// Maximum lengths of an address in bytes, as mail servers accept them.
const (
	addressLength = 254
	localLength   = 64
)

// Email reads an email address without a display name, in the form of [Address]. It may be empty.
//
// Accepted is what most mail servers deliver: no quoted names, no IP addresses, and a domain with a dot.
func (f *Form) Email(field string, given *string) *string {
	if given == nil {
		return nil
	}
	email := Address(*given)
	switch {
	case email == "":
	case utf8.RuneCountInString(email) > addressLength:
		f.Add(problem.New(problem.TooLong, field, addressLength))
	case !isAddress(email):
		f.Add(problem.New(problem.EmailInvalid, field))
	case !IsASCIIName(email):
		f.Add(problem.New(problem.EmailNotASCII, field))
	}
	return &email
}

var (
	// localForm is a dot-atom (RFC 5322), with other letters than those of ASCII as well (RFC 6532).
	localForm = regexp.MustCompile("^[\\pL\\pM\\pN!#$%&'*+/=?^_`{|}~-]+(\\.[\\pL\\pM\\pN!#$%&'*+/=?^_`{|}~-]+)*$")
	// domainForm has two labels at least, of which the last is not a number.
	domainForm = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$`)
)

// isAddress reports whether an address can exist.
func isAddress(address string) bool {
	local, domain, found := cutAddress(address)
	ascii, err := asciiDomain(domain)
	return found && err == nil && len(local) <= localLength && len(local)+len("@")+len(ascii) <= addressLength &&
		localForm.MatchString(local) && domainForm.MatchString(ascii)
}

// IsASCIIName reports whether the part of an address before the @ is ASCII. Few mail servers deliver to others (SMTPUTF8).
func IsASCIIName(address string) bool {
	local, _, _ := cutAddress(address)
	return strings.IndexFunc(local, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
