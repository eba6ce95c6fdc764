package graph

import (
	"context"
	"net/http"

	"visavis/ent/branch"
	"visavis/internal/locale"
)

type localeKey struct{}

// withLocale puts the locale negotiated from the Accept-Language header into the context.
func withLocale(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Language")
		wanted := locale.Negotiate(r.Header.Get("Accept-Language"))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), localeKey{}, wanted)))
	})
}

func localeOf(ctx context.Context) locale.Locale {
	wanted, ok := ctx.Value(localeKey{}).(locale.Locale)
	if !ok {
		return locale.English
	}
	return wanted
}

// chosenLocale returns the locale that an argument gives, else the negotiated one.
func chosenLocale(ctx context.Context, chosen *branch.Locale) locale.Locale {
	if chosen == nil {
		return localeOf(ctx)
	}
	return locale.Locale(*chosen)
}
