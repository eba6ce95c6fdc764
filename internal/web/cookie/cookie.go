// Package cookie keeps the secrets of sessions and tills in browsers: where no script
// reads them, and where no other site's page sends them along.
package cookie

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
)

// Jar knows where people reach the server, and so whether by TLS.
type Jar struct {
	origin string
	secure bool
}

// NewJar returns the jar of a server that people reach at the origin.
func NewJar(publicOrigin string) Jar {
	return Jar{publicOrigin, strings.HasPrefix(publicOrigin, "https://")}
}

const (
	session = "visavis_session"
	device  = "visavis_device"
)

// deviceLifetime is how long browsers keep a cookie at most.
const deviceLifetime = 400 * 24 * time.Hour

// MayKeep reports whether a secret may be sent to the browser: by TLS, or on this
// machine.
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

// IsOwn reports whether a request comes from a page of the server, or from none. Sites
// beside it may call the API, and their browsers send its cookies along.
func (j Jar) IsOwn(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || origin == j.origin {
		return true
	}
	_, host, _ := strings.Cut(origin, "://")
	return strings.EqualFold(host, r.Host)
}

// Session returns the secret of the browser's session; empty when there is none.
func (j Jar) Session(r *http.Request) string { return j.read(r, session) }

// Device returns the secret of a browser that is a till; empty when it is none.
func (j Jar) Device(r *http.Request) string { return j.read(r, device) }

// KeepSession has the browser keep a session until it is closed or the time is over:
// the server may end it earlier.
func (j Jar) KeepSession(w http.ResponseWriter, secret string, longest time.Duration) {
	j.write(w, session, secret, longest)
}

// DropSession has the browser forget its session.
func (j Jar) DropSession(w http.ResponseWriter) { j.write(w, session, "", -time.Second) }

// KeepDevice makes a till of the browser.
func (j Jar) KeepDevice(w http.ResponseWriter, secret string) {
	j.write(w, device, secret, deviceLifetime)
}

// name has the browser refuse the cookie unless it came by TLS, from this host, for
// all of it.
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
