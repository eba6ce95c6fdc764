package booking

import (
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/statement"
)

// known is what the customer of an appointment knows of it.
type known struct {
	start              civil.Instant
	staffID, serviceID string // empty: unknown
	minutes            int    // 0: unknown
}

func knownOf(a *ent.Appointment) known {
	return known{a.StartsAt, a.StaffID, a.ServiceID, int(a.EndsAt.Sub(a.StartsAt) / time.Minute)}
}

// knownTo returns what the customer knows: the state before the first change of which no mail has told.
func knownTo(before *ent.Appointment, dropped []statement.Drop) known {
	for _, d := range dropped {
		if (d.Kind == mail.KindMOVED || d.Kind == mail.KindCHANGED) && d.MovedFromStart != nil {
			return known{*d.MovedFromStart, d.MovedFromStaffID, d.ChangedFromServiceID, d.ChangedFromMinutes}
		}
	}
	return knownOf(before)
}

// describe writes into a mail what was before. The mail is about a move if the start or the person differs, whatever changed last.
func (k known) describe(m *ent.Mail, now *ent.Appointment) {
	m.MovedFromStart, m.MovedFromStaffID, m.ChangedFromServiceID, m.ChangedFromMinutes = &k.start, k.staffID, k.serviceID, k.minutes
	if k.start != now.StartsAt || k.staffID != now.StaffID {
		m.Kind = mail.KindMOVED
	}
}
