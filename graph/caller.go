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
type visit struct {
	credentials account.Credentials
	device      string // the secret of a till
	keep        error  // why the browser cannot be given a cookie
	jar         cookie.Jar
	answer      http.ResponseWriter
}

type visitKey struct{}

// withVisit remembers the visit.
func withVisit(jar cookie.Jar, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{
			credentials: account.Credentials{Session: jar.Session(r), Token: bearer(r.Header.Get("Authorization"))},
			device:      jar.Device(r),
			jar:         jar,
			answer:      w,
		}
		switch {
		case !transport.AnswersAtOnce(r):
			v.keep = problemCode(postRequired)
		case !jar.IsOwn(r):
			v.keep = problemCode(sameOriginRequired)
		case !jar.MayKeep(r):
			v.keep = problemCode(encryptionRequired)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitKey{}, v)))
	})
}

func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{keep: problemCode(postRequired)}
}

// bearer reads a token from what an Authorization header says.
func bearer(authorization string) string {
	scheme, token, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// welcome lets in whoever opens a socket. Programs that cannot set headers give their
// token in the payload.
func (r *Resolver) welcome(ctx context.Context, payload map[string]any) (context.Context, error) {
	v := *visitOf(ctx)
	if authorization, given := payload["authorization"]; given {
		text, _ := authorization.(string)
		v.credentials = account.Credentials{Token: bearer(text)}
		if v.credentials.Token == "" {
			return nil, account.ErrTokenUnknown
		}
	}
	if _, err := r.accounts.Who(ctx, v.credentials); err != nil {
		return nil, err
	}
	return context.WithValue(ctx, visitKey{}, &v), nil
}

// signedIn gives the browser the session.
func signedIn(ctx context.Context, session *account.SignedIn) *account.SignedIn {
	if session != nil {
		v := visitOf(ctx)
		v.jar.KeepSession(v.answer, session.Secret, account.LongestSession)
	}
	return session
}

// ended tells when the sign-in of whoever opened a connection ends; never for those
// who have not signed in.
func (r *Resolver) ended(ctx context.Context) (<-chan struct{}, func()) {
	who, err := r.accounts.Who(ctx, visitOf(ctx).credentials)
	if err != nil {
		return nil, func() {}
	}
	return r.accounts.Ended(who)
}

// methodOf tells by what somebody has signed in.
func methodOf(who *actor.Actor) model.SignInMethod {
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
func me(ctx context.Context) *actor.Actor {
	who := actor.Of(ctx)
	if who.Role == actor.Anyone {
		return nil
	}
	return &who
}
