package account

// Attend makes every hashing wait until the test receives from the channel, and every finished one until the test
// sends.
func (a *Accounts) Attend() (hashings chan struct{}) {
	a.hash.queue.coresForStrangers = make(chan struct{}, placesForStrangers)
	a.hash.queue.cores = make(chan struct{})
	return a.hash.queue.cores
}

// Watched returns the number of sessions and tokens with open connections.
func (a *Accounts) Watched() int { return len(a.watch.ids()) }
