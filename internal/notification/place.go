package notification

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/staff"
	"visavis/internal/store"
)

// PlaceOf returns the first branch in which a person is active, and the notified profile is too, unless it sees every branch; nil: none.
func PlaceOf(ctx context.Context, client *ent.Client, personID string, notified *ent.Staff) (*ent.Branch, error) {
	active := branchmembership.Active(true)
	places := client.Branch.Query().Where(branch.HasMembershipsWith(active, branchmembership.HasStaffWith(staff.PersonID(personID))))
	if notified.Role != staff.RoleOWNER {
		places.Where(branch.HasMembershipsWith(active, branchmembership.StaffID(notified.ID)))
	}
	return store.OrNil(places.Order(ent.Asc(branch.FieldOrderKey, branch.FieldID)).First(ctx))
}
