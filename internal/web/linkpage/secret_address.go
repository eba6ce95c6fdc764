package linkpage

import "net/http"

// ProtectAddress sets headers for a response whose address contains a secret, so that browsers do not send it to other
// sites and no cache or search index keeps it.
func ProtectAddress(header http.Header) {
	header.Set("Cache-Control", "no-store")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("X-Robots-Tag", "noindex")
}
