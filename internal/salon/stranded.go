package salon

import (
	"context"
	"maps"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// canStrand reports whether a mutation with the input may strand appointments. To look for them takes two snapshots of every
// branch concerned.
func canStrand(input any) bool {
	switch input := input.(type) {
	case BranchUpdateInput:
		return input.TimeZone != nil
	case ServiceUpdateInput:
		return input.CategoryID != nil // an appointment keeps its duration
	case StaffBranchSetInput:
		return !input.Active
	case BranchCreateInput,
		ServiceCategoryCreateInput, ServiceCategoryUpdateInput, ServiceCategoryRemoveInput,
		ServiceCreateInput, ServiceArchiveInput, ServiceRestoreInput,
		StaffCreateInput, StaffDuplicateForVideoInput, StaffUpdateInput, StaffRoleSetInput, StaffRestoreInput,
		StaffVideoLinkSetInput, StaffAbsenceRemoveInput, StaffCalendarFeedRenewInput, StaffCalendarFeedRemoveInput:
		return false
	default:
		return true
	}
}

// strandedNow returns the stranded appointments that the edit may concern; none if it strands none.
func (e *edit) strandedNow(ctx context.Context) ([]*ent.Appointment, error) {
	if !e.canStrand {
		return nil, nil
	}
	var all []*ent.Appointment
	var concerned []predicate.Appointment
	if len(e.change.StaffIDs) > 0 {
		concerned = append(concerned, appointment.StaffIDIn(e.change.StaffIDs...))
	}
	for _, branchID := range slices.Sorted(maps.Keys(e.ChangeSequences())) {
		stranded, err := strandedIn(ctx, e.Client, branchID, e.Now, concerned...)
		if err != nil {
			return nil, err
		}
		all = append(all, stranded...)
	}
	slices.SortStableFunc(all, func(a, b *ent.Appointment) int { return int(a.StartsAt - b.StartsAt) })
	return all, nil
}

// strandedIn returns the coming appointments of a branch outside its plans, ordered by start.
func strandedIn(ctx context.Context, client *ent.Client, branchID string, now civil.Instant, of ...predicate.Appointment) ([]*ent.Appointment, error) {
	coming, err := comingIn(ctx, client, branchID, now, of...)
	if err != nil || len(coming) == 0 {
		return nil, err
	}
	snapshot, err := loadAround(ctx, client, branchID, coming, now)
	if err != nil {
		return nil, err
	}
	return strandedBy(snapshot, coming, now), nil
}

// comingIn returns the live appointments of a branch that have not ended, ordered by start.
func comingIn(ctx context.Context, client *ent.Client, branchID string, now civil.Instant, of ...predicate.Appointment) ([]*ent.Appointment, error) {
	return client.Appointment.Query().
		Where(of...).
		Where(appointment.BranchID(branchID), schedule.Live(now), schedule.EndsAfter(now)).
		Order(appointment.ByStartsAt(), appointment.ByID()).
		All(ctx)
}

// newly returns the stranded appointments that were not stranded before.
func newly(before, after []*ent.Appointment) []*ent.Appointment {
	return slices.DeleteFunc(after, func(a *ent.Appointment) bool {
		return slices.ContainsFunc(before, func(b *ent.Appointment) bool { return a.ID == b.ID })
	})
}

// loadAround loads the snapshot that decides about appointments ordered by start.
func loadAround(ctx context.Context, client *ent.Client, branchID string, appointments []*ent.Appointment, now civil.Instant) (*schedule.Snapshot, error) {
	staffIDs := map[string]bool{}
	for _, a := range appointments {
		staffIDs[a.StaffID] = true
	}
	return schedule.Load(ctx, client, schedule.Scope{
		BranchID: branchID,
		Dates:    civil.PossibleDates(appointments[0].StartsAt, appointments[len(appointments)-1].StartsAt),
		Staff:    []predicate.Staff{staff.IDIn(slices.Collect(maps.Keys(staffIDs))...)},
		Now:      now,
	})
}

// strandedBy returns the appointments that the snapshot's plans do not cover.
func strandedBy(snapshot *schedule.Snapshot, appointments []*ent.Appointment, now civil.Instant) []*ent.Appointment {
	members := map[string]*availability.Staff{}
	for i := range snapshot.Members {
		members[snapshot.Members[i].Row.ID] = &snapshot.Members[i].Staff
	}
	services := map[string]availability.Service{}
	for _, s := range snapshot.Services {
		services[s.Row.ID] = s.Service
	}
	var stranded []*ent.Appointment
	for _, a := range appointments {
		service := services[a.ServiceID]
		service.Duration = a.EndsAt.Sub(a.StartsAt) // as it was booked
		obstacles := availability.Obstacles(&snapshot.Branch, members[a.StaffID], &service, a.StartsAt, now)
		if slices.ContainsFunc(obstacles, strands) {
			stranded = append(stranded, a)
		}
	}
	return stranded
}

// strands reports whether an obstacle to new appointments also strands existing ones.
func strands(o availability.Obstacle) bool {
	switch o {
	case availability.StaffArchived, availability.NotInBranch, availability.NotCompetent, availability.NoVideoLink,
		availability.BranchClosed, availability.NotRostered, availability.Absent,
		availability.VideoOnlyMode, availability.DoesNotConsult:
		return true
	default:
		return false
	}
}

// AppointmentPage is a page of appointments.
type AppointmentPage = pagination.Connection[ent.Appointment]

// StrandedAppointments returns the coming appointments of a branch outside its plans, ordered by start.
func (s *Salon) StrandedAppointments(ctx context.Context, branchID string, request pagination.Request) (page *AppointmentPage, err error) {
	token, err := request.Read()
	if err != nil {
		return nil, err
	}
	var after civil.Instant
	if token != nil {
		if after, err = token.Instant(); err != nil {
			return nil, err
		}
	}
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, branchID)
		if _, err = store.Found(row, err, "branchId"); err != nil {
			return err
		}
		if actor.Of(ctx).In(branchID) < actor.Receptionist {
			return problem.New(problem.OwnBranchesOnly, "branchId")
		}
		stranded, err := strandedIn(ctx, client, branchID, s.clock())
		if err != nil {
			return err
		}
		if token != nil {
			stranded = slices.DeleteFunc(stranded, func(a *ent.Appointment) bool {
				return a.StartsAt < after || a.StartsAt == after && a.ID <= token.Second
			})
		}
		page = pagination.Of(stranded, request, func(a *ent.Appointment) pagination.Token { return pagination.At(a.StartsAt, a.ID) })
		return nil
	})
	return page, err
}
