package booking

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// A slot is a start in a branch, for a service, to be held or booked.
type slot struct {
	branchID  string
	serviceID string
	staffID   *string // nil: with anyone
	start     civil.Instant

	agreed *int          // minutes on which staff agreed with the customer; nil: the service's own length
	asOf   civil.Instant // when it was first asked for: the rules of time are seen from there
	except string        // an appointment that makes way; empty: none
	isSoon bool          // whether it may be within the lead time
	within string        // the input field that holds the others; empty: the input itself
}

// field returns the path of a field in the input.
func (s *slot) field(name string) string {
	if s.within == "" {
		return name
	}
	return s.within + "." + name
}

func (s *slot) check() error {
	if err := id.Branch.Check(s.branchID, s.field("branchId")); err != nil {
		return err
	}
	if err := id.Service.Check(s.serviceID, s.field("serviceId")); err != nil {
		return err
	}
	if s.staffID == nil {
		return nil
	}
	return id.Staff.Check(*s.staffID, s.field("staffId"))
}

// concern returns whom an order of the slot concerns: those who may serve it.
func (s *slot) concern() store.Concern {
	concern := store.Concern{BranchID: s.branchID}
	if s.staffID != nil {
		concern.StaffIDs = []string{*s.staffID}
	} else {
		concern.Profiles = [][]predicate.Staff{s.candidates()}
	}
	return concern
}

// candidates selects the profiles that may serve the slot.
func (s *slot) candidates() []predicate.Staff {
	if s.staffID != nil {
		return []predicate.Staff{staff.ID(*s.staffID)}
	}
	return append(schedule.ActiveIn(s.branchID), staff.BookableOnline(true))
}

// decide judges the slot and chooses the profile that serves it. If there is none, the error is a *Refusal.
func (e *edit) decide(ctx context.Context, wanted slot, allowed func(availability.Obstacle) bool) (*verdict, error) {
	v, err := e.judge(ctx, wanted, allowed)
	if err != nil {
		return nil, err
	}
	free := v.free()
	if len(free) == 0 {
		return nil, v.refusal(actor.Of(ctx))
	}
	v.chosen, err = choose(ctx, e.Client, e.Now, v.branch.Zone, wanted.start, free)
	return v, err
}

// allObstaclesCount allows no obstacle: it is what customers are judged by.
func allObstaclesCount(availability.Obstacle) bool { return false }

// A verdict is the result of the rules for every candidate of a slot.
type verdict struct {
	slot       slot
	branch     *availability.Branch
	service    *schedule.Service
	candidates []candidate
	chosen     *candidate // nil: the slot is refused
}

// A candidate is a profile with the obstacles to its serving the slot.
type candidate struct {
	member    *schedule.Member
	obstacles []availability.Obstacle
}

// judge applies the rules to every candidate and leaves out the allowed obstacles.
func (e *edit) judge(ctx context.Context, wanted slot, allowed func(availability.Obstacle) bool) (*verdict, error) {
	snapshot, err := e.booking.snapshotFor(ctx, e.Client, e.Tx, wanted, e.Now, e.AfterCommit)
	if err != nil {
		return nil, err
	}
	v := &verdict{slot: wanted, branch: &snapshot.Branch, service: withLength(snapshot.Services[0], wanted.agreed)}
	for i := range snapshot.Members {
		member := &snapshot.Members[i]
		obstacles := availability.Obstacles(v.branch, &member.Staff, &v.service.Service, wanted.start, wanted.asOf)
		v.candidates = append(v.candidates, candidate{member, slices.DeleteFunc(obstacles, allowed)})
	}
	return v, nil
}

// snapshotFor loads the snapshot that decides about the slot, for a transaction or, if it is nil, for a reader; see
// [schedule.SetUps.Load] for remember.
func (b *Booking) snapshotFor(ctx context.Context, client *ent.Client, tx *store.Tx, wanted slot, now civil.Instant, remember func(func())) (*schedule.Snapshot, error) {
	question := schedule.Question{BranchID: wanted.branchID, Dates: civil.PossibleDates(wanted.start, wanted.start), Start: &wanted.start, ServiceIDs: []string{wanted.serviceID}, Now: now, ExceptID: wanted.except, Tx: tx}
	if wanted.staffID != nil {
		question.StaffIDs = []string{*wanted.staffID}
	}
	snapshot, err := b.setUps.Load(ctx, client, question, remember)
	if err == nil && wanted.staffID == nil {
		snapshot.Members = slices.DeleteFunc(snapshot.Members, func(m schedule.Member) bool { return !m.Staff.Online })
	}
	if err == nil && wanted.staffID != nil && len(snapshot.Members) == 0 { // the profile does not work here, or not any more
		snapshot, err = schedule.Load(ctx, client, schedule.Scope{
			BranchID: wanted.branchID, Dates: question.Dates, Staff: wanted.candidates(),
			Services: []predicate.Service{service.ID(wanted.serviceID)}, Now: now, Except: appointment.ID(wanted.except),
		})
	}
	switch {
	case ent.IsNotFound(err):
		return nil, problem.New(problem.NotFound, wanted.field("branchId"))
	case err != nil:
		return nil, err
	case len(snapshot.Services) == 0:
		return nil, problem.New(problem.NotFound, wanted.field("serviceId"))
	case len(snapshot.Members) == 0 && wanted.staffID != nil:
		return nil, problem.New(problem.NotFound, wanted.field("staffId"))
	}
	return snapshot, nil
}

// free returns the candidates without obstacles.
func (v *verdict) free() []*candidate {
	var free []*candidate
	for i := range v.candidates {
		if len(v.candidates[i].obstacles) == 0 {
			free = append(free, &v.candidates[i])
		}
	}
	return free
}

// appointment returns a new appointment that takes the slot, with the fields that follow from the verdict.
func (v *verdict) appointment(status appointment.Status, now civil.Instant) *ent.Appointment {
	wanted, times := v.slot, v.times()
	a := &ent.Appointment{
		ID: id.Appointment.NewAt(int64(now)), CreatedAt: now, BranchID: wanted.branchID, ServiceID: wanted.serviceID, StaffID: v.chosen.member.Row.ID, PersonID: v.chosen.member.Row.PersonID,
		StartsAt: times.Start, EndsAt: times.End, BlockedUntil: times.End.Add(v.service.Service.CleanUp),
		Status: status, Live: true, Version: 1,
	}
	if status == appointment.StatusCONFIRMED {
		a.JoinToken, a.RoomName = v.room()
	}
	return a
}

// room returns a new join token and the name of a new room; nil and "" unless the service is a video consultation.
func (v *verdict) room() (joinToken *string, name string) {
	if !v.service.Service.Video {
		return nil, ""
	}
	token := secret.New()
	return &token, secret.New()
}

func (v *verdict) times() availability.Span {
	return availability.Span{Start: v.slot.start, End: v.slot.start.Add(v.service.Service.Duration)}
}

// taken returns a *Refusal if err is the database's own guard against overlaps, and err otherwise.
func (v *verdict) taken(err error) error {
	if store.Fault(err) != store.ErrOverlap {
		return err
	}
	return &Refusal{
		Problem: problem.New(problem.StartTaken, v.slot.field("start")), Obstacles: obstaclesOf([]availability.Obstacle{availability.Occupied}),
		delivery: v.service.Row.Delivery,
	}
}

func minutes(count int) time.Duration { return time.Duration(count) * time.Minute }
