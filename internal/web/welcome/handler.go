// Package welcome serves the single-use links with which the first owner creates an account and staff choose password
// and PIN.
//
// Viewing the page does not use the link, since mail scanners and link previews view it, too. Only submitting the form
// does. It needs no script.
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

// Options configure the handler.
type Options struct {
	Accounts *account.Accounts
	Jar      cookie.Jar
	Home     string // path after signing in
	Logger   *slog.Logger
}

// NewHandler serves [link.WelcomePattern].
func NewHandler(options Options) http.Handler {
	h := &handler{options}
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.renderMessage(w, r, foreign(wordsFor(r))) }))
	protected := protection.Handler(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		guard(w.Header())
		protected.ServeHTTP(w, r)
	})
}

func guard(header http.Header) {
	linkpage.ProtectAddress(header)
	header.Set("Content-Security-Policy", layout.Policy)
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
	if !h.Jar.MayKeep(r) { // neither session nor password may be sent unencrypted
		h.renderMessage(w, r, insecure(wordsFor(r)))
		return
	}
	secret := r.PathValue("secret")
	link, err := h.Accounts.Link(r.Context(), secret)
	switch {
	case err != nil:
		h.fail(w, r, err)
	case link == nil:
		h.renderMessage(w, r, gone(wordsFor(r)))
	case r.Method == http.MethodPost:
		h.submit(w, r, h.actionOf(wordsFor(r), secret, link))
	default:
		h.renderForm(w, r, h.actionOf(wordsFor(r), secret, link), nil, nil)
	}
}

// longestBody is the maximum size of a submitted form.
const longestBody = 16 << 10

// submit runs the action.
func (h *handler) submit(w http.ResponseWriter, r *http.Request, a action) {
	r.Body = http.MaxBytesReader(w, r.Body, longestBody)
	if err := r.ParseForm(); err != nil {
		h.renderMessage(w, r, unreadable(wordsFor(r), err))
		return
	}
	ctx := account.WithBrowser(r.Context(), h.Jar.Browser(r))
	begun, err := a.submit(ctx, r.PostForm)
	problems := problem.Of(err)
	switch {
	case slices.ContainsFunc(problems, isLinkUsed): // used concurrently
		h.renderMessage(w, r, gone(wordsFor(r)))
	case problems != nil:
		h.renderForm(w, r, a, r.PostForm, problems)
	case err != nil:
		h.fail(w, r, err)
	default:
		if begun != nil { // else a passkey is required, too
			h.Jar.KeepSession(w, begun.Secret, account.LongestSession)
			if mark, err := h.Accounts.RememberBrowser(ctx, begun.Staff.ID); err == nil && mark != "" {
				h.Jar.KeepBrowser(w, mark)
			} // an error must not undo the sign-in
		}
		http.Redirect(w, r, h.Home, http.StatusSeeOther)
	}
}

func isLinkUsed(p *problem.Problem) bool { return p.Code == problem.LinkUsed }
