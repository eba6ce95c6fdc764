package store

import (
	"context"

	"visavis/ent"
	"visavis/internal/statement"
)

// A Presence is where the time of a person is offered.
type Presence struct {
	ProfileIDs []string // of the person
	BranchIDs  []string // in which the person works; some may come twice
}

// Presences returns the presence of each person. A booking of the person affects the starts there, and no others.
func Presences(ctx context.Context, client *ent.Client, personIDs ...string) (map[string]*Presence, error) {
	presences := make(map[string]*Presence, len(personIDs))
	for _, personID := range personIDs {
		presences[personID] = &Presence{}
	}
	err := statement.ReadMemberships(ctx, client, personIDs, func(personID, staffID string, branchID *string) {
		of := presences[personID]
		if len(of.ProfileIDs) == 0 || of.ProfileIDs[len(of.ProfileIDs)-1] != staffID {
			of.ProfileIDs = append(of.ProfileIDs, staffID)
		}
		if branchID != nil {
			of.BranchIDs = append(of.BranchIDs, *branchID)
		}
	})
	return presences, err
}
