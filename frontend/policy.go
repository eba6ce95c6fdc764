package frontend

import "strings"

// graphiQLPolicy returns the Content-Security-Policy of GraphiQL. Scripts and style elements need the nonce. Style
// attributes are allowed, because Monaco positions every line of text with one.
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

// adminPolicy returns the Content-Security-Policy of the admin app. Its component library adds style elements with the
// nonce.
func adminPolicy(nonce string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'nonce-" + nonce + "'",
		"style-src 'self' 'nonce-" + nonce + "'",
		"connect-src 'self'",
		"font-src 'self'",
		"img-src 'self' data:",
		"manifest-src 'self'",
		"worker-src 'self'",
		"frame-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	}, "; ")
}

// callPolicy returns the Content-Security-Policy of the staff's page of a call, which shows sound and pictures of the device and of the
// customer.
func callPolicy(nonce string) string {
	return strings.Replace(adminPolicy(nonce), "img-src 'self' data:", "img-src 'self' data: blob:; media-src blob:", 1)
}

// bookPolicy returns the Content-Security-Policy of the booking page. Any site may frame it, since it uses no session.
func bookPolicy(nonce string) string { return widgetPolicy(nonce, "*") }

// managePolicy returns the Content-Security-Policy of the manage page. No site may frame it, since a click could
// cancel an appointment (clickjacking).
func managePolicy(nonce string) string { return widgetPolicy(nonce, "'none'") }

func widgetPolicy(nonce, ancestors string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'nonce-" + nonce + "'",
		"style-src 'self' 'nonce-" + nonce + "'",
		"connect-src 'self'",
		"img-src 'self' data:",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors " + ancestors,
	}, "; ")
}
