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

// A caller holds what the API knows about the sender of a request, and the means to set cookies in its browser.
type caller struct {
	credentials account.Credentials
	device      string // secret of the till, if any
	languages   string // the Accept-Language header
	jar         cookie.Jar

	// nil unless the response can set cookies; sockets outlive them
	request  *http.Request
	response http.ResponseWriter
}

type callerKey struct{}

// callerContext returns a function that puts the caller of a request into its context.
func callerContext(jar cookie.Jar) func(w http.ResponseWriter, r *http.Request, answersAtOnce bool) context.Context {
	return func(w http.ResponseWriter, r *http.Request, answersAtOnce bool) context.Context {
		w.Header().Add("Vary", "Accept-Language")
		c := &caller{
			credentials: account.Credentials{Session: jar.Session(r), Token: bearerToken(r.Header.Get("Authorization"))},
			device:      jar.Device(r),
			languages:   r.Header.Get("Accept-Language"),
			jar:         jar,
		}
		if answersAtOnce {
			c.request, c.response = r, w
		}
		ctx := r.Context()
		if mark := jar.Browser(r); mark != "" {
			ctx = account.WithBrowser(ctx, mark)
		}
		return context.WithValue(ctx, callerKey{}, c)
	}
}

func callerOf(ctx context.Context) *caller {
	if c, ok := ctx.Value(callerKey{}).(*caller); ok {
		return c
	}
	return &caller{}
}

// cookieRefusal returns why no cookie can be set; nil if one can.
func (c *caller) cookieRefusal() error {
	switch {
	case c.request == nil:
		return problemCode(postRequired)
	case !c.jar.IsOwn(c.request):
		return problemCode(sameOriginRequired)
	case !c.jar.MayKeep(c.request):
		return problemCode(encryptionRequired)
	default:
		return nil
	}
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
