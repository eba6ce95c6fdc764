package videoroom

import "net/url"

// SameHost reports whether what is pasted is a link to the host of a stored one.
func SameHost(pasted, stored string) bool {
	link, code := parseLink(trimPunctuation(clean(pasted)) + "/") // a service is a host alone
	known, err := url.Parse(stored)
	return code == "" && err == nil && link.Host == known.Host
}
