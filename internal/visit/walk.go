package visit

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
)

// A Walk reads customers who meet a filter in an order by visits. It reads the appointments in the order of their starts, as an index has
// them, each customer at the appointment that counts. So a page costs what it shows, not what the salon has.
type Walk struct {
	Who    actor.Actor
	Now    civil.Instant
	Order  Order
	Filter Filter
}

// An Order is one by the start of an appointment of each customer.
type Order struct {
	counts condition // of the appointments that count
	isPast bool      // the newest of them counts and comes first; else the earliest
}

// The orders: by the last visit, the newest first, and by the next coming appointment, the earliest first.
var (
	ByLast = Order{isVisit, true}
	ByNext = Order{isComing, false}
)

// A Visited customer is one with the start of the appointment that counts.
type Visited struct {
	CustomerID string
	StartsAt   civil.Instant
}

// Behind returns customers with a visit behind one of them, so many at most; from the beginning if that is nil. The appointments of each
// status or branch, which an index has together, are a stream.
func (w Walk) Behind(ctx context.Context, client *ent.Client, after *Visited, limit int) ([]Visited, error) {
	var all *sql.Selector
	for _, of := range w.streams() {
		stream := sql.Dialect(dialect.Postgres).Select(appointment.FieldCustomerID, appointment.FieldStartsAt).From(w.stream(of, after, limit).As("stream"))
		if all == nil {
			all = stream
		} else {
			all.UnionAll(stream)
		}
	}
	if all == nil {
		return nil, nil
	}
	merged := sql.Dialect(dialect.Postgres).Select(appointment.FieldCustomerID, appointment.FieldStartsAt).From(all.As("merged")).Limit(limit)
	merged.OrderBy(w.Order.sorted(appointment.FieldStartsAt), w.Order.sorted(appointment.FieldCustomerID))
	statement, arguments := merged.Query() // in PostgreSQL's words, which SQLite understands as well
	rows, err := client.QueryContext(ctx, statement, arguments...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var found []Visited
	for rows.Next() {
		var v Visited
		if err := rows.Scan(&v.CustomerID, &v.StartsAt); err != nil {
			return nil, err
		}
		found = append(found, v)
	}
	return found, rows.Err()
}

// mostStreams is how many branches have a stream of their own; more are read together.
const mostStreams = 20

// A selection selects some appointments of a table.
type selection func(a *sql.SelectTable) *sql.Predicate

// streams select appointments that an index has in the order of their starts.
func (w Walk) streams() []selection {
	var streams []selection
	if w.Who.Role == actor.Owner {
		for _, status := range w.Order.counts.statuses {
			streams = append(streams, func(a *sql.SelectTable) *sql.Predicate {
				return sql.And(sql.EQ(a.C(appointment.FieldStatus), status), sql.ExprP(w.Order.counts.inTime(a, w.Now)))
			})
		}
		return streams
	}
	size := 1
	if len(w.Who.Branches) > mostStreams {
		size = len(w.Who.Branches)
	}
	for some := range slices.Chunk(anyOf(w.Who.Branches), size) {
		streams = append(streams, func(a *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.In(a.C(appointment.FieldBranchID), some...), sql.ExprP(w.Order.counts.unindexed(a, w.Now)))
		})
	}
	return streams
}

// stream selects the first customers of a stream behind one, each at the appointment that counts.
func (w Walk) stream(of selection, after *Visited, limit int) *sql.Selector {
	builder := sql.Dialect(dialect.Postgres)
	a, b := builder.Table(appointment.Table).As("a"), builder.Table(appointment.Table).As("b")
	start, customerID := a.C(appointment.FieldStartsAt), a.C(appointment.FieldCustomerID)
	stream := builder.Select(customerID, start).From(a).Where(of(a)).Where(sql.NotNull(customerID))
	if after != nil {
		stream.Where(w.Order.behind(start, customerID, after))
	}
	if w.Filter != (Filter{}) {
		stream.Where(w.Filter.of(w.Who, w.Now, customerID))
	}
	return stream.Where(w.isFirst(a, b)).OrderBy(w.Order.sorted(start), w.Order.sorted(customerID)).Limit(limit)
}

// isFirst is whether no other appointment of the customer counts instead.
func (w Walk) isFirst(a, b *sql.SelectTable) *sql.Predicate {
	start, otherStart := a.C(appointment.FieldStartsAt), b.C(appointment.FieldStartsAt)
	other := sql.Dialect(dialect.Postgres).SelectExpr(sql.Raw("1")).From(b).
		Where(w.Order.counts.ofCustomer(w.Who, w.Now, b, a.C(appointment.FieldCustomerID)))
	isBefore := sql.ColumnsGT
	if !w.Order.isPast {
		isBefore = sql.ColumnsLT
	}
	other.Where(sql.Or(isBefore(otherStart, start), sql.And(sql.ColumnsEQ(otherStart, start), isBefore(b.C(appointment.FieldID), a.C(appointment.FieldID)))))
	// Otherwise PostgreSQL may join all appointments before it looks at the first.
	return sql.NotExists(other.Limit(1).Offset(0))
}

// behind is whether a row is behind a customer.
func (o Order) behind(start, customerID string, after *Visited) *sql.Predicate {
	until, beyond := sql.GTE, sql.GT
	if o.isPast {
		until, beyond = sql.LTE, sql.LT
	}
	// The first says so to an index.
	return sql.And(until(start, after.StartsAt), sql.Or(beyond(start, after.StartsAt), sql.And(sql.EQ(start, after.StartsAt), beyond(customerID, after.CustomerID))))
}

// sorted is a column in the direction of the order.
func (o Order) sorted(column string) string {
	if o.isPast {
		return sql.Desc(column)
	}
	return sql.Asc(column)
}
