package graph

import (
	"context"

	"visavis/ent"
	"visavis/internal/schedule"
)

// videoLinkOf returns the video link by which an appointment takes place, nil if there is none.
func videoLinkOf(ctx context.Context, a *ent.Appointment) (*ent.VideoLink, error) {
	if a.JoinToken == nil {
		return nil, nil
	}
	own, err := load(ctx).videoLink.Load(ctx, a.StaffID)
	if err != nil {
		return nil, err
	}
	branch, err := load(ctx).branch.Load(ctx, a.BranchID)
	if err != nil {
		return nil, err
	}
	return schedule.LinkOf(own, branch), nil
}
