package graph

import (
	"context"

	"visavis/ent"
	"visavis/internal/actor"
)

// mayReadAccess reports whether the actor may read how a profile that they see signs in: their own, or as a manager.
func mayReadAccess(ctx context.Context, profile *ent.Staff) bool {
	who := actor.Of(ctx)
	return who.Role >= actor.Manager || who.PersonID == profile.PersonID
}
