package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/calendarfeed"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// StaffCalendarFeedRenewInput names a profile of the person whose feed gets a new secret.
type StaffCalendarFeedRenewInput struct{ StaffID string }

// StaffCalendarFeedRemoveInput names a profile of the person whose feed is removed.
type StaffCalendarFeedRemoveInput struct{ StaffID string }

// StaffCalendarFeedRenew sets a new secret for the calendar feed of a profile's person and returns it. The previous address
// stops working immediately.
func (s *Salon) StaffCalendarFeedRenew(ctx context.Context, input StaffCalendarFeedRenewInput) (text string, err error) {
	text = secret.New()
	hash := secret.Hash(text)
	if err := s.setCalendarFeed(ctx, "staffCalendarFeedRenew", input, input.StaffID, &hash); err != nil {
		return "", err
	}
	return text, nil
}

// StaffCalendarFeedRemove ends the calendar feed of a profile's person, if there is one.
func (s *Salon) StaffCalendarFeedRemove(ctx context.Context, input StaffCalendarFeedRemoveInput) error {
	return s.setCalendarFeed(ctx, "staffCalendarFeedRemove", input, input.StaffID, nil)
}

// calendarFeed is the audit trail's record of a feed. It holds the time of the renewal, and nothing derived from the secret.
type calendarFeed struct {
	Active    bool           `json:"active"`
	RenewedAt *civil.Instant `json:"renewed_at,omitempty"`
}

// setCalendarFeed announces no change, because no start depends on a feed.
func (s *Salon) setCalendarFeed(ctx context.Context, action string, input any, staffID string, hash *string) error {
	_, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		row, err := e.lockFeedOf(ctx, staffID)
		if err != nil {
			return err
		}
		ended, err := e.CalendarFeed.Delete().Where(calendarfeed.PersonID(row.PersonID)).Exec(ctx)
		if err != nil {
			return err
		}
		before, after := calendarFeed{Active: ended > 0}, calendarFeed{}
		if hash != nil {
			if err := e.createCalendarFeed(ctx, row, *hash); err != nil {
				return err
			}
			after = calendarFeed{Active: true, RenewedAt: &e.Now}
		}
		if before != after {
			if err := account.Notify(ctx, e.Tx, e.Now, staff.PersonID(row.PersonID), account.CalendarFeedChanged); err != nil {
				return err
			}
		}
		return e.Record(ctx, action, row.ID, before, after)
	})
	return err
}

// lockFeedOf locks the person of a profile whose feed the actor may make or remove: their own, or as a manager.
func (e *edit) lockFeedOf(ctx context.Context, staffID string) (*ent.Staff, error) {
	who := actor.Of(ctx)
	if who.Role < actor.Manager {
		if err := id.Staff.Check(staffID, "staffId"); err != nil {
			return nil, err
		}
		row, err := e.Staff.Get(ctx, staffID)
		if row, err = store.Found(row, err, "staffId"); err != nil {
			return nil, err
		}
		if row.PersonID != who.PersonID {
			return nil, problem.New(problem.OwnColumnOnly, "staffId")
		}
	}
	return e.lockPersonOf(ctx, staffID, "staffId")
}

func (e *edit) createCalendarFeed(ctx context.Context, row *ent.Staff, hash string) error {
	if row.ArchivedAt != nil {
		return problem.New(problem.Archived, "staffId")
	}
	maker, err := e.Staff.Query().Where(staff.ID(actor.Of(ctx).StaffID)).WithMemberships(reach.ActiveMemberships).Only(ctx)
	if err != nil {
		return err
	}
	profiles, err := e.Staff.Query().Where(staff.PersonID(row.PersonID)).WithMemberships(reach.ActiveMemberships).All(ctx)
	if err != nil {
		return err
	}
	if !MayHaveCalendarFeed(maker, profiles) {
		return problem.New(problem.RoleTooHigh, "staffId")
	}
	return e.CalendarFeed.Create().SetPersonID(row.PersonID).SetMakerID(maker.ID).SetSecretHash(hash).Exec(ctx)
}

// MayHaveCalendarFeed reports whether a feed that a profile has made may show the appointments of the person with the
// profiles: some of them are not archived, none has a higher role than the maker, and members may show only their own. What
// others make needs the role in every branch in which a profile is active. The profiles come with active memberships.
func MayHaveCalendarFeed(maker *ent.Staff, profiles []*ent.Staff) bool {
	role := actor.RoleOf(maker.Role)
	made := actor.Actor{Role: role, Branches: reach.BranchIDs(maker)}
	isWorking, isOwn, isManaged := false, false, role >= actor.Manager
	for _, profile := range profiles {
		if actor.RoleOf(profile.Role) > role {
			return false
		}
		isManaged = isManaged && !slices.ContainsFunc(reach.BranchIDs(profile), func(branchID string) bool { return !made.SetsUp(branchID) })
		isWorking = isWorking || profile.ArchivedAt == nil
		isOwn = isOwn || profile.PersonID == maker.PersonID
	}
	return maker.ArchivedAt == nil && isWorking && (isOwn || isManaged)
}

// endCalendarFeeds deletes the feeds that a profile has made, and that of its person, to which nothing gives a right any
// longer.
func (e *edit) endCalendarFeeds(ctx context.Context, row *ent.Staff) error {
	feeds, err := e.CalendarFeed.Query().
		Where(calendarfeed.Or(calendarfeed.MakerID(row.ID), calendarfeed.PersonID(row.PersonID))).
		WithMaker(reach.WithBranches).WithPerson(func(q *ent.PersonQuery) { q.WithProfiles(reach.WithBranches) }).All(ctx)
	if err != nil {
		return err
	}
	var ended []string
	for _, feed := range feeds {
		if !MayHaveCalendarFeed(feed.Edges.Maker, feed.Edges.Person.Edges.Profiles) {
			ended = append(ended, feed.ID)
		}
	}
	_, err = e.CalendarFeed.Delete().Where(calendarfeed.IDIn(ended...)).Exec(ctx)
	return err
}

// endCalendarFeedsOf deletes the feeds that a profile has made, and those of people.
func (e *edit) endCalendarFeedsOf(ctx context.Context, makerID string, personIDs ...string) error {
	_, err := e.CalendarFeed.Delete().
		Where(calendarfeed.Or(calendarfeed.MakerID(makerID), calendarfeed.PersonIDIn(personIDs...))).Exec(ctx)
	return err
}

// CalendarFeedsOf returns whether people have a calendar feed, in one batch.
func (s *Salon) CalendarFeedsOf(ctx context.Context, personIDs []string) (map[string]bool, error) {
	rows, err := s.store.Client().CalendarFeed.Query().Where(calendarfeed.PersonIDIn(personIDs...)).All(ctx)
	exist := make(map[string]bool, len(rows))
	for _, row := range rows {
		exist[row.PersonID] = true
	}
	return exist, err
}
