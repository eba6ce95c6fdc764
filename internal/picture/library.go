package picture

import (
	"context"
	"encoding/base64"
	"errors"
	"log/slog"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/picture"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/repeat"
	"visavis/internal/store"
)

const (
	// unusedFor is how long a picture stays to which nothing refers, so that a change can be undone.
	unusedFor = time.Hour
	// removeEvery is the interval between two searches for unused pictures.
	removeEvery = 10 * time.Minute
)

// Library keeps pictures. It is safe for concurrent use.
//
// The names of its use cases are those of the API's mutations.
type Library struct {
	store  *store.Store
	clock  civil.Clock
	copies *copies
}

// NewLibrary returns the pictures of a database.
func NewLibrary(database *store.Store, clock civil.Clock) *Library {
	return &Library{store: database, clock: clock, copies: newCopies()}
}

// PictureAddInput is a picture to be kept.
type PictureAddInput struct{ Content string } // a file in Base64

// PictureAdd keeps a picture, which something has to refer to within the hour. The same one again changes nothing else.
func (l *Library) PictureAdd(ctx context.Context, input PictureAddInput) (*ent.Picture, error) {
	const field = "content"
	content, err := base64.StdEncoding.DecodeString(strings.TrimSpace(input.Content))
	if err != nil {
		return nil, problem.New(problem.PictureInvalid, field)
	}
	accepted, err := Accept(content, field)
	if err != nil {
		return nil, err
	}
	var kept *ent.Picture
	err = l.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		now := l.clock()
		kept, err = tx.Picture.Get(ctx, accepted.ID())
		if err == nil {
			kept, err = kept.Update().SetUsedAt(now).Save(ctx)
			return err
		}
		if !ent.IsNotFound(err) {
			return err
		}
		kept, err = tx.Picture.Create().SetID(accepted.ID()).SetContentType(accepted.ContentType).SetWidth(accepted.Width).
			SetHeight(accepted.Height).SetContent(accepted.Content).SetUsedAt(now).Save(ctx)
		if store.Fault(err) == store.ErrDuplicate {
			return errAddedMeanwhile
		}
		if err != nil {
			return err
		}
		e := audit.Edit{Tx: tx, Now: now}
		return e.Record(ctx, "pictureAdd", kept.ID, nil, kept)
	})
	if errors.Is(err, errAddedMeanwhile) {
		return l.Picture(ctx, accepted.ID())
	}
	return kept, err
}

// errAddedMeanwhile rolls back an addition that another one of the same picture has preceded.
var errAddedMeanwhile = errors.New("the picture was added meanwhile")

// Picture returns a picture with its content, or nil if there is none with the ID.
func (l *Library) Picture(ctx context.Context, pictureID string) (*ent.Picture, error) {
	if !id.Picture.Names(pictureID) {
		return nil, nil
	}
	row, err := l.store.Client().Picture.Get(ctx, pictureID)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

// Described is a batch of pictures without their content, by their IDs.
func (l *Library) Described(ctx context.Context, pictureIDs []string) (map[string]*ent.Picture, error) {
	query := l.store.Client().Picture.Query().Where(picture.IDIn(pictureIDs...))
	query.Select(picture.FieldID, picture.FieldContentType, picture.FieldWidth, picture.FieldHeight)
	rows, err := query.All(ctx)
	described := map[string]*ent.Picture{}
	for _, row := range rows {
		described[row.ID] = row
	}
	return described, err
}

// RemoveUnused returns a task that removes pictures that nothing refers to, again and again, until its context is done.
func (l *Library) RemoveUnused(logger *slog.Logger) func(context.Context) {
	return repeat.Every(removeEvery, func(ctx context.Context) {
		if _, err := l.RemoveUnusedNow(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot remove unused pictures", slog.Any("error", err))
		}
	})
}

// RemoveUnusedNow removes pictures that nothing has referred to since some time, and returns how many.
func (l *Library) RemoveUnusedNow(ctx context.Context) (removed int, err error) {
	err = l.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		removed, err = tx.Picture.Delete().Where(
			picture.UsedAtLT(l.clock().Add(-unusedFor)), picture.Not(picture.HasBranches()), picture.Not(picture.HasProfiles()),
		).Exec(ctx)
		return err
	})
	return removed, err
}
