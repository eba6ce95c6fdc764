package reach

import (
	"entgo.io/ent/dialect/sql"

	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/branchmembership"
	"visavis/ent/customer"
	"visavis/ent/device"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/ent/videoonlymode"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/lookup"
)

// The conditions of this file look up each row's neighbors by an index. What ent writes instead, IN with a subquery, reads
// all appointments of the branches, however few rows are asked for.

// Customers selects the customers whose records the actor keeps: those who were created in their branches or have had an
// appointment there.
func Customers(who actor.Actor) predicate.Customer {
	return func(s *sql.Selector) {
		switch {
		case who.Role == actor.Owner:
			s.Where(sql.Not(sql.False())) // or else nothing would be left of a disjunction
		case who.Role < actor.Receptionist:
			s.Where(sql.False())
		default:
			s.Where(sql.Or(
				sql.In(s.C(customer.FieldCreatedIn), values(who.Branches)...),
				exists(s, appointment.Table, func(a *sql.SelectTable) *sql.Predicate {
					return sql.And(sql.ColumnsEQ(a.C(appointment.FieldCustomerID), s.C(customer.FieldID)), isIn(who, a))
				}),
			))
		}
	}
}

// mostAmong is the maximum number of branches of [CustomersAmong].
const mostAmong = 20

// CustomersAmong returns selections that together have all of [Customers]; none: of all, or too many.
func CustomersAmong(who actor.Actor) []lookup.Selection {
	if who.Role == actor.Owner || len(who.Branches) > mostAmong {
		return nil
	}
	var among []lookup.Selection
	for _, branchID := range who.Branches {
		among = append(among,
			lookup.Selection{Table: customer.Table, Column: customer.FieldID, Order: customer.FieldID, Where: func(c *sql.SelectTable) *sql.Predicate {
				return sql.EQ(c.C(customer.FieldCreatedIn), branchID)
			}},
			lookup.Selection{Table: appointment.Table, Column: appointment.FieldCustomerID, Order: appointment.FieldStartsAt, Where: func(a *sql.SelectTable) *sql.Predicate {
				return sql.EQ(a.C(appointment.FieldBranchID), branchID)
			}})
	}
	return among
}

// Mails selects the emails about appointments in the actor's branches, and about the access of profiles that they manage.
func Mails(who actor.Actor) predicate.Mail {
	return func(s *sql.Selector) {
		if who.Role == actor.Owner {
			return
		}
		s.Where(sql.Or(
			exists(s, appointment.Table, func(a *sql.SelectTable) *sql.Predicate {
				return sql.And(sql.ColumnsEQ(a.C(appointment.FieldID), s.C(mail.FieldAppointmentID)), isIn(who, a))
			}),
			sql.And(sql.NotNull(s.C(mail.FieldStaffID)), manages(s, who, s.C(mail.FieldStaffID))),
		))
	}
}

// AuditEntries selects what the actor has done, and what was done to the branches, appointments, customers, profiles, tills
// and emails that they reach, to services and categories, and to nothing that has an ID. Of what is deleted, only owners see
// the entries of others.
func AuditEntries(who actor.Actor) predicate.AuditEntry {
	return func(s *sql.Selector) {
		if who.Role == actor.Owner {
			return
		}
		subject := s.C(auditentry.FieldSubjectID)
		inBranch := func(table, idColumn string) *sql.Predicate {
			return exists(s, table, func(t *sql.SelectTable) *sql.Predicate {
				return sql.And(sql.ColumnsEQ(t.C(idColumn), subject), isIn(who, t))
			})
		}
		s.Where(sql.Or(
			sql.EQ(s.C(auditentry.FieldStaffID), who.StaffID),
			sql.EQ(subject, ""),
			sql.In(subject, values(who.Branches)...),
			sql.HasPrefix(subject, string(id.Service)+"_"), sql.HasPrefix(subject, string(id.ServiceCategory)+"_"),
			inBranch(appointment.Table, appointment.FieldID),
			inBranch(device.Table, device.FieldID),
			inBranch(videoonlymode.Table, videoonlymode.FieldID),
			exists(s, staff.Table, func(t *sql.SelectTable) *sql.Predicate {
				return sql.And(sql.ColumnsEQ(t.C(staff.FieldID), subject), manages(s, who, subject))
			}),
			lookUp(s, customer.Table, customer.FieldID, subject, Customers(who)),
			lookUp(s, mail.Table, mail.FieldID, subject, Mails(who)),
		))
	}
}

// manages is whether the actor is a manager of a branch in which the profile is active, or it is active in none.
func manages(s *sql.Selector, who actor.Actor, staffID string) *sql.Predicate {
	isActive := func(m *sql.SelectTable) *sql.Predicate {
		return sql.And(sql.ColumnsEQ(m.C(branchmembership.FieldStaffID), staffID), sql.EQ(m.C(branchmembership.FieldActive), true))
	}
	return sql.Or(
		exists(s, branchmembership.Table, func(m *sql.SelectTable) *sql.Predicate { return sql.And(isActive(m), isIn(who, m)) }),
		sql.Not(exists(s, branchmembership.Table, isActive)),
	)
}

// isIn is whether the branch of a row is one of the actor's. The column has the same name in each table.
func isIn(who actor.Actor, t *sql.SelectTable) *sql.Predicate {
	return sql.In(t.C(appointment.FieldBranchID), values(who.Branches)...)
}

// exists is whether a table has a row that meets the condition, which refers to the outer statement by s.
func exists(s *sql.Selector, table string, condition func(*sql.SelectTable) *sql.Predicate) *sql.Predicate {
	t := sql.Dialect(s.Dialect()).Table(table)
	rows := sql.Dialect(s.Dialect()).SelectExpr(sql.Raw("1")).From(t).Where(condition(t))
	// Otherwise PostgreSQL may make a table of all rows in the branches before it looks at the first outer row.
	return sql.Exists(rows.Limit(1).Offset(0))
}

// lookUp is whether the table has a row with the ID that meets the predicate.
func lookUp[P ~func(*sql.Selector)](s *sql.Selector, table, idColumn, subject string, meets P) *sql.Predicate {
	t := sql.Dialect(s.Dialect()).Table(table)
	inner := sql.Dialect(s.Dialect()).Select(t.C(idColumn)).From(t).Where(sql.ColumnsEQ(t.C(idColumn), subject))
	meets(inner)
	return sql.Exists(inner)
}
