package store

import "context"

// signalsChannel is the channel on which a trigger notifies of each committed signal between participants of a room.
const signalsChannel = "visavis_signals"

// ListenForSignals is [Store.Listen] for signals: it calls heard with the number of the room of each.
func (s *Store) ListenForSignals(ctx context.Context, heard func(roomID string)) {
	s.engine.listen(ctx, signalsChannel, heard)
}
