package booking

import (
	"context"

	"visavis/ent/consultationphoto"
	"visavis/ent/photoupload"
	"visavis/internal/retention"
	"visavis/internal/store"
)

// photosAtOnce limits how many photos are deleted in one transaction, so that it delays nobody.
const photosAtOnce = 50

// DeleteOldPhotos deletes photos that have been kept for as long as their branch keeps them, and returns how many, and addresses for photos
// that have expired.
func (b *Booking) DeleteOldPhotos(ctx context.Context) (deleted int, err error) {
	for {
		ids, err := retention.Photos(ctx, b.store.Client(), b.clock(), photosAtOnce)
		if err != nil {
			return deleted, err
		}
		if len(ids) == 0 {
			break
		}
		err = b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.ConsultationPhoto.Delete().Where(consultationphoto.IDIn(ids...)).Exec(ctx)
			return err
		})
		if err != nil {
			return deleted, err
		}
		deleted += len(ids)
	}
	if err := b.deleteExpiredUploads(ctx); err != nil || deleted == 0 {
		return deleted, err
	}
	return deleted, b.store.TruncateJournal(ctx)
}

func (b *Booking) deleteExpiredUploads(ctx context.Context) error {
	expired := photoupload.ExpiresAtLTE(b.clock())
	is, err := b.store.Client().PhotoUpload.Query().Where(expired).Exist(ctx)
	if err != nil || !is {
		return err // mostly nothing is to be written
	}
	return b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.PhotoUpload.Delete().Where(expired).Exec(ctx)
		return err
	})
}
