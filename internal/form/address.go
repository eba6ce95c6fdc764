package form

import (
	"strings"
	"unicode"
)

// Address returns the one form of an email address in which it is stored, compared and counted: in lower case, without
// invisible characters.
func Address(text string) string {
	visible := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
	return strings.TrimSpace(visible)
}

// Mailbox returns what the addresses of one mailbox have in common: the [Address] without a tag, such as lena@web.example
// for Lena+salon@web.example.
func Mailbox(text string) string {
	address := Address(text)
	local, domain, found := strings.Cut(address, "@")
	if name, _, tagged := strings.Cut(local, "+"); found && tagged && name != "" {
		return name + "@" + domain
	}
	return address
}
