package store

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/person"
)

// The order of locks is always the same, people before branches and each by ID:
// so two who want the same ones never wait for each other. SQLite lets one write
// at a time and needs no locks.

// LockPeople makes others who want the people of the profiles that read gives wait
// until the end of the transaction. While we wait ourselves, the profiles may get
// other people: then these are locked, too. It comes before anything is written.
func (tx *Tx) LockPeople(ctx context.Context, read func() ([]*ent.Staff, error)) ([]*ent.Staff, error) {
	locked := map[string]bool{}
	for {
		profiles, err := read()
		if err != nil {
			return nil, err
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
		slices.Sort(personIDs)
		for _, personID := range slices.Compact(personIDs) {
			if err := tx.lockPerson(ctx, personID); err != nil {
				return nil, err
			}
			locked[personID] = true
		}
	}
}

func (tx *Tx) lockPerson(ctx context.Context, personID string) error {
	query := tx.Person.Query().Where(person.ID(personID))
	if tx.engine.dialect() == dialect.Postgres {
		query.ForUpdate()
	}
	_, err := query.Only(ctx)
	return err
}

// LockBranches makes others who want to write to the branches wait until the end
// of the transaction, before it is known which of them will change.
func (tx *Tx) LockBranches(ctx context.Context, branchIDs ...string) error {
	_, err := tx.lockBranches(ctx, branchIDs)
	return err
}

func (tx *Tx) lockBranches(ctx context.Context, branchIDs []string) ([]*ent.Branch, error) {
	query := tx.Branch.Query().Where(branch.IDIn(branchIDs...)).Order(branch.ByID())
	if tx.engine.dialect() == dialect.Postgres {
		query.ForUpdate()
	}
	return query.All(ctx)
}
