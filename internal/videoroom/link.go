package videoroom

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"visavis/ent/videolink"
	"visavis/internal/problem"
)

// parseLink validates a link; a missing scheme means https.
func parseLink(text string) (*url.URL, problem.Code) {
	if !strings.Contains(text, "://") && !hasScheme.MatchString(text) {
		text = "https://" + text
	}
	link, err := url.Parse(text)
	if err == nil && isZoomApp(link) {
		link = zoomOfApp(link)
	}
	switch {
	case err != nil || !utf8.ValidString(text) || strings.ContainsFunc(text, isSpace) || strings.ContainsAny(text, "\"<>\\"):
		return nil, problem.LinkInvalid
	case !strings.EqualFold(link.Scheme, "https") && !(strings.EqualFold(link.Scheme, "http") && wrapped(link) != ""): // nobody is sent to a wrapper
		return nil, problem.LinkNotHTTPS
	case link.User != nil:
		return nil, problem.LinkHasCredentials
	case !hasHost(link) || isHome(link) && providerOf(link.Hostname()) == videolink.ProviderOTHER:
		return nil, problem.LinkInvalid
	}
	link.Scheme = "https"
	return link, ""
}

// isHome reports whether the link is that of a host alone.
func isHome(link *url.URL) bool {
	return strings.Trim(link.Path, "/") == "" && link.RawQuery == "" && link.Fragment == ""
}

// hasHost reports whether the link names an internet host, and normalizes it: ASCII, and a port only if it is not that of
// https.
func hasHost(link *url.URL) bool {
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(link.Hostname(), "."))
	if err != nil || !hostForm.MatchString(host) {
		return false
	}
	if link.Port() != "" {
		port, err := strconv.ParseUint(link.Port(), 10, 16)
		if err != nil || port == 0 {
			return false
		}
		if port != 443 {
			host = fmt.Sprintf("%s:%d", host, port)
		}
	}
	link.Host = host
	return true
}

var (
	hasScheme = regexp.MustCompile(`^[a-zA-Z][a-zA-Z+-]*:[^0-9]`)
	hostForm  = regexp.MustCompile(`^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$`) // IP addresses end with a number
)

// wrappers are pages that redirect to the address in a parameter: of search engines, mail programs and messengers.
var wrappers = []struct{ host, path, parameter string }{
	{"google.com", "/url", "q"},
	{"google.com", "/url", "url"},
	{"google.de", "/url", "q"},
	{"google.de", "/url", "url"},
	{"safelinks.protection.outlook.com", "", "url"},
	{"statics.teams.cdn.office.net", "/evergreen-assets/safelinks", "url"},
	{"deref-gmx.net", "", "redirectUrl"},
	{"deref-web.de", "", "redirectUrl"},
	{"deref-mail.com", "", "redirectUrl"},
	{"l.facebook.com", "/l.php", "u"},
	{"lm.facebook.com", "/l.php", "u"},
	{"l.instagram.com", "", "u"},
	{"linkedin.com", "/redir", "url"},
	{"slack-redir.net", "/link", "url"},
	{"urldefense.proofpoint.com", "/v1", "u"},
}

// unwrap returns the link behind wrappers. Nobody wraps one more often than a few times.
func unwrap(link *url.URL) (*url.URL, problem.Code) {
	for range 5 {
		inner := wrapped(link)
		if inner == "" {
			return link, ""
		}
		var code problem.Code
		if link, code = parseLink(inner); code != "" {
			return nil, code
		}
	}
	return nil, problem.LinkInvalid
}

// wrapped returns the address that a wrapper redirects to, or "".
func wrapped(link *url.URL) string {
	for _, w := range wrappers {
		if isBelow(strings.ToLower(link.Hostname()), w.host) && strings.HasPrefix(link.Path, w.path) {
			if inner := link.Query().Get(w.parameter); inner != "" {
				return inner
			}
		}
	}
	return ""
}

// segments returns the parts of the path.
func segments(link *url.URL) []string {
	return strings.FieldsFunc(link.Path, func(r rune) bool { return r == '/' })
}

// withoutParameters removes parameters of the query, whatever their case, and keeps the order of the others.
func withoutParameters(link *url.URL, names ...string) {
	var kept []string
	for _, parameter := range strings.Split(link.RawQuery, "&") {
		name, _, _ := strings.Cut(parameter, "=")
		if name, err := url.QueryUnescape(name); err == nil && isOneOf(name, names) {
			continue
		}
		kept = append(kept, parameter)
	}
	link.RawQuery = strings.Join(kept, "&")
	if link.RawQuery == "" {
		link.ForceQuery = false
	}
}

func isOneOf(name string, names []string) bool {
	for _, one := range names {
		if strings.EqualFold(name, one) {
			return true
		}
	}
	return false
}

// escaped returns a path as in a link.
func escaped(path string) string {
	clean := url.URL{Path: path}
	return clean.EscapedPath()
}
