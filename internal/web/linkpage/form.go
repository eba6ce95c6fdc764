package linkpage

import (
	_ "embed"
	"net/http"
)

//go:embed form.css
var formStyle string

// NewForm returns the layout of a page with facts, and a form that this server takes.
func NewForm(markup, ownStyle string) *Layout { return New(markup, formStyle+"\n"+ownStyle, "'self'") }

// GuardForm returns the handler of a page with a form, whose address contains a secret. Forms that another site sends get the answer of
// denied.
func (l *Layout) GuardForm(next, denied http.HandlerFunc) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(denied)
	protected := protection.Handler(onlyForms(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ProtectAddress(w.Header())
		w.Header().Set("Content-Security-Policy", l.Policy)
		w.Header().Set("Referrer-Policy", "same-origin") // without a referrer, browsers would not name the origin of a form
		protected.ServeHTTP(w, r)
	})
}

// onlyForms refuses what browsers send neither to view a page nor to submit its form.
func onlyForms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet, http.MethodHead, http.MethodPost:
			next.ServeHTTP(w, r)
		default:
			w.Header().Set("Allow", "GET, HEAD, POST")
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
}
