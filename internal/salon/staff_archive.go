package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/internal/civil"
)

// StaffArchiveInput names the profile to archive.
type StaffArchiveInput struct{ ID string }

// StaffRestoreInput names the profile to bring back.
type StaffRestoreInput struct{ ID string }

// StaffArchive takes a profile out of everything; its appointments stand.
func (s *Salon) StaffArchive(ctx context.Context, input StaffArchiveInput) (*ent.Staff, []*ent.Appointment, error) {
	now := s.clock()
	return s.setArchived(ctx, "staffArchive", input.ID, &now)
}

// StaffRestore brings an archived profile back as it was.
func (s *Salon) StaffRestore(ctx context.Context, input StaffRestoreInput) (*ent.Staff, error) {
	row, _, err := s.setArchived(ctx, "staffRestore", input.ID, nil)
	return row, err
}

func (s *Salon) setArchived(ctx context.Context, action, staffID string, at *civil.Instant) (after *ent.Staff, stranded []*ent.Appointment, err error) {
	stranded, err = s.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginOfStaff(ctx, change.KindSTAFF, staffID, "id")
		if err != nil {
			return err
		}
		if err := e.mayArchive(ctx, before, at); err != nil {
			return err
		}
		update := before.Update()
		switch {
		case at == nil:
			update.ClearArchivedAt()
		case before.ArchivedAt == nil:
			update.SetArchivedAt(*at)
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		return e.record(ctx, action, staffID, before, after)
	})
	return after, stranded, err
}
