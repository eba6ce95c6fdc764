package booking

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// FreeSearch asks for the next starts at which staff can book.
type FreeSearch struct {
	BranchID, ServiceID string
	StaffID             *string        // nil: every profile that the actor may see
	From                *civil.Instant // nil: now
	First               int
	ExceptID            *string // of an appointment that makes way, and whose agreed length counts; nil: none
}

// FreeStart is a start with the profiles that are free then, by name.
type FreeStart struct {
	Start civil.Instant
	Staff []*schedule.StaffProfile
}

// mostFreeStarts is the largest number of starts that a search may ask for.
const mostFreeStarts = 50

// FreeStarts returns the next starts at which staff can book the service, ascending, within a month. Nothing but the lead time is to be
// overridden, which only those see who may.
func (b *Booking) FreeStarts(ctx context.Context, search FreeSearch) (starts []*FreeStart, err error) {
	if err := search.check(); err != nil {
		return nil, err
	}
	now := b.clock()
	from := now
	if search.From != nil {
		from = max(now, *search.From)
	}
	first := civil.PossibleDates(from, from).First
	question := schedule.Question{
		BranchID: search.BranchID, ServiceIDs: []string{search.ServiceID}, Now: now,
		Dates: civil.DateRange{First: first, Last: first.AddDays(searchedDays)},
	}
	if search.StaffID != nil {
		question.StaffIDs = []string{*search.StaffID}
	}
	err = b.store.View(ctx, func(client *ent.Client) error {
		snapshot, err := b.snapshotForStaff(ctx, client, question, search.ExceptID)
		if err != nil {
			return err
		}
		starts = byStart(snapshot.Offers(question.Dates, now), from)
		return nil
	})
	return starts[:min(len(starts), search.First)], err
}

func (s FreeSearch) check() error {
	if s.First < 1 || mostFreeStarts < s.First {
		return problem.New(problem.OutOfRange, "first", 1, mostFreeStarts)
	}
	wanted := slot{branchID: s.BranchID, serviceID: s.ServiceID, staffID: s.StaffID}
	if err := wanted.check(); err != nil || s.ExceptID == nil {
		return err
	}
	return id.Appointment.Check(*s.ExceptID, "exceptAppointmentId")
}

// snapshotForStaff returns what a question asks about, with the profiles that the actor may see, as staff book by it.
func (b *Booking) snapshotForStaff(ctx context.Context, client *ent.Client, question schedule.Question, exceptID *string) (*schedule.Snapshot, error) {
	except, err := appointmentToMove(ctx, client, exceptID)
	if err != nil {
		return nil, err
	}
	if except != nil {
		question.Except = appointment.ID(except.ID)
	}
	snapshot, err := b.setUps.Load(ctx, client, question, func(remember func()) { remember() })
	switch {
	case ent.IsNotFound(err):
		return nil, problem.New(problem.NotFound, "branchId")
	case err != nil:
		return nil, err
	case len(snapshot.Services) == 0:
		return nil, problem.New(problem.NotFound, "serviceId")
	}
	if err := (Search{moved: except}).applyAgreedLength(ctx, client, snapshot); err != nil {
		return nil, err
	}
	who := actor.Of(ctx)
	asked := len(snapshot.Members)
	snapshot.Members = slices.DeleteFunc(snapshot.Members, func(m schedule.Member) bool { return !who.MaySee(question.BranchID, m.Row.PersonID) })
	if question.StaffIDs != nil && len(snapshot.Members) < asked {
		return nil, problem.New(problem.OwnColumnOnly, "staffId")
	}
	snapshot = snapshot.ForStaff()
	if who.In(question.BranchID) >= actor.Receptionist {
		snapshot.Branch.Rules.LeadTime = 0 // they may override it, for somebody who stands at the till
	}
	return snapshot, nil
}

// appointmentToMove returns the appointment with the ID, if the actor may see it; nil for a nil ID.
func appointmentToMove(ctx context.Context, client *ent.Client, appointmentID *string) (*ent.Appointment, error) {
	if appointmentID == nil {
		return nil, nil
	}
	row, err := store.OrNil(client.Appointment.Query().Where(appointment.ID(*appointmentID)).Only(ctx))
	if err == nil && (row == nil || !actor.Of(ctx).MaySee(row.BranchID, row.PersonID)) {
		return nil, problem.New(problem.NotFound, "exceptAppointmentId")
	}
	return row, err
}

// byStart returns the starts of the offers from an instant on, ascending, each with its profiles.
func byStart(offers []*schedule.Offer, from civil.Instant) []*FreeStart {
	found := map[civil.Instant]*FreeStart{}
	var list []*FreeStart
	for _, offer := range offers {
		for _, day := range offer.Days {
			for _, at := range day.Starts {
				if at < from {
					continue
				}
				if found[at] == nil {
					found[at] = &FreeStart{Start: at}
					list = append(list, found[at])
				}
				found[at].Staff = append(found[at].Staff, offer.Staff)
			}
		}
	}
	slices.SortFunc(list, func(a, b *FreeStart) int { return cmp.Compare(a.Start, b.Start) })
	return list
}
