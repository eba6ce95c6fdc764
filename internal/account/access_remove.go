package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/apitoken"
	"visavis/ent/calendarfeed"
	"visavis/ent/passkey"
	"visavis/ent/passkeychallenge"
	"visavis/ent/person"
	"visavis/ent/recoverycode"
	"visavis/ent/staff"
	"visavis/internal/id"
)

// StaffAccessRemoveInput names the profile to lose access.
type StaffAccessRemoveInput struct{ StaffID string }

// StaffAccessRemove removes the account of a profile with its sessions and API tokens.
func (a *Accounts) StaffAccessRemove(ctx context.Context, input StaffAccessRemoveInput) (*ent.Staff, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var profile *ent.Staff
	err := a.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		if profile, err = e.subordinate(ctx, input.StaffID); err != nil {
			return err
		}
		if err := e.keepAnOwner(ctx, profile.ID, "staffId"); err != nil {
			return err
		}
		row, err := e.LockAccount(ctx, profile.ID)
		if err != nil || row == nil {
			return err
		}
		if err := e.notify(ctx, profile.ID, []string{row.Email}, AccessRemoved); err != nil {
			return err
		}
		if err := e.removeAccess(ctx, row); err != nil {
			return err
		}
		return e.Record(ctx, "staffAccessRemove", profile.ID, accessOf(row), nil)
	})
	return profile, err
}

func (e *edit) removeAccess(ctx context.Context, row *ent.Account) error {
	if err := e.endSessions(ctx, row.StaffID, ""); err != nil {
		return err
	}
	if _, err := e.APIToken.Delete().Where(apitoken.StaffID(row.StaffID)).Exec(ctx); err != nil {
		return err
	}
	if _, err := e.AccessLink.Delete().Where(accesslink.StaffID(row.StaffID)).Exec(ctx); err != nil {
		return err
	}
	if err := e.endCalendarFeeds(ctx, row.StaffID); err != nil {
		return err
	}
	if err := e.endPasskeys(ctx, row.StaffID); err != nil {
		return err
	}
	return e.Account.DeleteOne(row).Exec(ctx)
}

// endPasskeys deletes the passkeys, challenges and recovery codes of a profile.
func (e *edit) endPasskeys(ctx context.Context, staffID string) error {
	if _, err := e.Passkey.Delete().Where(passkey.StaffID(staffID)).Exec(ctx); err != nil {
		return err
	}
	if err := e.dropChallenges(ctx, staffID); err != nil {
		return err
	}
	_, err := e.RecoveryCode.Delete().Where(recoverycode.StaffID(staffID)).Exec(ctx)
	return err
}

// dropChallenges deletes the challenges of a profile, which may follow a password that has changed.
func (e *edit) dropChallenges(ctx context.Context, staffID string) error {
	_, err := e.PasskeyChallenge.Delete().Where(passkeychallenge.StaffID(staffID)).Exec(ctx)
	return err
}

// endCalendarFeeds deletes the feeds that a profile has made, and that of its person.
func (e *edit) endCalendarFeeds(ctx context.Context, staffID string) error {
	_, err := e.CalendarFeed.Delete().Where(calendarfeed.Or(
		calendarfeed.MakerID(staffID), calendarfeed.HasPersonWith(person.HasProfilesWith(staff.ID(staffID))),
	)).Exec(ctx)
	return err
}
