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

// outdated selects the photos that have been kept until PhotosUntil.
const outdated = `SELECT p.id FROM consultation_photos AS p
	JOIN appointments AS a ON a.id = p.appointment_id
	JOIN branches AS b ON b.id = a.branch_id
	WHERE a.ends_at + b.photos_kept_days * 86400 <= $1
	LIMIT $2`

// Photos returns at most so many photos that are to be deleted.
func Photos(ctx context.Context, client *ent.Client, now civil.Instant, most int) (photoIDs []string, err error) {
	return ids(ctx, client, outdated, now, most)
}
