package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// mayChangeRole keeps everybody from giving a role above their own, from changing
// whoever has one, and the last owner from becoming anything else.
func (e *edit) mayChangeRole(ctx context.Context, row *ent.Staff, role *staff.Role) error {
	if err := mayChange(ctx, row, "id"); err != nil {
		return err
	}
	if role == nil || *role == row.Role {
		return nil
	}
	if actor.RoleOf(*role) > actor.Of(ctx).Role {
		return problem.New(problem.RoleTooHigh, "role")
	}
	return e.keepAnOwner(ctx, row.ID, "role")
}

// mayArchive is the same for a profile that goes, or comes back.
func (e *edit) mayArchive(ctx context.Context, row *ent.Staff, at *civil.Instant) error {
	if err := mayChange(ctx, row, "id"); err != nil || at == nil {
		return err
	}
	return e.keepAnOwner(ctx, row.ID, "id")
}

func mayChange(ctx context.Context, row *ent.Staff, field string) error {
	if actor.RoleOf(row.Role) > actor.Of(ctx).Role {
		return problem.New(problem.RoleTooHigh, field)
	}
	return nil
}

// keepAnOwner refuses to take an owner away when nobody else could sign in as one:
// the salon would be locked for good.
func (e *edit) keepAnOwner(ctx context.Context, staffID, field string) error {
	last, err := e.IsLastOwner(ctx, staffID)
	if err == nil && last {
		return problem.New(problem.LastOwner, field)
	}
	return err
}
