package web

import (
	"net/http"
	"time"

	"github.com/rs/cors"

	"visavis/internal/embedding"
)

// sandboxed is the origin of every page in a sandbox without allow-same-origin. Site builders put what their users write, and frames, in such
// sandboxes.
const sandboxed = "null"

// callers decides whose pages may call the API beside its own.
type callers struct {
	public string // the server's own origin, which the Host header does not identify if a proxy rewrites it; may be empty
	sites  *embedding.Sites
}

// includes reports whether a page of the origin may send the request. Sandboxed pages may if the request identifies nobody: such a page may be
// anybody's, so it gets what any program gets without signing in, and limits count the same.
func (c callers) includes(r *http.Request, origin string) bool {
	switch origin {
	case "":
		return false
	case sandboxed:
		return len(r.Header["Cookie"]) == 0 && len(r.Header["Authorization"]) == 0
	case c.public:
		return true
	}
	return c.sites.Allows(r.Context(), origin)
}

// crossOrigin allows only the callers to call the API from other origins.
func crossOrigin(public string, sites *embedding.Sites, next http.Handler) (http.Handler, error) {
	c := callers{public, sites}
	protection := http.NewCrossOriginProtection()
	protected := protection.Handler(next)
	guarded := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c.includes(r, r.Header.Get("Origin")) {
			next.ServeHTTP(w, r)
		} else {
			protected.ServeHTTP(w, r)
		}
	})
	return cors.New(cors.Options{
		AllowOriginVaryRequestFunc: func(r *http.Request, origin string) (bool, []string) {
			return origin != public && c.includes(r, origin), []string{"Authorization", "Cookie"}
		},
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Accept-Language", "Content-Type", "Authorization"},
		ExposedHeaders: []string{"Date"}, // see dated
		MaxAge:         int((10 * time.Minute).Seconds()),
	}).Handler(guarded), nil
}
