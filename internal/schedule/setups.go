package schedule

import (
	"context"
	"slices"

	lru "github.com/hashicorp/golang-lru/v2"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
)

// SetUps caches the set-up of branches: everything that decides about their starts except appointments. No replica serves a
// stale set-up, because each Load checks the feed for changes. Safe for concurrent use.
type SetUps struct{ known *lru.Cache[string, setUp] }

// setUps is the number of cached branches; one of twenty people takes some 110 kB.
const setUps = 1024

// setUp is the set-up of one branch.
type setUp struct {
	sequence int64      // of the last change that was looked at
	from     civil.Date // on which the dates begin for which it holds
	snapshot *Snapshot  // of everybody and everything, without appointments
}

// isOf reports whether it is the set-up at a change sequence. None is at zero, which stands for an unknown one.
func (s *setUp) isOf(sequence int64) bool { return sequence != 0 && s.sequence == sequence }

// withoutAppointments returns the client that reads what is no appointment.
func (q *Question) withoutAppointments(client *ent.Client) *ent.Client {
	if q.Tx == nil {
		return client
	}
	return q.Tx.Before()
}

// NewSetUps returns an empty cache.
func NewSetUps() *SetUps {
	known, err := lru.New[string, setUp](setUps)
	if err != nil {
		panic(err) // the size is our own
	}
	return &SetUps{known}
}

// Question selects a part of a snapshot. Its members are active in the branch and not archived.
type Question struct {
	BranchID   string
	Dates      civil.DateRange       // the local dates of the starts asked about
	Start      *civil.Instant        // the only one asked about; nil: all of the dates
	Online     bool                  // only members and services bookable online
	Delivery   service.Delivery      // empty: any
	StaffIDs   []string              // nil: every member
	ServiceIDs []string              // nil: every service
	Now        civil.Instant         // holds that have expired by then do not count
	Except     predicate.Appointment // appointments that do not count if dates are asked about; may be nil
	ExceptID   string                // an appointment that does not count if a start is asked about; may be empty
	Tx         *store.Tx             // of a write that asks about a start; nil: a reader asks
}

// sequence returns the change sequence of the branch if a write has locked it, or zero.
func (q *Question) sequence() int64 {
	if q.Tx == nil {
		return 0
	}
	return q.Tx.LockedSequence(q.BranchID)
}

// Load returns the part of the snapshot that the question selects. It passes remember a callback to run once what was read
// is certain to be committed. The error is ent's not-found error if there is no such branch.
func (s *SetUps) Load(ctx context.Context, client *ent.Client, q Question, remember func(func())) (*Snapshot, error) {
	yesterday := civil.PossibleDates(q.Now, q.Now).First.AddDays(-1)
	if q.Dates.First < yesterday {
		return Load(ctx, client, q.scope()) // few ask about the past, and there is ever more of it
	}
	everything, err := s.of(ctx, q.withoutAppointments(client), q, yesterday, remember)
	if err != nil {
		return nil, err
	}
	part := q.partOf(everything)
	if q.Start == nil {
		from, until := around(q.Dates).PossibleInstants()
		return part.occupied(ctx, client, from, until, q.Now, q.Except)
	}
	if len(part.Members) == 1 {
		return part.occupiedAt(ctx, client, q)
	}
	return part.occupied(ctx, client, q.Start.Add(-longestBlocked), q.Start.Add(longestBlocked), q.Now, appointment.ID(q.ExceptID))
}

// of returns the set-up of the branch. What is known of a branch that the caller has locked is certain.
func (s *SetUps) of(ctx context.Context, client *ent.Client, q Question, from civil.Date, remember func(func())) (_ *Snapshot, err error) {
	known, isKnown := s.known.Get(q.BranchID)
	if isKnown && known.isOf(q.sequence()) {
		return known.snapshot, nil
	}
	if isKnown {
		known.sequence, isKnown, err = event.OnlyAppointmentsSince(ctx, client, q.BranchID, known.sequence)
		if err != nil {
			return nil, err
		}
	}
	if !isKnown {
		if known, err = read(ctx, client, q.BranchID, from); err != nil {
			return nil, err
		}
	}
	if known.isOf(q.sequence()) {
		s.known.Add(q.BranchID, known)
	} else {
		remember(func() { s.known.Add(q.BranchID, known) })
	}
	return known.snapshot, nil
}

func read(ctx context.Context, client *ent.Client, branchID string, from civil.Date) (setUp, error) {
	sequence, err := client.Branch.Query().Where(branch.ID(branchID)).Select(branch.FieldChangeSequence).Int(ctx)
	if err != nil {
		return setUp{}, err
	}
	forGood := Scope{BranchID: branchID, Dates: civil.DateRange{First: from, Last: civil.LastDate}, Staff: ActiveIn(branchID)}
	snapshot, err := LoadSetUp(ctx, client, forGood)
	return setUp{int64(sequence), from, snapshot}, err
}

func (q *Question) partOf(everything *Snapshot) *Snapshot {
	part := *everything
	part.Members = slices.DeleteFunc(slices.Clone(everything.Members), func(m Member) bool {
		return q.Online && !m.Staff.Online || q.StaffIDs != nil && !slices.Contains(q.StaffIDs, m.Row.ID)
	})
	part.Services = slices.DeleteFunc(slices.Clone(everything.Services), func(v Service) bool {
		return q.Online && (!v.Service.Online || v.Service.Archived) ||
			q.Delivery != "" && q.Delivery != v.Row.Delivery || q.ServiceIDs != nil && !slices.Contains(q.ServiceIDs, v.Row.ID)
	})
	return &part
}

// scope selects the same part in the database.
func (q *Question) scope() Scope {
	scope := Scope{BranchID: q.BranchID, Dates: q.Dates, Staff: ActiveIn(q.BranchID), Now: q.Now, Except: q.Except}
	if q.Online {
		scope.Staff = append(scope.Staff, staff.BookableOnline(true))
		scope.Services = append(scope.Services, service.BookableOnline(true), service.ArchivedAtIsNil())
	}
	if q.Delivery != "" {
		scope.Services = append(scope.Services, service.DeliveryEQ(q.Delivery))
	}
	if q.StaffIDs != nil {
		scope.Staff = append(scope.Staff, staff.IDIn(q.StaffIDs...))
	}
	if q.ServiceIDs != nil {
		scope.Services = append(scope.Services, service.IDIn(q.ServiceIDs...))
	}
	return scope
}
