package transport

import "cmp"

// Limits bound the open sockets and event streams, and the operations that run over
// them. Zero stands for the default.
type Limits struct {
	Connections        int // of everybody together
	NetworkConnections int // of the strangers in one network
	AccountConnections int // of one account
	Operations         int
	NetworkOperations  int
	AccountOperations  int
}

func (l Limits) withDefaults() Limits {
	return Limits{
		Connections:        cmp.Or(l.Connections, 4_000),
		NetworkConnections: cmp.Or(l.NetworkConnections, 50),
		AccountConnections: cmp.Or(l.AccountConnections, 100),
		Operations:         cmp.Or(l.Operations, 10_000),
		NetworkOperations:  cmp.Or(l.NetworkOperations, 100),
		AccountOperations:  cmp.Or(l.AccountOperations, 500),
	}
}

// A Caller is whose connections are counted together: an account, or the strangers in a
// network.
type Caller struct {
	ID         string
	IsStranger bool
}

// usage is how much is open.
type usage struct{ connections, operations int }

func (u usage) plus(more usage) usage {
	return usage{u.connections + more.connections, u.operations + more.operations}
}

func (u usage) minus(less usage) usage {
	return usage{u.connections - less.connections, u.operations - less.operations}
}

func (u usage) fits(most usage) bool {
	return u.connections <= most.connections && u.operations <= most.operations
}

// most returns what one caller may use.
func (l Limits) most(caller Caller) usage {
	if caller.IsStranger {
		return usage{l.NetworkConnections, l.NetworkOperations}
	}
	return usage{l.AccountConnections, l.AccountOperations}
}

// total returns what all may use together, or all strangers: they leave a quarter to
// accounts.
func (l Limits) total(areStrangers bool) usage {
	if areStrangers {
		return usage{max(l.Connections*3/4, 1), max(l.Operations*3/4, 1)}
	}
	return usage{l.Connections, l.Operations}
}
