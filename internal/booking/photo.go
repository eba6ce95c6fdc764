package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationphoto"
	"visavis/ent/photoupload"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// mostPhotos is how many photos of an appointment are kept at most.
const mostPhotos = 20

// photoFacts are the columns of a photo but its content.
var photoFacts = []string{
	consultationphoto.FieldID, consultationphoto.FieldAppointmentID, consultationphoto.FieldSender, consultationphoto.FieldWidth,
	consultationphoto.FieldHeight, consultationphoto.FieldCreatedAt,
}

// beginForPhotos is beginOf for those who see the photos of the appointment. For others, it is a problem of the field.
func (e *edit) beginForPhotos(ctx context.Context, of predicate.Appointment, field string) (*ent.Appointment, error) {
	row, err := e.beginOf(ctx, of)
	if ent.IsNotFound(err) || err == nil && !actor.Of(ctx).SeesPhotos(row.BranchID, row.PersonID) {
		return nil, problem.New(problem.NotFound, field)
	}
	return row, err
}

// checkPhotos returns a problem of the field if no further photo of the appointment can be kept.
func (e *edit) checkPhotos(ctx context.Context, appointmentID, field string) error {
	count, err := e.ConsultationPhoto.Query().Where(consultationphoto.AppointmentID(appointmentID)).Count(ctx)
	if err == nil && count >= mostPhotos {
		return problem.New(problem.TooManyPhotos, field, mostPhotos)
	}
	return err
}

// withPhoto is the audit trail's record of an appointment with a photo. It has no content.
type withPhoto struct {
	*ent.Appointment
	PhotoID string `json:"photo_id"`
}

// ConsultationPhotosOf returns the photos of appointments without their content, the oldest first. Whoever shows them checks who sees them.
func (b *Booking) ConsultationPhotosOf(ctx context.Context, appointmentIDs []string) (map[string][]*ent.ConsultationPhoto, error) {
	query := b.store.Client().ConsultationPhoto.Query().Where(consultationphoto.AppointmentIDIn(appointmentIDs...)).
		Order(consultationphoto.ByCreatedAt(), consultationphoto.ByID())
	query.Select(photoFacts...)
	rows, err := query.All(ctx)
	photos := map[string][]*ent.ConsultationPhoto{}
	for _, row := range rows {
		photos[row.AppointmentID] = append(photos[row.AppointmentID], row)
	}
	return photos, err
}

// ConsultationPhoto returns a photo with its content, or nil if there is none with the ID that the actor may see.
func (b *Booking) ConsultationPhoto(ctx context.Context, photoID string) (*ent.ConsultationPhoto, error) {
	if !id.Photo.Names(photoID) {
		return nil, nil
	}
	client := b.store.Client()
	of, err := store.OrNil(client.ConsultationPhoto.Query().Where(consultationphoto.ID(photoID)).QueryAppointment().Only(ctx))
	if err != nil || of == nil || !actor.Of(ctx).SeesPhotos(of.BranchID, of.PersonID) {
		return nil, err
	}
	return store.OrNil(client.ConsultationPhoto.Get(ctx, photoID))
}

// ConsultationPhotoDeleteInput names the photo to delete.
type ConsultationPhotoDeleteInput struct{ ID string }

// ConsultationPhotoDelete deletes a photo, and returns its appointment.
func (b *Booking) ConsultationPhotoDelete(ctx context.Context, input ConsultationPhotoDeleteInput) (of *ent.Appointment, err error) {
	const field = "id"
	if err := id.Photo.Check(input.ID, field); err != nil {
		return nil, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		if of, err = e.beginForPhotos(ctx, appointment.HasPhotosWith(consultationphoto.ID(input.ID)), field); err != nil {
			return err
		}
		// Its address would take another one otherwise.
		if _, err := e.PhotoUpload.Delete().Where(photoupload.PhotoID(input.ID)).Exec(ctx); err != nil {
			return err
		}
		if err := e.ConsultationPhoto.DeleteOneID(input.ID).Exec(ctx); err != nil {
			return err
		}
		if err := e.Record(ctx, "consultationPhotoDelete", of.ID, withPhoto{of, input.ID}, of); err != nil {
			return err
		}
		return e.announce(ctx, of)
	})
	if err != nil {
		return nil, err
	}
	return of, b.store.TruncateJournal(ctx)
}

// deletePhotos deletes the photos of appointments, and the addresses for more.
func (e *edit) deletePhotos(ctx context.Context, appointmentIDs []string) error {
	if _, err := e.PhotoUpload.Delete().Where(photoupload.AppointmentIDIn(appointmentIDs...)).Exec(ctx); err != nil {
		return err
	}
	_, err := e.ConsultationPhoto.Delete().Where(consultationphoto.AppointmentIDIn(appointmentIDs...)).Exec(ctx)
	return err
}

// deletePhotosOfFormer deletes the photos of an appointment, and the addresses for more, if it is for another customer now: whoever has the
// appointment has nothing to do with who is seen on them.
func (e *edit) deletePhotosOfFormer(ctx context.Context, before, after *ent.Appointment) error {
	if isSame(before.CustomerID, after.CustomerID) {
		return nil
	}
	isKept, err := e.ConsultationPhoto.Query().Where(consultationphoto.AppointmentID(before.ID)).Exist(ctx)
	if err != nil {
		return err
	}
	e.deletesPhotos = isKept
	return e.deletePhotos(ctx, []string{before.ID})
}
