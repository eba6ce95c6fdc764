package store

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/statement"
)

// locked is what a transaction has locked, as it was then. Orders leave it as it is.
type locked struct {
	people    map[string]string    // by profile
	presences map[string]*Presence // by person
	branches  map[string]*ent.Branch

	isUncertain bool // whether a write that is no order came before in the transaction, and may have changed it
}

func newLocked() *locked {
	return &locked{people: map[string]string{}, presences: map[string]*Presence{}, branches: map[string]*ent.Branch{}}
}

// Presence returns the presence of a person who is locked, nil if the person is not.
func (l *locked) Presence(personID string) *Presence { return l.presences[personID] }

// LockedSequence returns the change sequence that a branch had when it was locked, zero if it is not locked. All until there is
// committed.
func (l *locked) LockedSequence(branchID string) int64 {
	if row := l.branches[branchID]; row != nil && !l.isUncertain {
		return row.ChangeSequence
	}
	return 0
}

// Lock locks the people and branches of the concerns until the end of the transaction, so that what the rules decide about them
// cannot change.
func (tx *Tx) Lock(ctx context.Context, concerns ...Concern) error {
	rows, err := tx.LockPeople(ctx, func() ([]*ent.Staff, error) { return tx.unlockedProfiles(ctx, concerns) })
	if err != nil {
		return err
	}
	var personIDs []string
	for _, row := range rows {
		tx.people[row.ID] = row.PersonID
		if tx.presences[row.PersonID] == nil {
			personIDs = append(personIDs, row.PersonID)
		}
	}
	presences, err := Presences(ctx, tx.Before(), personIDs...)
	if err != nil {
		return err
	}
	var branchIDs []string
	for personID, presence := range presences {
		tx.presences[personID] = presence
		branchIDs = append(branchIDs, presence.BranchIDs...)
	}
	for _, concern := range concerns {
		if concern.BranchID != "" {
			branchIDs = append(branchIDs, concern.BranchID)
		}
	}
	_, err = tx.LockBranches(ctx, branchIDs...)
	return err
}

// unlockedProfiles reads the profiles of the concerns. It leaves out those that are named and locked.
func (tx *Tx) unlockedProfiles(ctx context.Context, concerns []Concern) ([]*ent.Staff, error) {
	var staffIDs []string
	var rows []*ent.Staff
	for _, concern := range concerns {
		for _, staffID := range concern.StaffIDs {
			if tx.people[staffID] == "" {
				staffIDs = append(staffIDs, staffID)
			}
		}
		for _, profiles := range concern.Profiles {
			query := tx.Staff.Query().Where(profiles...)
			query.Select(staff.FieldID, staff.FieldPersonID)
			found, err := query.All(ctx)
			if err != nil {
				return nil, err
			}
			rows = append(rows, found...)
		}
	}
	slices.Sort(staffIDs)
	named, err := statement.ReadPeople(ctx, tx.Before(), slices.Compact(staffIDs))
	return append(rows, named...), err
}
