package salon

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/person"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/schedule"
)

// canStrand reports whether a mutation with the input may strand appointments. To look for them takes two snapshots of every
// branch concerned.
func canStrand(input any) bool {
	switch input := input.(type) {
	case BranchUpdateInput:
		return input.TimeZone != nil || input.OwnRoomByDefault != nil && !*input.OwnRoomByDefault
	case ServiceUpdateInput:
		return input.CategoryID != nil // an appointment keeps its duration
	case BranchSetUpInput:
		return input.OpeningHours != nil || input.OwnRoomByDefault != nil && !*input.OwnRoomByDefault
	case StaffBranchSetInput:
		return !input.Active
	case BranchCreateInput, BranchRetentionSetInput, MailTextSetInput,
		ServiceCategoryCreateInput, ServiceCategoryUpdateInput, ServiceCategoryRemoveInput, ServiceCategoryRestoreInput,
		ServiceCreateInput, ServiceArchiveInput, ServiceRestoreInput,
		StaffCreateInput, StaffProfilesCreateInput, StaffDuplicateForVideoInput, StaffUpdateInput, StaffRoleSetInput, StaffRestoreInput,
		StaffVideoLinkSetInput, StaffAbsenceRemoveInput, AbsenceRequestCreateInput,
		AbsenceRequestWithdrawInput, AbsenceRequestDeclineInput, AbsenceRequestReopenInput, StaffCalendarFeedRenewInput, StaffCalendarFeedRemoveInput:
		return false
	default:
		return true
	}
}

// strandedNow returns the stranded appointments that the edit may concern, as [comingIn] reads them; none if it strands none.
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
	return all, nil
}

// strandedIn returns the coming appointments of a branch outside its plans, as [comingIn] reads them.
func strandedIn(ctx context.Context, client *ent.Client, branchID string, now civil.Instant, of ...predicate.Appointment) ([]*ent.Appointment, error) {
	coming, err := comingIn(ctx, client, branchID, now, of...)
	if err != nil || len(coming) == 0 {
		return nil, err
	}
	snapshot, err := loadPlans(ctx, client, branchID, coming)
	if err != nil {
		return nil, err
	}
	return strandedBy(snapshot, coming, now), nil
}

// comingIn returns the live appointments of a branch that have not ended, ordered by start, with no other columns than those by
// which plans decide and actors see them: a branch has thousands. [inFull] reads the others.
func comingIn(ctx context.Context, client *ent.Client, branchID string, now civil.Instant, of ...predicate.Appointment) ([]*ent.Appointment, error) {
	return client.Appointment.Query().
		Where(of...).
		Where(appointment.BranchID(branchID), schedule.Live(now), schedule.EndsAfter(now)).
		Order(appointment.ByStartsAt(), appointment.ByID()).
		Select(appointment.FieldID, appointment.FieldBranchID, appointment.FieldStaffID, appointment.FieldPersonID, appointment.FieldServiceID,
			appointment.FieldStartsAt, appointment.FieldEndsAt).
		All(ctx)
}

// atOnce is how many appointments one statement reads by their IDs.
const atOnce = 1_000

// inFull returns the appointments with all columns, ordered by start.
func inFull(ctx context.Context, client *ent.Client, appointments []*ent.Appointment) ([]*ent.Appointment, error) {
	var all []*ent.Appointment
	for some := range slices.Chunk(appointments, atOnce) {
		ids := make([]string, len(some))
		for i, a := range some {
			ids[i] = a.ID
		}
		rows, err := client.Appointment.Query().Where(appointment.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	slices.SortFunc(all, func(a, b *ent.Appointment) int {
		return cmp.Or(cmp.Compare(a.StartsAt, b.StartsAt), cmp.Compare(a.ID, b.ID))
	})
	return all, nil
}

// newly returns the stranded appointments that were not stranded before.
func newly(before, after []*ent.Appointment) []*ent.Appointment {
	stranded := make(map[string]bool, len(before))
	for _, a := range before {
		stranded[a.ID] = true
	}
	return slices.DeleteFunc(after, func(a *ent.Appointment) bool { return stranded[a.ID] })
}

// loadPlans loads the snapshot that decides about appointments ordered by start, which do not strand each other.
func loadPlans(ctx context.Context, client *ent.Client, branchID string, appointments []*ent.Appointment) (*schedule.Snapshot, error) {
	staffIDs := map[string]bool{}
	for _, a := range appointments {
		staffIDs[a.StaffID] = true
	}
	return schedule.LoadSetUp(ctx, client, schedule.Scope{
		BranchID: branchID,
		Dates:    civil.PossibleDates(appointments[0].StartsAt, appointments[len(appointments)-1].StartsAt),
		Staff:    []predicate.Staff{staff.IDIn(slices.Sorted(maps.Keys(staffIDs))...)},
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

// StrandedAppointments returns the coming appointments of a branch outside its plans, ordered by start; with a profile, those of its person.
func (s *Salon) StrandedAppointments(ctx context.Context, branchID string, staffID *string, request pagination.Request) (page *AppointmentPage, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	var of []predicate.Appointment
	if staffID != nil {
		if err := id.Staff.Check(*staffID, "staffId"); err != nil {
			return nil, err
		}
		of = append(of, appointment.HasPersonWith(person.HasProfilesWith(staff.ID(*staffID))))
	}
	return s.pageOf(ctx, request, func(client *ent.Client) ([]*ent.Appointment, error) {
		if err := checkReception(ctx, client, branchID); err != nil {
			return nil, err
		}
		return strandedIn(ctx, client, branchID, s.clock(), of...)
	})
}

// pageOf returns a page of the appointments that find returns as [comingIn] reads them.
func (s *Salon) pageOf(ctx context.Context, request pagination.Request, find func(client *ent.Client) ([]*ent.Appointment, error)) (page *AppointmentPage, err error) {
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
	err = s.store.View(ctx, func(client *ent.Client) error {
		found, err := find(client)
		if err != nil {
			return err
		}
		if token != nil {
			found = slices.DeleteFunc(found, func(a *ent.Appointment) bool {
				return a.StartsAt < after || a.StartsAt == after && a.ID <= token.Second
			})
		}
		rows, err := inFull(ctx, client, found[:min(len(found), request.First+1)])
		if err != nil {
			return err
		}
		page = pagination.Of(rows, request, func(a *ent.Appointment) pagination.Token { return pagination.At(a.StartsAt, a.ID) })
		return nil
	})
	return page, err
}
