package demo

import (
	"fmt"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/service"
	"visavis/internal/civil"
	"visavis/internal/secret"
)

// withoutOutcome is how many of the last appointments of a branch nobody has said yet how they went.
const withoutOutcome = 2

// book returns the appointments of the visits, each with the customer whose turn it is.
func (p *planning) book(visits []visit, regulars []*regular) []*ent.Appointment {
	list := make([]*ent.Appointment, len(visits))
	for i, v := range visits {
		who := next(regulars, v.branchID)
		who.due = v.start.Add(who.every)
		list[i] = p.appointment(i, v, who)
		who.book(list[i])
	}
	open := map[string]int{}
	for i := len(list) - 1; i >= 0; i-- {
		if a := list[i]; a.EndsAt <= p.now && a.Status != appointment.StatusCANCELLED && open[a.BranchID] < withoutOutcome {
			a.Status = appointment.StatusCONFIRMED
			open[a.BranchID]++
		}
	}
	return list
}

// appointment returns an appointment as the booking would have left it.
func (p *planning) appointment(number int, v visit, who *regular) *ent.Appointment {
	a := &ent.Appointment{
		ID: fmt.Sprintf("apt_demo-%04d", number+1), BranchID: v.branchID, StaffID: v.member.staffID(), PersonID: v.member.personID(), ServiceID: v.service.id,
		StartsAt: v.start, EndsAt: v.end(), BlockedUntil: v.freeAt(), CreatedAt: p.bookedAt(v.start),
		Source: appointment.SourceSTAFF, Version: 1, CustomerID: &who.customer.ID, Secret: new(secret.New()), // nobody can compute it, in any demo
	}
	if v.isSoon {
		a.ID = soonID
	}
	who.write(a)
	if who.customer.Email != nil && p.random.IntN(3) > 0 {
		a.Source, a.ContactTimeZone, a.TermsVersion, a.PrivacyNoticeVersion = appointment.SourceONLINE, timeZone, 1, 1
	}
	if v.service.delivery == service.DeliveryVIDEO {
		a.JoinToken, a.RoomName = new(secret.New()), secret.New()
	}
	a.Status = p.status(v)
	a.Live = a.Status != appointment.StatusCANCELLED
	if !a.Live {
		a.Version++
	}
	if p.random.IntN(9) == 0 {
		a.Note = notes[p.random.IntN(len(notes))]
	}
	return a
}

var notes = []string{"Bitte nur die Spitzen.", "Kommt fünf Minuten später.", "Möchte über Strähnen sprechen.", "Zum ersten Mal kurz.", "Braucht einen Parkplatz vor der Tür."}

// bookedAt returns when a visit was booked: while the salon was open, up to five weeks before, and not since yesterday.
func (p *planning) bookedAt(start civil.Instant) civil.Instant {
	before, ago := 1+p.random.IntN(35), 2+p.random.IntN(8)
	date := min(p.zone.Date(start).AddDays(-before), p.today.AddDays(-ago))
	for !isOpenOn(date.Weekday()) {
		date = date.AddDays(-1)
	}
	return p.at(date, civil.NewTimeOfDay(9, p.random.IntN(10*60)))
}

// status draws how a visit went, if it has ended, or whether a coming one was cancelled.
func (p *planning) status(v visit) appointment.Status {
	drawn := p.random.IntN(100)
	switch {
	case v.end() > p.now && (drawn >= 3 || v.start <= p.now || v.member.name == ill || v.isSoon):
		return appointment.StatusCONFIRMED
	case v.end() > p.now || drawn < 7:
		return appointment.StatusCANCELLED
	case drawn < 12:
		return appointment.StatusNO_SHOW
	default:
		return appointment.StatusCOMPLETED
	}
}
