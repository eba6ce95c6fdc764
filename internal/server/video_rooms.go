package server

import (
	"context"
	"log/slog"

	"visavis/internal/salon"
	"visavis/internal/store"
)

// refreshVideoRooms brings stored video links up to date with this version.
func refreshVideoRooms(ctx context.Context, database *store.Store, logger *slog.Logger) error {
	unclear, err := salon.RefreshVideoRooms(ctx, database)
	if unclear != (salon.UnclearVideoRooms{}) {
		logger.LogAttrs(ctx, slog.LevelWarn, "video links need attention; the page Video calls shows them",
			slog.Int("refused", unclear.Refused), slog.Int("shared", unclear.Shared))
	}
	return err
}
