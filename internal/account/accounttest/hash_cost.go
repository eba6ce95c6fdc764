// Package accounttest holds what tests of other packages need of accounts.
package accounttest

import "visavis/internal/account"

// HashCost is as little as Argon2id allows: tests that are not about hashing sign in many people.
var HashCost = account.HashCost{MemoryKiB: 8, Passes: 1}
