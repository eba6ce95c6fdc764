package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationphoto"
	"visavis/ent/photoupload"
	"visavis/ent/roomparticipant"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/link"
	"visavis/internal/photo"
	"visavis/internal/problem"
	"visavis/internal/retention"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// photoUploadTime is how long the address of a photo can be used.
const photoUploadTime = 10 * time.Minute

// ConsultationPhotoUploadCreateInput is a photo that is going to be sent to the server.
type ConsultationPhotoUploadCreateInput struct {
	AppointmentID string
	Sender        roomparticipant.Role // in the call
}

// PhotoAddress is where to send a photo.
type PhotoAddress struct {
	Path      string
	ExpiresAt civil.Instant
}

// ConsultationPhotoUploadCreate returns an address for one photo of a video appointment. By itself it authorizes nobody.
func (b *Booking) ConsultationPhotoUploadCreate(ctx context.Context, input ConsultationPhotoUploadCreateInput) (address *PhotoAddress, err error) {
	const field = "appointmentId"
	if err := id.Appointment.Check(input.AppointmentID, field); err != nil {
		return nil, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		of, err := e.beginForPhotos(ctx, appointment.ID(input.AppointmentID), field)
		if err != nil {
			return err
		}
		if err := e.checkVideo(ctx, of, field); err != nil {
			return err
		}
		if err := e.checkPhotos(ctx, of.ID, field); err != nil {
			return err
		}
		token := secret.New()
		address = &PhotoAddress{link.PhotoUpload(token), e.Now.Add(photoUploadTime)}
		return e.PhotoUpload.Create().SetID(secret.Hash(token)).SetAppointmentID(of.ID).SetSender(photoupload.Sender(input.Sender)).
			SetPhotoID(id.Photo.New()).SetExpiresAt(address.ExpiresAt).Exec(ctx)
	})
	return address, err
}

// checkVideo returns a problem of the field if an appointment is none by video, or one of which no photos are kept any more.
func (e *edit) checkVideo(ctx context.Context, of *ent.Appointment, field string) error {
	if of.JoinToken == nil { // also once the customer is forgotten
		return problem.New(problem.NotByVideo, field)
	}
	branch, err := e.Branch.Get(ctx, of.BranchID)
	if err == nil && retention.PhotosUntil(of.EndsAt, branch.PhotosKeptDays) <= e.Now {
		return problem.New(problem.PhotoTooLate, field)
	}
	return err
}

// PhotoUpload returns the upload with the token in an address, or nil if it is unknown, expired, or of photos that the actor may not see.
func (b *Booking) PhotoUpload(ctx context.Context, token string) (*ent.PhotoUpload, error) {
	upload, err := store.OrNil(b.store.Client().PhotoUpload.Query().
		Where(photoupload.ID(secret.Hash(form.Copied(token))), photoupload.ExpiresAtGT(b.clock())).WithAppointment().Only(ctx))
	if err != nil || upload == nil {
		return nil, err
	}
	if of := upload.Edges.Appointment; !actor.Of(ctx).SeesPhotos(of.BranchID, of.PersonID) {
		return nil, nil
	}
	return upload, nil
}

// ConsultationPhotoKeep keeps the photo that an upload has brought, and returns it. isNew is false if it was kept before, also by
// another address: then the answer to an earlier attempt was lost, and the photo is returned without its content.
func (b *Booking) ConsultationPhotoKeep(ctx context.Context, upload *ent.PhotoUpload, file []byte) (kept *ent.ConsultationPhoto, isNew bool, err error) {
	const field = "file"
	if kept, err = photoOf(ctx, b.store.Client(), upload); err != nil || kept != nil {
		return kept, false, err
	}
	encoded, err := b.photos.Encode(ctx, file, field)
	if err != nil {
		return nil, false, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		of, err := e.beginForPhotos(ctx, appointment.ID(upload.AppointmentID), field)
		if err != nil {
			return err
		}
		isNew = false
		if kept, err = photoOf(ctx, e.Client, upload); err != nil || kept != nil {
			return err
		}
		// The customer may have been forgotten, or the photo deleted, while this one was sent.
		isExpected, err := e.PhotoUpload.Query().Where(photoupload.ID(upload.ID), photoupload.ExpiresAtGT(e.Now)).Exist(ctx)
		if err != nil {
			return err
		}
		if !isExpected || of.JoinToken == nil {
			return problem.New(problem.NotFound, field)
		}
		if kept, err = e.samePhoto(ctx, upload, encoded); err != nil {
			return err
		}
		if kept != nil { // its address would take another one once the photo is deleted
			return e.PhotoUpload.DeleteOneID(upload.ID).Exec(ctx)
		}
		if err := e.checkPhotos(ctx, of.ID, field); err != nil {
			return err
		}
		kept, err = e.ConsultationPhoto.Create().SetID(upload.PhotoID).SetAppointmentID(of.ID).SetSender(consultationphoto.Sender(upload.Sender)).
			SetWidth(encoded.Width).SetHeight(encoded.Height).SetContent(encoded.Content).SetCreatedAt(e.Now).Save(ctx)
		if err != nil {
			return err
		}
		isNew = true
		if err := e.Record(ctx, "consultationPhotoKeep", of.ID, of, withPhoto{of, kept.ID}); err != nil {
			return err
		}
		return e.announce(ctx, of)
	})
	if err != nil {
		return nil, false, err
	}
	return kept, isNew, nil
}

// photoOf returns the photo that an upload has made, without its content; nil if there is none.
func photoOf(ctx context.Context, client *ent.Client, upload *ent.PhotoUpload) (*ent.ConsultationPhoto, error) {
	query := client.ConsultationPhoto.Query().Where(consultationphoto.ID(upload.PhotoID))
	query.Select(photoFacts...)
	return store.OrNil(query.Only(ctx))
}

// samePhoto returns the photo with the same content that another address of the same call has made, without its content; nil if there is none.
func (e *edit) samePhoto(ctx context.Context, upload *ent.PhotoUpload, encoded photo.Photo) (*ent.ConsultationPhoto, error) {
	query := e.ConsultationPhoto.Query().Where(
		consultationphoto.AppointmentID(upload.AppointmentID), consultationphoto.SenderEQ(consultationphoto.Sender(upload.Sender)),
		consultationphoto.Width(encoded.Width), consultationphoto.Height(encoded.Height), consultationphoto.Content(encoded.Content))
	query.Select(photoFacts...)
	return store.OrNil(query.First(ctx))
}
