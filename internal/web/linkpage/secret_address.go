package linkpage

import "net/http"

// ProtectAddress sets the headers of an answer whose address contains a secret: browsers pass it on to no other site, and no
// cache or search index keeps it.
func ProtectAddress(header http.Header) {
	header.Set("Cache-Control", "no-store")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("X-Robots-Tag", "noindex")
}
