package config

import (
	"fmt"
	"strconv"
)

// Limits bound what strangers can use up. Zero stands for the default.
type Limits struct {
	FreeBookings int // per network and hour, without a proof of work
	FreeHolds    int

	Connections             int // sockets and event streams, of everybody together
	ConnectionsPerNetwork   int // of strangers
	ConnectionsPerAccount   int
	Subscriptions           int
	SubscriptionsPerNetwork int
	SubscriptionsPerAccount int
}

// limitsOf returns the limits by their variables.
func limitsOf(l *Limits) map[string]*int {
	return map[string]*int{
		"VISAVIS_FREE_BOOKINGS": &l.FreeBookings,
		"VISAVIS_FREE_HOLDS":    &l.FreeHolds,

		"VISAVIS_CONNECTIONS":               &l.Connections,
		"VISAVIS_CONNECTIONS_PER_NETWORK":   &l.ConnectionsPerNetwork,
		"VISAVIS_CONNECTIONS_PER_ACCOUNT":   &l.ConnectionsPerAccount,
		"VISAVIS_SUBSCRIPTIONS":             &l.Subscriptions,
		"VISAVIS_SUBSCRIPTIONS_PER_NETWORK": &l.SubscriptionsPerNetwork,
		"VISAVIS_SUBSCRIPTIONS_PER_ACCOUNT": &l.SubscriptionsPerAccount,
	}
}

// readLimits reads whole numbers from 1.
func readLimits(or func(name, otherwise string) string) (l Limits, err error) {
	for name, limit := range limitsOf(&l) {
		text := or(name, "")
		if text == "" {
			continue
		}
		number, wrong := strconv.ParseInt(text, 10, 32)
		if wrong != nil || number < 1 {
			err = fmt.Errorf("%s is %q; write a number from 1, such as 100", name, text)
			continue
		}
		*limit = int(number)
	}
	return l, err
}
