//go:build !movedclock

package main

import "visavis/internal/civil"

func clock() (civil.Clock, error) { return civil.SystemClock, nil }
