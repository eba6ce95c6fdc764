package store

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/person"
	"visavis/ent/staff"
)

// Locks are always taken in the same order, people before branches and each by ID, so that they cannot deadlock.
// SQLite allows one write at a time and needs no locks.

// LockPeople locks the people of the profiles that read returns until the end of the transaction. If the profiles
// change people while it waits, it locks these, too. Call it before writing anything.
func (tx *Tx) LockPeople(ctx context.Context, read func() ([]*ent.Staff, error)) ([]*ent.Staff, error) {
	locked := map[string]bool{}
	for {
		profiles, err := read()
		if err != nil || tx.engine.dialect() == dialect.SQLite {
			return profiles, err
		}
		var personIDs []string
		for _, profile := range profiles {
			if !locked[profile.PersonID] {
				personIDs = append(personIDs, profile.PersonID)
			}
		}
		if len(personIDs) == 0 {
			return profiles, nil
		}
		if _, err := tx.Person.Query().Where(person.IDIn(personIDs...)).Order(person.ByID()).ForUpdate().IDs(ctx); err != nil {
			return nil, err
		}
		for _, personID := range personIDs {
			locked[personID] = true
		}
	}
}

// LockBranches locks the branches until the end of the transaction, before it is known which of them will change. It
// returns the existing ones as they were when locked.
func (tx *Tx) LockBranches(ctx context.Context, branchIDs ...string) ([]*ent.Branch, error) {
	unlocked := slices.DeleteFunc(slices.Clone(branchIDs), func(branchID string) bool { return tx.branches[branchID] != nil })
	if len(unlocked) > 0 {
		query := tx.Before().Branch.Query().Where(branch.IDIn(unlocked...)).Order(branch.ByID())
		if tx.engine.dialect() == dialect.Postgres {
			query.ForUpdate()
		}
		rows, err := query.All(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			tx.branches[row.ID] = row
		}
	}
	var locked []*ent.Branch
	for _, branchID := range slices.Compact(slices.Sorted(slices.Values(branchIDs))) {
		if row := tx.branches[branchID]; row != nil {
			locked = append(locked, row)
		}
	}
	return locked, nil
}

// LockCustomers locks customers until the end of the transaction, and returns those who exist as they were when locked. Whoever refers to
// one of them in another transaction waits.
func (tx *Tx) LockCustomers(ctx context.Context, customerIDs ...string) ([]*ent.Customer, error) {
	query := tx.Customer.Query().Where(customer.IDIn(customerIDs...)).Order(customer.ByID())
	if tx.engine.dialect() == dialect.Postgres {
		query.ForUpdate()
	}
	return query.All(ctx)
}

// LockAccount locks the account of a profile until the end of the transaction. It returns nil if there is none.
func (tx *Tx) LockAccount(ctx context.Context, staffID string) (*ent.Account, error) {
	query := tx.Account.Query().Where(account.StaffID(staffID))
	if tx.engine.dialect() == dialect.Postgres {
		query.ForUpdate()
	}
	row, err := query.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

// IsLastOwner reports whether the profile is the only owner who can sign in, and keeps that from changing until the
// end of the transaction.
func (tx *Tx) IsLastOwner(ctx context.Context, staffID string) (bool, error) {
	owners, err := tx.LockOwners(ctx)
	return len(owners) == 1 && owners[0].StaffID == staffID, err
}

// LockOwners locks the accounts of all owners until the end of the transaction and returns those who can sign in.
func (tx *Tx) LockOwners(ctx context.Context) ([]*ent.Account, error) {
	query := tx.Account.Query().Order(account.ByID()).
		Where(account.Or(account.PasswordHashNEQ(""), account.HasStaffWith(staff.HasPasskeys())), account.HasStaffWith(staff.RoleEQ(staff.RoleOWNER), staff.ArchivedAtIsNil()))
	if tx.engine.dialect() == dialect.Postgres {
		query.ForUpdate()
	}
	return query.All(ctx)
}
