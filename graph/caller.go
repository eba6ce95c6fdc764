package graph

import (
	"context"
	"net/http"
	"strings"

	"visavis/graph/model"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/web/cookie"
)

// A visit is what a request says about its sender, and how to answer to their browser.
type caller struct {
	credentials   account.Credentials
	device        string // the secret of a till
	cookieRefusal error  // why the browser cannot be given a cookie
	jar           cookie.Jar
	response      http.ResponseWriter
}

type callerKey struct{}

// withVisit remembers the visit.
func withCaller(jar cookie.Jar, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &caller{
			credentials: account.Credentials{Session: jar.Session(r), Token: bearerToken(r.Header.Get("Authorization"))},
			device:      jar.Device(r),
			jar:         jar,
			response:    w,
		}
		switch {
		case !transport.AnswersAtOnce(r):
			v.cookieRefusal = problemCode(postRequired)
		case !jar.IsOwn(r):
			v.cookieRefusal = problemCode(sameOriginRequired)
		case !jar.MayKeep(r):
			v.cookieRefusal = problemCode(encryptionRequired)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, v)))
	})
}

func callerOf(ctx context.Context) *caller {
	if v, ok := ctx.Value(callerKey{}).(*caller); ok {
		return v
	}
	return &caller{cookieRefusal: problemCode(postRequired)}
}

// bearer reads a token from what an Authorization header says.
func bearerToken(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// welcome lets in whoever opens a socket. Programs that cannot set headers give their
// token in the payload.
func (r *Resolver) authenticateSocket(ctx context.Context, payload map[string]any) (context.Context, error) {
	v := *callerOf(ctx)
	if authorization, given := payload["authorization"]; given {
		text, _ := authorization.(string)
		v.credentials = account.Credentials{Token: bearerToken(text)}
		if v.credentials.Token == "" {
			return nil, account.ErrTokenUnknown
		}
	}
	if _, err := r.accounts.Who(ctx, v.credentials); err != nil {
		return nil, err
	}
	return context.WithValue(ctx, callerKey{}, &v), nil
}

// signedIn gives the browser the session.
func setSessionCookie(ctx context.Context, session *account.SignedIn) *account.SignedIn {
	if session != nil {
		v := callerOf(ctx)
		v.jar.KeepSession(v.response, session.Secret, account.LongestSession)
	}
	return session
}

// ended tells when the sign-in of whoever opened a connection ends; never for those
// who have not signed in.
func (r *Resolver) sessionEnded(ctx context.Context) (<-chan struct{}, func()) {
	who, err := r.accounts.Who(ctx, callerOf(ctx).credentials)
	if err != nil {
		return nil, func() {}
	}
	return r.accounts.Ended(who)
}

// methodOf tells by what somebody has signed in.
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

// me is who asks; nil when nobody is signed in.
func currentActor(ctx context.Context) *actor.Actor {
	who := actor.Of(ctx)
	if who.Role == actor.Anyone {
		return nil
	}
	return &who
}
