package graph

import (
	"context"

	"visavis/ent/branch"
	"visavis/internal/locale"
)

// localeOf returns the locale negotiated from the Accept-Language header.
func localeOf(ctx context.Context) locale.Locale { return locale.Negotiate(callerOf(ctx).languages) }

// chosenLocale returns the locale that an argument gives, else the negotiated one.
func chosenLocale(ctx context.Context, chosen *branch.Locale) locale.Locale {
	if chosen == nil {
		return localeOf(ctx)
	}
	return locale.Locale(*chosen)
}
