package graph

import (
	"context"

	"visavis/ent"
)

// pictureOf returns the picture with the ID; nil without one.
func pictureOf(ctx context.Context, pictureID *string) (*ent.Picture, error) {
	if pictureID == nil {
		return nil, nil
	}
	return load(ctx).picture.Load(ctx, *pictureID)
}
