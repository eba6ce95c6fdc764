package targets_test

import (
	"context"
	"fmt"
	"testing"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// branchesOfChain is how many branches with five people each book at once.
const branchesOfChain = 16

// fillChain fills an empty database with the demo salon and further branches that consult by video, and returns their IDs.
func fillChain(b *testing.B, databaseURL string) (ids []string) {
	b.Helper()
	s := storetest.Open(b, store.Options{URL: databaseURL})
	if err := demo.Fill(b.Context(), s, civil.SystemClock); err != nil {
		b.Fatal(err)
	}
	err := s.Write(b.Context(), func(ctx context.Context, tx *store.Tx) error {
		first := tx.Branch.Query().Where(branch.ID(busyBranch)).WithOpeningHours().OnlyX(ctx)
		for i := range branchesOfChain {
			ids = append(ids, addBranch(ctx, tx.Client, first, i))
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return ids
}

// addBranch adds a branch with the opening hours of another one.
func addBranch(ctx context.Context, client *ent.Client, as *ent.Branch, number int) (id string) {
	id = fmt.Sprintf("brn_chain-%d", number)
	client.Branch.Create().SetID(id).SetName(id).SetSlug(fmt.Sprintf("chain-%d", number)).SetTimeZone(as.TimeZone).SetLocale(as.Locale).ExecX(ctx)
	for _, hours := range as.Edges.OpeningHours {
		client.OpeningHours.Create().SetBranchID(id).SetWeekday(hours.Weekday).SetIntervals(hours.Intervals).ExecX(ctx)
	}
	const staff = 5
	for i := range staff {
		person := client.Person.Create().SaveX(ctx)
		name := fmt.Sprintf("Person %d of %d", i, number)
		profile := client.Staff.Create().SetPersonID(person.ID).SetFirstName(name).SetDisplayName(name).SetColor("#0f5c63").SaveX(ctx)
		consult(ctx, client, profile, id)
	}
	return id
}
