// Package accounttest holds settings for tests of other packages that use accounts.
package accounttest

import "visavis/internal/account"

// HashCost is the minimum that Argon2id allows. It keeps tests fast that sign in many people.
var HashCost = account.HashCost{MemoryKiB: 8, Passes: 1}
