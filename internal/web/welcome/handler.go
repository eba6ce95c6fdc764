// Package welcome serves the pages behind the links that open once: at one the owner
// of a new salon makes their account, at the other a member of staff chooses their
// password and PIN.
//
// To look at a page uses nothing up, for mail scanners and link previews look too.
// Only the form does, and it needs no script.
package welcome

import (
	"log/slog"
	"net/http"
	"slices"

	"visavis/internal/account"
	"visavis/internal/problem"
	"visavis/internal/web/cookie"
	"visavis/internal/web/linkpage"
)

// Options are what the handler needs.
type Options struct {
	Accounts *account.Accounts
	Jar      cookie.Jar
	Home     string // the path to which people go who have signed in
	Logger   *slog.Logger
}

// NewHandler serves [link.WelcomePattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.say(w, r, foreign()) }))
	protected := protection.Handler(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard(w.Header())
		protected.ServeHTTP(w, r)
	})
}

func guard(header http.Header) {
	linkpage.ProtectAddress(header)
	header.Set("Content-Security-Policy", sheet.Policy)
	header.Set("Referrer-Policy", "same-origin") // without a referrer, browsers would not name the origin of a form
}

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	if !h.Jar.MayKeep(r) { // neither the session nor the password may travel in the clear
		h.say(w, r, insecure())
		return
	}
	secret := r.PathValue("secret")
	link, err := h.Accounts.Link(r.Context(), secret)
	switch {
	case err != nil:
		h.fail(w, r, err)
	case link == nil:
		h.say(w, r, gone())
	case r.Method == http.MethodPost:
		h.enter(w, r, h.entranceOf(secret, link))
	default:
		h.ask(w, r, h.entranceOf(secret, link), nil, nil)
	}
}

// longestBody is that of a form: its fields have at most a few hundred characters.
const longestBody = 16 << 10

// enter does what the form is for.
func (h *handler) enter(w http.ResponseWriter, r *http.Request, e entrance) {
	r.Body = http.MaxBytesReader(w, r.Body, longestBody)
	if err := r.ParseForm(); err != nil {
		h.say(w, r, unreadable(err))
		return
	}
	begun, err := e.enter(r.Context(), r.PostForm)
	problems := problem.Of(err)
	switch {
	case slices.ContainsFunc(problems, isLinkUsed): // by somebody else, a moment ago
		h.say(w, r, gone())
	case problems != nil:
		h.ask(w, r, e, r.PostForm, problems)
	case err != nil:
		h.fail(w, r, err)
	default:
		h.Jar.KeepSession(w, begun.Secret, account.LongestSession)
		http.Redirect(w, r, h.Home, http.StatusSeeOther)
	}
}

func isLinkUsed(p *problem.Problem) bool { return p.Code == problem.LinkUsed }
