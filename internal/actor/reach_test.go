package actor_test

import (
	"slices"
	"strings"
	"testing"

	"visavis/internal/actor"
)

// Who may do what where: those who are active in a branch are so in Mitte, and nobody in West.
func TestRolesCountInTheBranchesInWhichAProfileIsActive(t *testing.T) {
	active := []string{"mitte"}
	people := map[string]actor.Actor{
		"a customer":                 {},
		"a member":                   {Role: actor.Member, PersonID: "me", Branches: active},
		"a receptionist":             {Role: actor.Receptionist, PersonID: "me", Branches: active},
		"a manager":                  {Role: actor.Manager, PersonID: "me", Branches: active},
		"a manager without a branch": {Role: actor.Manager, PersonID: "me"},
		"an owner":                   {Role: actor.Owner, PersonID: "me"},
	}
	for question, test := range map[string]struct {
		ask func(actor.Actor) bool
		yes string // who may; the others may not
	}{
		"see their own column in Mitte":       {func(a actor.Actor) bool { return a.MaySee("mitte", "me") }, "a member, a receptionist, a manager, a manager without a branch, an owner"},
		"see their own column in West":        {func(a actor.Actor) bool { return a.MaySee("west", "me") }, "a member, a receptionist, a manager, a manager without a branch, an owner"},
		"see the columns of others in Mitte":  {func(a actor.Actor) bool { return a.MaySee("mitte", "other") }, "a receptionist, a manager, an owner"},
		"see the columns of others in West":   {func(a actor.Actor) bool { return a.MaySee("west", "other") }, "an owner"},
		"keep the customers of Mitte":         {func(a actor.Actor) bool { return a.KeepsCustomers("mitte") }, "a receptionist, a manager, an owner"},
		"keep the customers of West":          {func(a actor.Actor) bool { return a.KeepsCustomers("west") }, "an owner"},
		"set up Mitte":                        {func(a actor.Actor) bool { return a.SetsUp("mitte") }, "a manager, an owner"},
		"set up West":                         {func(a actor.Actor) bool { return a.SetsUp("west") }, "an owner"},
		"make a member of Mitte receptionist": {func(a actor.Actor) bool { return a.MayGrant(actor.Receptionist, active) }, "a receptionist, a manager, an owner"},
		"make a member of both a manager":     {func(a actor.Actor) bool { return a.MayGrant(actor.Manager, []string{"mitte", "west"}) }, "an owner"},
		"make a member of Mitte a manager":    {func(a actor.Actor) bool { return a.MayGrant(actor.Manager, active) }, "a manager, an owner"},
		"make a member of nowhere a manager":  {func(a actor.Actor) bool { return a.MayGrant(actor.Manager, nil) }, "a manager, a manager without a branch, an owner"},
		"make an owner":                       {func(a actor.Actor) bool { return a.MayGrant(actor.Owner, nil) }, "an owner"},
	} {
		for who, person := range people {
			if got, want := test.ask(person), slices.Contains(strings.Split(test.yes, ", "), who); got != want {
				t.Errorf("%s may %s: %v", who, question, got)
			}
		}
	}
}
