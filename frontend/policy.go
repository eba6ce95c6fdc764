package frontend

import "strings"

// graphiQLPolicy is the content security policy of GraphiQL. Scripts and style elements need the nonce, which the
// browser passes on to what they import. Only style attributes are free: Monaco writes every line of text as markup
// that carries its place in one.
func graphiQLPolicy(nonce string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'nonce-" + nonce + "'",
		"style-src-elem 'self' 'nonce-" + nonce + "'",
		"style-src-attr 'unsafe-inline'",
		"worker-src 'self'",
		"connect-src 'self'",
		"font-src 'self'",
		"img-src 'self' data:",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	}, "; ")
}

// adminPolicy is the content security policy of the admin app. What its library writes as styles comes in elements
// with the nonce.
func adminPolicy(nonce string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'nonce-" + nonce + "'",
		"style-src 'self' 'nonce-" + nonce + "'",
		"connect-src 'self'",
		"font-src 'self'",
		"img-src 'self' data:",
		"frame-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	}, "; ")
}

// bookPolicy is the content security policy of the booking page. Any site may frame it: it knows no session, and
// whoever books in it does so by what they write.
func bookPolicy(nonce string) string { return widgetPolicy(nonce, "*") }

// managePolicy is the content security policy of the page of an appointment. No site may frame it: a click there could
// cancel an appointment.
func managePolicy(nonce string) string { return widgetPolicy(nonce, "'none'") }

func widgetPolicy(nonce, ancestors string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'nonce-" + nonce + "'",
		"style-src 'self'",
		"connect-src 'self'",
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors " + ancestors,
	}, "; ")
}
