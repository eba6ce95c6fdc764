package reach

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/actor"
)

// MayActAs reports whether the actor may let somebody act as a person: who signs in as one of its profiles sees the
// appointments of all. None of them may have a role above the actor's own in any of its branches.
func MayActAs(ctx context.Context, client *ent.Client, personID string) (bool, error) {
	profiles, err := client.Staff.Query().Where(staff.PersonID(personID)).
		WithMemberships(ActiveMemberships).All(ctx)
	who := actor.Of(ctx)
	return err == nil && !slices.ContainsFunc(profiles, func(profile *ent.Staff) bool {
		return !who.MayGrant(actor.RoleOf(profile.Role), BranchIDs(profile))
	}), err
}
