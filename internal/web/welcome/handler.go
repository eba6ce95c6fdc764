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
	return layout.GuardForm(h.serve, func(w http.ResponseWriter, r *http.Request) { h.renderMessage(w, r, foreign(wordsFor(r))) })
}

type handler struct{ Options }

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
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
