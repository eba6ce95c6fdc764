package booking

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/offer"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/statement"
	"visavis/internal/store"
)

// AppointmentsRearrangeInput is what becomes of appointments of a branch, in one step.
type AppointmentsRearrangeInput struct {
	BranchID       string
	Appointments   []Rearrangement
	IdempotencyKey *string
}

// A Rearrangement is what becomes of one appointment: exactly one of the last four.
type Rearrangement struct {
	AppointmentID   string
	ExpectedVersion int
	Move            *RearrangementMove
	Offer           *RearrangementOffer
	Cancel          bool
	WithdrawOffer   bool
}

// RearrangementMove is another start or profile.
type RearrangementMove struct {
	StaffID  string
	Start    civil.Instant
	Override bool
}

// RearrangementOffer holds the starts among which the customer may choose.
type RearrangementOffer struct {
	Starts   []Place
	Override bool
}

// mostRearranged is the largest number of appointments that are rearranged at a time.
const mostRearranged = 100

// rearrange is the action in the audit trail.
const rearrange = "appointmentsRearrange"

// A RearrangementError holds what was wrong with a rearrangement, which was not made. It wraps a [problem.List].
type RearrangementError struct {
	problems problem.List
	Refused  []*RefusedRearrangement
}

// RefusedRearrangement is an appointment whose new start the rules forbid.
type RefusedRearrangement struct {
	AppointmentID string
	Obstacles     []*Obstacle
}

func (r *RearrangementError) Error() string { return r.problems.Error() }

// Unwrap returns the problems.
func (r *RearrangementError) Unwrap() error { return r.problems }

// add adds a problem of an appointment. It returns any other error.
func (r *RearrangementError) add(appointmentID string, err error) error {
	found := problem.Of(err)
	if len(found) == 0 {
		return err
	}
	r.problems.Add(found...)
	var refusal *Refusal
	if errors.As(err, &refusal) && len(refusal.Obstacles) > 0 {
		r.Refused = append(r.Refused, &RefusedRearrangement{appointmentID, refusal.Obstacles})
	}
	return nil
}

// AppointmentsRearrange moves appointments, offers other starts to their customers, withdraws offers and cancels: all or nothing. If something
// is wrong, the error is a *RearrangementError or a problem.
func (b *Booking) AppointmentsRearrange(ctx context.Context, input AppointmentsRearrangeInput) (rows []*ent.Appointment, err error) {
	if err := input.check(ctx); err != nil {
		return nil, err
	}
	request, wrong := idempotency.OfActor(ctx, input.IdempotencyKey, input)
	if wrong != nil {
		return nil, wrong
	}
	err = idempotency.Create(func() error {
		return b.edit(ctx, func(ctx context.Context, e *edit) error {
			rows, err = e.rearrange(ctx, input, request)
			return err
		})
	})
	return rows, err
}

func (input AppointmentsRearrangeInput) check(ctx context.Context) error {
	if err := id.Branch.Check(input.BranchID, "branchId"); err != nil {
		return err
	}
	if err := reach.CheckReception(ctx, input.BranchID, "branchId"); err != nil {
		return err
	}
	if count := len(input.Appointments); count < 1 || mostRearranged < count {
		return problem.New(problem.OutOfRange, "appointments", 1, mostRearranged)
	}
	var wrong problem.List
	seen := map[string]bool{}
	for i, r := range input.Appointments {
		field := element("appointments", i)
		switch {
		case !id.Appointment.Names(r.AppointmentID):
			wrong.Add(problem.New(problem.IDOfAnotherKind, field+".appointmentId", string(id.Appointment)))
		case seen[r.AppointmentID]:
			wrong.Add(problem.New(problem.ListedTwice, field+".appointmentId"))
		case r.kinds() != 1:
			wrong.Add(problem.New(problem.ExactlyOne, field, "move, offer, cancel, withdrawOffer"))
		case r.Move != nil && !id.Staff.Names(r.Move.StaffID):
			wrong.Add(problem.New(problem.IDOfAnotherKind, field+".move.staffId", string(id.Staff)))
		}
		seen[r.AppointmentID] = true
	}
	return wrong.Err()
}

func (r Rearrangement) kinds() (count int) {
	for _, is := range []bool{r.Move != nil, r.Offer != nil, r.Cancel, r.WithdrawOffer} {
		if is {
			count++
		}
	}
	return count
}

// turn orders rearrangements: what frees places comes first.
func (r Rearrangement) turn() int {
	switch {
	case r.WithdrawOffer:
		return 0
	case r.Cancel:
		return 1
	case r.Move != nil:
		return 2
	default:
		return 3
	}
}

// rearrange makes the whole rearrangement, and returns the appointments in the order of the input.
func (e *edit) rearrange(ctx context.Context, input AppointmentsRearrangeInput, request idempotency.Request) ([]*ent.Appointment, error) {
	if err := e.lockForRearrangement(ctx, input); err != nil {
		return nil, err
	}
	_, isRetry, err := request.Claim(ctx, e.Tx, e.Now, id.Rearrangement)
	if err != nil {
		return nil, err
	}
	before, err := e.appointmentsOf(ctx, input)
	if err != nil {
		return nil, err
	}
	after := make([]*ent.Appointment, len(input.Appointments))
	order := make([]int, len(input.Appointments))
	for i, r := range input.Appointments {
		after[i], order[i] = before[r.AppointmentID], i
	}
	if isRetry {
		return slices.DeleteFunc(after, func(a *ent.Appointment) bool { return a == nil }), nil
	}
	if err := e.clearExpiredHolds(ctx, nil); err != nil {
		return nil, err
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(input.Appointments[i].turn(), input.Appointments[j].turn()) })
	var wrong RearrangementError
	if err := e.freeMoved(ctx, input.Appointments, before); err != nil {
		return nil, err
	}
	var states []*ent.Appointment
	e.delayed = &states
	for _, i := range order {
		r := input.Appointments[i]
		row, err := e.rearrangeOne(ctx, r, before[r.AppointmentID], element("appointments", i))
		if err := wrong.add(r.AppointmentID, err); err != nil {
			return nil, err
		}
		after[i] = row
	}
	if len(wrong.problems) > 0 {
		return nil, &wrong
	}
	if e.delayed = nil; len(states) == 0 {
		return after, nil
	}
	return after, e.announce(ctx, states...)
}

// freeMoved frees the places of the appointments that move, until they have moved: each may take the place of another, in whatever order they
// are listed.
func (e *edit) freeMoved(ctx context.Context, list []Rearrangement, before map[string]*ent.Appointment) error {
	var ids []string
	for _, r := range list {
		if a := before[r.AppointmentID]; r.Move != nil && a != nil && a.Status == appointment.StatusCONFIRMED && (Place{a.StaffID, a.StartsAt} != Place{r.Move.StaffID, r.Move.Start}) {
			ids = append(ids, a.ID)
		}
	}
	return statement.FreeAppointments(ctx, e.Client, ids)
}

// lockForRearrangement locks the people of the appointments, of their new places and of the starts that are offered for them.
func (e *edit) lockForRearrangement(ctx context.Context, input AppointmentsRearrangeInput) error {
	concern := store.Concern{BranchID: input.BranchID}
	var ids []string
	for _, r := range input.Appointments {
		ids = append(ids, r.AppointmentID)
		if r.Move != nil {
			concern.StaffIDs = append(concern.StaffIDs, r.Move.StaffID)
		}
		if r.Offer != nil {
			for _, place := range r.Offer.Starts {
				concern.StaffIDs = append(concern.StaffIDs, place.StaffID)
			}
		}
	}
	open, err := e.Offer.Query().Where(offer.AppointmentIDIn(ids...), offer.EndedAtIsNil()).IDs(ctx)
	if err != nil {
		return err
	}
	concern.Profiles = [][]predicate.Staff{{staff.HasAppointmentsWith(appointment.IDIn(ids...))}}
	if len(open) > 0 {
		concern.Profiles = append(concern.Profiles, []predicate.Staff{staff.HasAppointmentsWith(startsOf(open...))})
	}
	return e.Lock(ctx, concern)
}

// appointmentsOf returns by ID the appointments of the branch that are to be rearranged.
func (e *edit) appointmentsOf(ctx context.Context, input AppointmentsRearrangeInput) (map[string]*ent.Appointment, error) {
	var ids []string
	for _, r := range input.Appointments {
		ids = append(ids, r.AppointmentID)
	}
	rows, err := e.Appointment.Query().Where(appointment.IDIn(ids...), appointment.BranchID(input.BranchID)).All(ctx)
	byID := make(map[string]*ent.Appointment, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, err
}

func (e *edit) rearrangeOne(ctx context.Context, r Rearrangement, a *ent.Appointment, field string) (*ent.Appointment, error) {
	switch {
	case a == nil:
		return nil, problem.New(problem.NotFound, field+".appointmentId")
	case a.Version != r.ExpectedVersion:
		return nil, problem.New(problem.ChangedMeanwhile, field+".expectedVersion")
	case r.WithdrawOffer:
		return a, e.withdrawOffer(ctx, a)
	case a.Status != appointment.StatusCONFIRMED:
		return nil, problem.New(problem.StatusForbids, field+".appointmentId")
	case r.Cancel:
		return e.cancel(ctx, rearrange, a, true)
	case r.Offer != nil:
		return a, e.makeOffer(ctx, a, r.Offer.Starts, r.Offer.Override, field+".offer")
	}
	wanted := slot{
		branchID: a.BranchID, serviceID: a.ServiceID, staffID: &r.Move.StaffID, start: r.Move.Start,
		agreed: a.AgreedMinutes, asOf: e.Now, except: a.ID, isSoon: true, within: field + ".move",
	}
	return e.move(ctx, change{action: rearrange}, reference{byStaff: true}, a, wanted, r.Move.Override)
}

// element returns the path of an element of a list.
func element(list string, i int) string { return list + "." + strconv.Itoa(i) }
