//go:build !movedclock

package server

import "visavis/internal/civil"

func clock() (civil.Clock, error) { return civil.SystemClock, nil }
