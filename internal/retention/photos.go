package retention

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/internal/civil"
)

// Limits of the time for which photos are kept, in days after the appointment.
const (
	FewestPhotoDays = 1
	MostPhotoDays   = 365
)

// PhotosUntil returns until when a branch keeps photos of an appointment with an end.
func PhotosUntil(end civil.Instant, photosKeptDays int) civil.Instant {
	return end.Add(time.Duration(photosKeptDays) * 24 * time.Hour)
}

// outdated selects the appointments whose photos have been kept until PhotosUntil.
const outdated = `SELECT a.id FROM appointments AS a
	JOIN branches AS b ON b.id = a.branch_id
	WHERE a.ends_at + b.photos_kept_days * 86400 <= $1 AND a.id IN (SELECT appointment_id FROM consultation_photos)
	LIMIT $2`

// Photos returns at most so many appointments whose photos are to be deleted.
func Photos(ctx context.Context, client *ent.Client, now civil.Instant, most int) (appointmentIDs []string, err error) {
	return ids(ctx, client, outdated, now, most)
}
