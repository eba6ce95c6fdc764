package visit

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/lookup"
	"visavis/internal/reach"
)

// A Filter selects customers by their visits and their record. A nil field does not filter.
type Filter struct {
	HasComing  *bool // an appointment is coming
	HasNoShows *bool
	Confirmed  *bool // the facts of the record
}

// of is whether the customer with the ID, which is a column, meets the filter.
func (f Filter) of(who actor.Actor, now civil.Instant, id string) *sql.Predicate {
	all := []*sql.Predicate{}
	if f.HasComing != nil {
		all = append(all, wanted(*f.HasComing, hasAppointment(who, now, id, isComing)))
	}
	if f.HasNoShows != nil {
		all = append(all, wanted(*f.HasNoShows, hasAppointment(who, now, id, isNoShow)))
	}
	if f.Confirmed != nil {
		all = append(all, wanted(!*f.Confirmed, isUnconfirmed(id)))
	}
	return sql.And(all...)
}

func wanted(is bool, p *sql.Predicate) *sql.Predicate {
	if is {
		return p
	}
	return sql.Not(p)
}

// hasAppointment is whether a customer has an appointment that the actor may see and that meets the condition.
func hasAppointment(who actor.Actor, now civil.Instant, id string, meets condition) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		builder := sql.Dialect(b.Dialect())
		a := builder.Table(appointment.Table).As("a_filter")
		rows := builder.SelectExpr(sql.Raw("1")).From(a).Where(meets.ofCustomer(who, now, a, id))
		// Otherwise PostgreSQL may make a table of all such appointments first.
		b.WriteString("EXISTS (").Join(rows.Limit(1).Offset(0)).WriteString(")")
	})
}

// isUnconfirmed is whether the record of a customer is unconfirmed.
func isUnconfirmed(id string) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		builder := sql.Dialect(b.Dialect())
		c := builder.Table(customer.Table).As("c_filter")
		rows := builder.SelectExpr(sql.Raw("1")).From(c).Where(sql.And(sql.ColumnsEQ(c.C(customer.FieldID), id), sql.IsNull(c.C(customer.FieldConfirmedAt))))
		b.WriteString("EXISTS (").Join(rows.Limit(1).Offset(0)).WriteString(")")
	})
}

// Within selects the customers whose records the actor keeps and who meet the filter. With an order, it leaves out those with an appointment
// that counts in it.
func (f Filter) Within(who actor.Actor, now civil.Instant, without *Order) predicate.Customer {
	return func(s *sql.Selector) {
		reach.Customers(who)(s)
		if f != (Filter{}) {
			s.Where(f.of(who, now, s.C(customer.FieldID)))
		}
		if without != nil {
			s.Where(sql.Not(hasAppointment(who, now, s.C(customer.FieldID), without.counts)))
		}
	}
}

// Among returns selections that together have all who meet the filter, where an index has them together: of owners only, since others
// begin at their branches. It returns none if the filter leaves most.
func (f Filter) Among(who actor.Actor, now civil.Instant) []lookup.Selection {
	isTrue := func(given *bool) bool { return given != nil && *given }
	ofAppointments := func(status appointment.Status, since civil.Instant) []lookup.Selection {
		return []lookup.Selection{{Table: appointment.Table, Column: appointment.FieldCustomerID, Order: appointment.FieldStartsAt,
			Where: func(a *sql.SelectTable) *sql.Predicate {
				return sql.And(sql.EQ(a.C(appointment.FieldStatus), status), sql.GT(a.C(appointment.FieldStartsAt), since), sql.NotNull(a.C(appointment.FieldCustomerID)))
			}}}
	}
	switch {
	case who.Role != actor.Owner:
		return nil
	case isTrue(f.HasNoShows):
		return ofAppointments(appointment.StatusNO_SHOW, 0)
	case f.Confirmed != nil && !*f.Confirmed:
		return []lookup.Selection{{Table: customer.Table, Column: customer.FieldID, Order: customer.FieldOrderKey,
			Where: func(c *sql.SelectTable) *sql.Predicate { return sql.IsNull(c.C(customer.FieldConfirmedAt)) }}}
	case isTrue(f.HasComing):
		return ofAppointments(appointment.StatusCONFIRMED, now)
	default:
		return nil
	}
}

func anyOf(ids []string) []any {
	values := make([]any, len(ids))
	for i, id := range ids {
		values[i] = id
	}
	return values
}
