package graph

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"visavis/graph/model"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/web/clientaddress"
	"visavis/internal/web/cookie"
)

// A caller holds the credentials of a request and the means to set cookies in its browser.
type caller struct {
	credentials   account.Credentials
	device        string // secret of the till, if any
	cookieRefusal error  // why no cookie can be set; nil if one can
	jar           cookie.Jar
	response      http.ResponseWriter
}

type callerKey struct{}

// withCaller puts the caller into the context.
func withCaller(jar cookie.Jar, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &caller{
			credentials: account.Credentials{Session: jar.Session(r), Token: bearerToken(r.Header.Get("Authorization"))},
			device:      jar.Device(r),
			jar:         jar,
			response:    w,
		}
		switch {
		case !transport.AnswersAtOnce(r):
			c.cookieRefusal = problemCode(postRequired)
		case !jar.IsOwn(r):
			c.cookieRefusal = problemCode(sameOriginRequired)
		case !jar.MayKeep(r):
			c.cookieRefusal = problemCode(encryptionRequired)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(account.WithBrowser(r.Context(), jar.Browser(r)), callerKey{}, c)))
	})
}

func callerOf(ctx context.Context) *caller {
	if c, ok := ctx.Value(callerKey{}).(*caller); ok {
		return c
	}
	return &caller{cookieRefusal: problemCode(postRequired)}
}

// bearerToken returns the token of an Authorization header; empty if the scheme differs.
func bearerToken(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// authenticateSocket rejects sockets with invalid credentials. Programs that cannot set
// headers pass their token in the payload.
func (r *Resolver) authenticateSocket(ctx context.Context, payload map[string]any) (context.Context, error) {
	c := *callerOf(ctx)
	if token, given := tokenIn(payload); given {
		if token == "" {
			return nil, account.ErrTokenUnknown
		}
		c.credentials = account.Credentials{Token: token}
	}
	if _, err := r.accounts.Who(ctx, c.credentials); err != nil {
		return nil, err
	}
	return context.WithValue(ctx, callerKey{}, &c), nil
}

// tokenIn returns the token of a payload, which programs write as they write the header: in any case. It is "" if the
// payload has several or an invalid one.
func tokenIn(payload map[string]any) (token string, given bool) {
	for name, authorization := range payload {
		if !strings.EqualFold(name, "authorization") {
			continue
		}
		text, _ := authorization.(string)
		if given && bearerToken(text) != token {
			return "", true
		}
		token, given = bearerToken(text), true
	}
	return token, given
}

// setSessionCookie stores a new session in the browser, which is known from now on, and returns it.
func (r *Resolver) setSessionCookie(ctx context.Context, session *account.SignedIn) *account.SignedIn {
	if session != nil {
		c := callerOf(ctx)
		c.jar.KeepSession(c.response, session.Secret, account.LongestSession)
		if mark, err := r.accounts.RememberBrowser(ctx, session.Staff.ID); err == nil && mark != "" {
			c.jar.KeepBrowser(c.response, mark)
		} // an error must not undo the sign-in
	}
	return session
}

// passkeyOptionsOf returns the options of a sign-in that also requires a passkey, and no error for it.
func passkeyOptionsOf(err error) (*string, error) {
	var required *account.PasskeyRequired
	if errors.As(err, &required) {
		return &required.Options, nil
	}
	return nil, err
}

// unlessEmpty returns nil for an empty text.
func unlessEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// sessionEnded returns a channel that is closed when the session or token of a
// connection ends, and a function that releases it. The channel is nil if the
// caller is not signed in.
func (r *Resolver) sessionEnded(ctx context.Context) (<-chan struct{}, func()) {
	who, err := r.accounts.Who(ctx, callerOf(ctx).credentials)
	if err != nil {
		return nil, func() {}
	}
	return r.accounts.Ended(who)
}

// connectionCaller returns for whom a connection counts: a member of staff with all their sessions and tokens, or the
// strangers of a network.
func (r *Resolver) connectionCaller(ctx context.Context) transport.Caller {
	who, err := r.accounts.Who(ctx, callerOf(ctx).credentials)
	if err != nil || who.StaffID == "" {
		return transport.Caller{ID: clientaddress.Of(ctx), IsStranger: true}
	}
	return transport.Caller{ID: who.StaffID}
}

// signInMethodOf returns how the actor signed in.
func signInMethodOf(who *actor.Actor) model.SignInMethod {
	switch {
	case who.TokenID != "":
		return model.SignInMethodToken
	case who.ByPIN:
		return model.SignInMethodPin
	default:
		return model.SignInMethodPassword
	}
}

// currentActor returns the signed-in actor; nil if the request is anonymous.
func currentActor(ctx context.Context) *actor.Actor {
	who := actor.Of(ctx)
	if who.Role == actor.Anyone {
		return nil
	}
	return &who
}
