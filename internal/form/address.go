package form

import (
	"strings"

	"golang.org/x/net/idna"
)

// Address returns the one form of an email address in which it is stored, compared and counted: in lower case, without
// invisible characters, and with the domain as people read it, such as lena@müller.example for Lena@xn--mller-kva.example.
func Address(text string) string {
	address := strings.ToLower(strings.TrimSpace(Visible(text)))
	local, domain, found := cutAddress(address)
	if !found {
		return address
	}
	ascii, err := asciiDomain(domain)
	if err != nil {
		return address
	}
	readable, err := domains.ToUnicode(ascii)
	if err != nil {
		return address
	}
	return local + "@" + readable
}

// Spellings returns the forms in which an address may be stored: as it is given, its [Address], and with the domain in ASCII.
// Those that were stored before addresses had one form keep theirs if their [Address] was taken.
func Spellings(text string) []string {
	address := Address(text)
	return []string{strings.ToLower(strings.TrimSpace(text)), address, ASCIIAddress(address)}
}

// ASCIIAddress returns an address as mail servers and calendar programs read it: with the domain in ASCII (IDNA). An address
// whose domain has no such form stays as it is.
func ASCIIAddress(address string) string {
	local, domain, found := cutAddress(address)
	if !found {
		return address
	}
	ascii, err := asciiDomain(domain)
	if err != nil {
		return address
	}
	return local + "@" + ascii
}

// Mailbox returns what the addresses of one mailbox have in common: the [Address] without a tag, such as lena@web.example
// for Lena+salon@web.example.
func Mailbox(text string) string {
	address := Address(text)
	local, domain, found := cutAddress(address)
	if name, _, tagged := strings.Cut(local, "+"); found && tagged && name != "" {
		return name + "@" + domain
	}
	return address
}

// cutAddress splits an address at its last @.
func cutAddress(address string) (local, domain string, found bool) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address, "", false
	}
	return address[:at], address[at+1:], true
}

// domains reads domains as browsers do, and refuses what no name server could answer.
var domains = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(), idna.StrictDomainName(true), idna.CheckHyphens(false), idna.VerifyDNSLength(true))

func asciiDomain(domain string) (string, error) { return domains.ToASCII(domain) }
