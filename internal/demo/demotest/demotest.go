// Package demotest opens copies of the demo salon for tests. The salon is filled once per process.
package demotest

import (
	"context"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// Now is when the salon was filled: Monday, 23 November 2026, 09:00 in Berlin.
func Now() civil.Instant {
	return civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))
}

// Salon is the template of the salon's database.
var Salon = storetest.NewTemplate(func(ctx context.Context, s *store.Store) error { return demo.Fill(ctx, s, Now) })

// Each runs the test on a new copy of the salon's database of each engine.
func Each(t *testing.T, test func(t *testing.T, s *store.Store)) { Salon.Each(t, test) }

// EachURL runs the test with the URL of a new copy of the salon's database of each engine.
func EachURL(t *testing.T, test func(t *testing.T, url string)) { Salon.EachURL(t, test) }
