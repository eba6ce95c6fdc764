package account

// Attend has every hashing that begins wait until the test receives from the channel,
// and every one that is done until the test sends.
func (a *Accounts) Attend() (hashings chan struct{}) {
	a.hash.slots = make(chan struct{})
	return a.hash.slots
}

// Watched counts the sessions and tokens whose connections are watched.
func (a *Accounts) Watched() int { return len(a.watch.ids()) }
