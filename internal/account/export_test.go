package account

// Attend makes every hashing wait until the test receives from the channel, and every finished one until the test
// sends.
func (a *Accounts) Attend() (hashings chan struct{}) {
	a.hash.slots = make(chan struct{})
	return a.hash.slots
}

// Watched returns the number of sessions and tokens with open connections.
func (a *Accounts) Watched() int { return len(a.watch.ids()) }
