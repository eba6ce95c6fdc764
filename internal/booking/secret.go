package booking

import "crypto/rand"

// newSecret gives 130 random bits: whoever knows it may do what it is for.
func newSecret() string { return rand.Text() }
