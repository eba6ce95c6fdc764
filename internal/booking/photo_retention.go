package booking

import (
	"context"

	"visavis/ent/appointment"
	"visavis/ent/consultationphoto"
	"visavis/ent/photoupload"
	"visavis/internal/actor"
	"visavis/internal/retention"
	"visavis/internal/store"
)

// outdatedAtOnce limits how many appointments are looked for at once.
const outdatedAtOnce = 50

// DeleteOldPhotos deletes photos that have been kept for as long as their branch keeps them, and returns how many, and addresses for photos
// that have expired.
func (b *Booking) DeleteOldPhotos(ctx context.Context) (deleted int, err error) {
	ctx = actor.With(ctx, actor.Actor{IsServer: true})
	for {
		ids, err := retention.Photos(ctx, b.store.Client(), b.clock(), outdatedAtOnce)
		if err != nil {
			return deleted, err
		}
		if len(ids) == 0 {
			break
		}
		for _, appointmentID := range ids { // each in a transaction of its own, which delays nobody
			count, err := b.deleteOldPhotosOf(ctx, appointmentID)
			deleted += count
			if err != nil {
				return deleted, err
			}
		}
	}
	return deleted, b.deleteExpiredUploads(ctx)
}

// deleteOldPhotosOf deletes the photos of an appointment, unless it or they are gone, or to be kept for longer, meanwhile.
func (b *Booking) deleteOldPhotosOf(ctx context.Context, appointmentID string) (deleted int, err error) {
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		deleted = 0
		of, err := store.OrNil(e.beginOf(ctx, appointment.ID(appointmentID)))
		if of == nil || err != nil {
			return err
		}
		branch, err := e.Branch.Get(ctx, of.BranchID)
		if err != nil || retention.PhotosUntil(of.EndsAt, branch.PhotosKeptDays) > e.Now {
			return err
		}
		photoIDs, err := e.ConsultationPhoto.Query().Where(consultationphoto.AppointmentID(of.ID)).
			Order(consultationphoto.ByCreatedAt(), consultationphoto.ByID()).IDs(ctx)
		if err != nil || len(photoIDs) == 0 {
			return err
		}
		if err := e.deletePhotos(ctx, []string{of.ID}); err != nil {
			return err
		}
		deleted, e.deletesPhotos = len(photoIDs), true
		for _, photoID := range photoIDs {
			if err := e.Record(ctx, "consultationPhotoDelete", of.ID, withPhoto{of, photoID}, of); err != nil {
				return err
			}
		}
		return e.announce(ctx, of)
	})
	return deleted, err
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
