package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/apitoken"
	"visavis/ent/change"
	"visavis/ent/session"
	"visavis/internal/civil"
)

// StaffArchiveInput names the profile to archive.
type StaffArchiveInput struct{ ID string }

// StaffRestoreInput names the profile to restore.
type StaffRestoreInput struct{ ID string }

// StaffArchive archives a profile and ends its sessions, tokens and links for good. Its appointments stand.
func (s *Salon) StaffArchive(ctx context.Context, input StaffArchiveInput) (*ent.Staff, []*ent.Appointment, error) {
	now := s.clock()
	return s.setArchived(ctx, "staffArchive", input, input.ID, &now)
}

// StaffRestore restores an archived profile.
func (s *Salon) StaffRestore(ctx context.Context, input StaffRestoreInput) (*ent.Staff, error) {
	row, _, err := s.setArchived(ctx, "staffRestore", input, input.ID, nil)
	return row, err
}

func (s *Salon) setArchived(ctx context.Context, action string, input any, staffID string, at *civil.Instant) (after *ent.Staff, stranded []*ent.Appointment, err error) {
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, err := e.beginOfStaff(ctx, change.KindSTAFF, staffID, "id")
		if err != nil {
			return err
		}
		if after, err = e.setArchived(ctx, before, at); err != nil {
			return err
		}
		return e.Record(ctx, action, staffID, before, after)
	})
	return after, stranded, err
}

// setArchived archives a profile at the instant, or restores it if that is nil.
func (e *edit) setArchived(ctx context.Context, before *ent.Staff, at *civil.Instant) (*ent.Staff, error) {
	if err := e.mayArchive(ctx, before, at); err != nil {
		return nil, err
	}
	update := before.Update()
	switch {
	case at == nil:
		update.ClearArchivedAt()
	case before.ArchivedAt == nil:
		update.SetArchivedAt(*at)
		if err := e.endAccess(ctx, before.ID); err != nil {
			return nil, err
		}
	}
	after, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	return after, e.endCalendarFeeds(ctx, after)
}

// endAccess deletes the sessions, API tokens and access links of a profile. Its password is kept in case the profile is
// restored.
func (e *edit) endAccess(ctx context.Context, staffID string) error {
	if _, err := e.Session.Delete().Where(session.StaffID(staffID)).Exec(ctx); err != nil {
		return err
	}
	if _, err := e.APIToken.Delete().Where(apitoken.StaffID(staffID)).Exec(ctx); err != nil {
		return err
	}
	_, err := e.AccessLink.Delete().Where(accesslink.StaffID(staffID)).Exec(ctx)
	return err
}
