package salon

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/ent/appointment"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/id"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// absenceKind returns the kind of the absence that a request asks for.
func absenceKind(row *ent.AbsenceRequest) absence.Kind { return absence.Kind(row.Kind) }

// AbsenceRequestPreview returns the coming appointments that the approval of an open request would strand, ordered by start.
func (s *Salon) AbsenceRequestPreview(ctx context.Context, requestID string) (stranded []*ent.Appointment, err error) {
	if err := id.AbsenceRequest.Check(requestID, "id"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.AbsenceRequest.Query().
			Where(absencerequest.ID(requestID), absencerequest.HasStaffWith(reach.Profiles(actor.Of(ctx))...)).WithStaff().Only(ctx)
		if row, err = store.Found(row, err, "id"); err != nil {
			return err
		}
		stranded = nil
		if row.State != absencerequest.StateOPEN {
			return nil
		}
		found, err := s.strandedByAbsence(ctx, client, row.Edges.Staff.PersonID, &ent.Absence{
			FirstDay: row.FirstDay, LastDay: row.LastDay, StartsAt: row.StartsAt, EndsAt: row.EndsAt,
		})
		if err != nil {
			return err
		}
		stranded, err = inFull(ctx, client, seenBy(actor.Of(ctx), found))
		return err
	})
	return stranded, err
}

// strandedByAbsence returns the coming appointments that an absence of a person would strand, as [comingIn] reads them.
func (s *Salon) strandedByAbsence(ctx context.Context, client *ent.Client, personID string, absent *ent.Absence) ([]*ent.Appointment, error) {
	now := s.clock()
	branchIDs, err := schedule.BranchesOf(ctx, client, now, personID)
	if err != nil {
		return nil, err
	}
	var all []*ent.Appointment
	for _, branchID := range branchIDs {
		coming, err := comingIn(ctx, client, branchID, now, appointment.HasStaffWith(staff.PersonID(personID)))
		if err != nil {
			return nil, err
		}
		if len(coming) == 0 {
			continue
		}
		snapshot, err := loadPlans(ctx, client, branchID, coming)
		if err != nil {
			return nil, err
		}
		before := strandedBy(snapshot, coming, now)
		after := strandedBy(withAbsence(snapshot, schedule.AbsenceSpan(absent, snapshot.Branch.Zone)), coming, now)
		all = append(all, newly(before, after)...)
	}
	return all, nil
}

// withAbsence returns the snapshot with an absence of all its members. Snapshots share what they hold, so it copies what differs.
func withAbsence(snapshot *schedule.Snapshot, span availability.Span) *schedule.Snapshot {
	changed := *snapshot
	changed.Members = slices.Clone(snapshot.Members)
	for i := range changed.Members {
		member := &changed.Members[i].Staff
		absent := *member.Person
		absent.Absences = append(slices.Clone(absent.Absences), span)
		slices.SortFunc(absent.Absences, func(a, b availability.Span) int { return cmp.Compare(a.Start, b.Start) })
		member.Person = &absent
	}
	return &changed
}
