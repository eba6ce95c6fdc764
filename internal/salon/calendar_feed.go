package salon

import (
	"context"

	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// StaffCalendarFeedRenewInput names the profile whose feed gets a new secret.
type StaffCalendarFeedRenewInput struct{ StaffID string }

// StaffCalendarFeedRemoveInput names the profile whose feed is removed.
type StaffCalendarFeedRemoveInput struct{ StaffID string }

// StaffCalendarFeedRenew sets a new secret for the calendar feed of a profile and returns it. The previous address stops
// working immediately.
func (s *Salon) StaffCalendarFeedRenew(ctx context.Context, input StaffCalendarFeedRenewInput) (text string, err error) {
	text = secret.New()
	hash := secret.Hash(text)
	if err := s.setCalendarFeed(ctx, "staffCalendarFeedRenew", input.StaffID, &hash); err != nil {
		return "", err
	}
	return text, nil
}

// StaffCalendarFeedRemove ends the calendar feed of a profile, if it has one.
func (s *Salon) StaffCalendarFeedRemove(ctx context.Context, input StaffCalendarFeedRemoveInput) error {
	return s.setCalendarFeed(ctx, "staffCalendarFeedRemove", input.StaffID, nil)
}

// calendarFeed is the audit trail's record of a feed. It holds the time of the renewal, and nothing derived from the secret.
type calendarFeed struct {
	Active    bool           `json:"active"`
	RenewedAt *civil.Instant `json:"renewed_at,omitempty"`
}

// setCalendarFeed announces no change, because no start depends on a feed.
func (s *Salon) setCalendarFeed(ctx context.Context, action, staffID string, hash *string) error {
	_, err := s.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.lockPersonOf(ctx, staffID, "staffId")
		if err != nil {
			return err
		}
		if !actor.Of(ctx).MaySee(row.PersonID) {
			return problem.New(problem.OwnColumnOnly, "staffId")
		}
		before, after := calendarFeed{Active: row.CalendarTokenHash != nil}, calendarFeed{}
		update := row.Update()
		switch {
		case hash == nil:
			update.ClearCalendarTokenHash()
		case row.ArchivedAt != nil:
			return problem.New(problem.Archived, "staffId")
		case actor.RoleOf(row.Role) > actor.Of(ctx).Role:
			return problem.New(problem.RoleTooHigh, "staffId")
		default:
			after = calendarFeed{Active: true, RenewedAt: &e.Now}
			update.SetCalendarTokenHash(*hash)
		}
		if err := update.Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, action, row.ID, before, after)
	})
	return err
}
