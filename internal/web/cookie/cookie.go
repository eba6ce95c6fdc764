// Package cookie stores session and till secrets in cookies that scripts cannot read and other sites' pages cannot
// send.
package cookie

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Jar sets and reads the cookies of a server. It knows whether the server is reached by TLS.
type Jar struct {
	origin string
	secure bool
}

// NewJar returns the jar of a server with the public origin.
func NewJar(publicOrigin string) Jar {
	return Jar{publicOrigin, strings.HasPrefix(publicOrigin, "https://")}
}

const (
	session = "visavis_session"
	device  = "visavis_device"
	browser = "visavis_browser"
)

// longLifetime is the maximum lifetime of cookies in browsers.
const longLifetime = 400 * 24 * time.Hour

// MayKeep reports whether a secret may be sent to the browser: by TLS, or on loopback.
func (j Jar) MayKeep(r *http.Request) bool {
	if j.secure {
		return true
	}
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && address.IsLoopback() || strings.EqualFold(host, "localhost")
}

// IsOwn reports whether a request comes from the server's own pages or from no page. Browsers send the cookies also
// for same-site origins.
func (j Jar) IsOwn(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || origin == j.origin {
		return true
	}
	_, host, _ := strings.Cut(origin, "://")
	return strings.EqualFold(host, r.Host)
}

// Session returns the secret of the browser's session, or "" if there is none.
func (j Jar) Session(r *http.Request) string { return j.read(r, session) }

// Device returns the secret of the till, or "" if the browser is not a till.
func (j Jar) Device(r *http.Request) string { return j.read(r, device) }

// Browser returns what marks a browser that has signed in before, or "" if nothing does.
func (j Jar) Browser(r *http.Request) string { return j.read(r, browser) }

// KeepSession sets the session cookie, which expires with the browser or after longest. The server may end the session
// earlier.
func (j Jar) KeepSession(w http.ResponseWriter, secret string, longest time.Duration) {
	j.write(w, session, secret, longest)
}

// DropSession deletes the session cookie.
func (j Jar) DropSession(w http.ResponseWriter) { j.write(w, session, "", -time.Second) }

// KeepDevice sets the cookie of a till.
func (j Jar) KeepDevice(w http.ResponseWriter, secret string) {
	j.write(w, device, secret, longLifetime)
}

// KeepBrowser marks a browser that has signed in.
func (j Jar) KeepBrowser(w http.ResponseWriter, mark string) {
	j.write(w, browser, mark, longLifetime)
}

// name adds the __Host- prefix on TLS: browsers then accept the cookie only by TLS, from this host and for all paths.
func (j Jar) name(plain string) string {
	if j.secure {
		return "__Host-" + plain
	}
	return plain
}

func (j Jar) read(r *http.Request, plain string) string {
	kept, err := r.Cookie(j.name(plain))
	if err != nil || !j.IsOwn(r) {
		return ""
	}
	return kept.Value
}

func (j Jar) write(w http.ResponseWriter, plain, value string, lasts time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name: j.name(plain), Value: value, Path: "/", MaxAge: int(lasts / time.Second),
		HttpOnly: true, Secure: j.secure, SameSite: http.SameSiteStrictMode,
	})
}
