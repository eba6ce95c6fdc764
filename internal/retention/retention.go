// Package retention finds what has been kept for long enough: the customers of a branch who have had no appointment for so long that they are
// to be forgotten, and old photos.
package retention

import (
	"context"

	"visavis/ent"
	"visavis/internal/civil"
)

// Limits of the time after which customers are forgotten, in months.
const (
	FewestMonths = 3
	MostMonths   = 120
)

// Cutoff returns the instant so many months before now, by the clock of the zone.
func Cutoff(zone civil.Zone, now civil.Instant, months int) civil.Instant {
	return civil.InstantOf(zone.Local(now).AddDate(0, -months, 0))
}

// unseen selects the customers of whom the last appointment in any branch, cancelled or not, began in this one before the cutoff, and
// those whom a booking here created before it and who have no appointment. Who has a coming one is not among them.
const unseen = `SELECT customer_id FROM appointments
	WHERE branch_id = $1 AND starts_at < $2 AND customer_id IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM appointments AS later WHERE later.customer_id = appointments.customer_id AND later.starts_at > appointments.starts_at)
	UNION
	SELECT id FROM customers
	WHERE created_in = $1 AND created_at < $2
		AND NOT EXISTS (SELECT 1 FROM appointments WHERE appointments.customer_id = customers.id)`

// Count returns how many customers of a branch have not been seen since the cutoff.
func Count(ctx context.Context, client *ent.Client, branchID string, cutoff civil.Instant) (count int, err error) {
	rows, err := client.QueryContext(ctx, "SELECT count(*) FROM ("+unseen+") AS unseen", branchID, cutoff)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		err = rows.Scan(&count)
	}
	if err == nil {
		err = rows.Err()
	}
	return count, err
}

// Some returns at most so many of these customers.
func Some(ctx context.Context, client *ent.Client, branchID string, cutoff civil.Instant, most int) (customerIDs []string, err error) {
	return ids(ctx, client, unseen+" LIMIT $3", branchID, cutoff, most)
}

// ids returns what a statement selects.
func ids(ctx context.Context, client *ent.Client, statement string, arguments ...any) (found []string, err error) {
	rows, err := client.QueryContext(ctx, statement, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, rows.Err()
}
