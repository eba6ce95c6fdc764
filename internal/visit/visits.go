package visit

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/reach"
)

// Visits are those of a customer that the actor may see.
type Visits struct {
	LastAt  *civil.Instant // start of the last visit; nil: there is none
	NextAt  *civil.Instant // start of the next coming appointment; nil: there is none
	Count   int
	NoShows int
}

// Of returns the visits of customers by customer: those in the branches that the actor keeps; for members, their own.
func Of(ctx context.Context, client *ent.Client, who actor.Actor, now civil.Instant, customerIDs []string) (map[string]*Visits, error) {
	var rows []struct {
		CustomerID string         `sql:"customer_id"`
		LastAt     *civil.Instant `sql:"last_at"`
		NextAt     *civil.Instant `sql:"next_at"`
		Count      int            `sql:"visits"`
		NoShows    int            `sql:"no_shows"`
	}
	aggregate := func(format string, of condition, as string) ent.AggregateFunc {
		return func(s *sql.Selector) string {
			return sql.As(fmt.Sprintf(format, of.of(s, now), s.C(appointment.FieldStartsAt)), as)
		}
	}
	err := client.Appointment.Query().
		Where(appointment.CustomerIDIn(customerIDs...), reach.Visits(who)).
		GroupBy(appointment.FieldCustomerID).
		Aggregate(
			aggregate("MAX(CASE WHEN %[1]s THEN %[2]s END)", isVisit, "last_at"),
			aggregate("MIN(CASE WHEN %[1]s THEN %[2]s END)", isComing, "next_at"),
			aggregate("SUM(CASE WHEN %[1]s THEN 1 ELSE 0 END)", isVisit, "visits"),
			aggregate("SUM(CASE WHEN %[1]s THEN 1 ELSE 0 END)", isNoShow, "no_shows"),
		).Scan(ctx, &rows)
	visits := make(map[string]*Visits, len(rows))
	for _, row := range rows {
		visits[row.CustomerID] = &Visits{LastAt: row.LastAt, NextAt: row.NextAt, Count: row.Count, NoShows: row.NoShows}
	}
	return visits, err
}
