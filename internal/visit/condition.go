// Package visit reads the visits of customers, and lists and filters customers by them. A visit is an appointment that has begun and was neither
// cancelled nor missed. What is booked and has not begun is coming.
package visit

import (
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"

	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
)

// A condition is one about appointments at an instant.
type condition struct {
	statuses []appointment.Status
	inTime   func(table columns, now civil.Instant) string // nil: at any time
}

var (
	isVisit  = condition{[]appointment.Status{appointment.StatusCONFIRMED, appointment.StatusCOMPLETED}, hasBegun}
	isComing = condition{[]appointment.Status{appointment.StatusCONFIRMED}, isAheadOf}
	isNoShow = condition{statuses: []appointment.Status{appointment.StatusNO_SHOW}}
)

// columns are those of a table in a statement.
type columns interface{ C(name string) string }

func hasBegun(table columns, now civil.Instant) string {
	return fmt.Sprintf("%s <= %d", table.C(appointment.FieldStartsAt), now)
}

func isAheadOf(table columns, now civil.Instant) string {
	return fmt.Sprintf("%s > %d", table.C(appointment.FieldStartsAt), now)
}

// of is whether an appointment of a table meets the condition.
func (c condition) of(table columns, now civil.Instant) string {
	return c.and(table.C(appointment.FieldStatus)+" IN "+c.listed(), table, now)
}

// unindexed is the same, without the use of an index by status: the appointments of one customer or branch are few, those of a status are
// not.
func (c condition) unindexed(table columns, now civil.Instant) string {
	return c.and("COALESCE("+table.C(appointment.FieldStatus)+", '') IN "+c.listed(), table, now)
}

func (c condition) and(hasStatus string, table columns, now civil.Instant) string {
	if c.inTime == nil {
		return hasStatus
	}
	return hasStatus + " AND " + c.inTime(table, now)
}

// listed returns the statuses as a list in SQL.
func (c condition) listed() string {
	texts := make([]string, len(c.statuses))
	for i, status := range c.statuses {
		texts[i] = "'" + string(status) + "'"
	}
	return "(" + strings.Join(texts, ", ") + ")"
}

// ofCustomer is whether an appointment of a table is one of a customer, in the branches that the actor keeps, and meets the condition. The
// index by customer has the branch before the status.
func (c condition) ofCustomer(who actor.Actor, now civil.Instant, table columns, customerID string) *sql.Predicate {
	of := sql.ColumnsEQ(table.C(appointment.FieldCustomerID), customerID)
	if who.Role == actor.Owner {
		return sql.And(of, sql.ExprP(c.unindexed(table, now)))
	}
	return sql.And(of, sql.In(table.C(appointment.FieldBranchID), anyOf(who.Branches)...), sql.ExprP(c.of(table, now)))
}
