// Package photo serves the photos of consultations that staff keep, and takes them in. Whoever is not signed in gets what they would get if
// there were none; API tokens do not count.
package photo

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/photo"
	"visavis/internal/web/cookie"
	"visavis/internal/web/linkpage"
	"visavis/internal/web/ratelimit"
)

// Options configure the handlers.
type Options struct {
	Booking  *booking.Booking
	Accounts *account.Accounts
	Jar      cookie.Jar
	Limits   *ratelimit.Limits
	Logger   *slog.Logger
	Bounds   Bounds
}

// NewHandler serves [link.PhotoPattern]. Nothing keeps a copy, and pages of other sites cannot show it.
func NewHandler(options Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		ctx, err := options.signedIn(r)
		if err != nil {
			options.fail(w, r, err)
			return
		}
		shown, err := options.Booking.ConsultationPhoto(ctx, r.PathValue("id"))
		if err != nil {
			options.fail(w, r, err)
			return
		}
		if shown == nil {
			http.NotFound(w, r)
			return
		}
		header.Set("Content-Disposition", "inline")
		header.Set("Content-Length", strconv.Itoa(len(shown.Content)))
		header.Set("Content-Security-Policy", "default-src 'none'; sandbox")
		header.Set("Content-Type", photo.ContentType)
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(shown.Content) // a failed write means that the client has disconnected
	})
}

// signedIn returns the context of a request with the actor who is signed in by its cookie.
func (options Options) signedIn(r *http.Request) (context.Context, error) {
	who, err := options.Accounts.Who(r.Context(), account.Credentials{Session: options.Jar.Session(r)})
	return actor.With(r.Context(), who), err
}

func (options Options) fail(w http.ResponseWriter, r *http.Request, err error) {
	options.log(r.Context(), err)
	linkpage.Refuse(w, r, http.StatusServiceUnavailable, linkpage.Failed)
}

// log logs a server error unless the client has disconnected.
func (options Options) log(ctx context.Context, err error) {
	if !errors.Is(err, context.Canceled) {
		options.Logger.ErrorContext(ctx, "cannot serve a photo", slog.Any("error", err))
	}
}
