package account

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/account"
	"visavis/ent/apitoken"
	"visavis/ent/calendarfeed"
	"visavis/ent/mail"
	"visavis/ent/passkey"
	"visavis/ent/passkeychallenge"
	"visavis/ent/person"
	"visavis/ent/recoverycode"
	"visavis/ent/session"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// StaffAccessSetInput changes how a profile signs in. Nil keeps a value; an empty password or PIN removes it.
type StaffAccessSetInput struct {
	StaffID         string
	Email           *string // initially that of the profile
	Password        *string
	PIN             *string
	CurrentPassword *string // required for one's own account
}

// StaffAccessSet sets how a profile signs in, and ends its sessions.
func (a *Accounts) StaffAccessSet(ctx context.Context, input StaffAccessSetInput) (*ent.Staff, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var f form.Form
	wanted := credentials{email: readEmail(&f, "email", input.Email), password: input.Password, pin: input.PIN}
	hashed, err := a.read(ctx, &f, input.StaffID, wanted)
	if err != nil {
		return nil, err
	}
	who := actor.Of(ctx)
	var own *ent.Account // to be checked against its password
	if input.StaffID == who.StaffID {
		if own, err = a.checkOwnPassword(ctx, *cmp.Or(input.CurrentPassword, new(string))); err != nil {
			return nil, err
		}
	}
	var profile *ent.Staff
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if profile, err = e.subordinate(ctx, input.StaffID); err != nil {
			return err
		}
		if own != nil {
			if err := e.isUnchanged(ctx, own); err != nil {
				return err
			}
		}
		return e.setAccess(ctx, "staffAccessSet", profile, hashed, who.SessionID)
	})
	return profile, err
}

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

// StaffAccessSendInput names the profile to email a link to.
type StaffAccessSendInput struct{ StaffID string }

// StaffAccessSend emails a profile's person a link on which they choose password and PIN: "Schicke PIN".
func (a *Accounts) StaffAccessSend(ctx context.Context, input StaffAccessSendInput) (*ent.Staff, error) {
	if err := id.Staff.Check(input.StaffID, "staffId"); err != nil {
		return nil, err
	}
	var profile *ent.Staff
	err := a.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		if profile, err = e.subordinate(ctx, input.StaffID); err != nil {
			return err
		}
		row, err := e.LockAccount(ctx, profile.ID)
		if err != nil {
			return err
		}
		if row == nil {
			if err := e.setAccess(ctx, "staffAccessSend", profile, credentials{}, ""); err != nil {
				return err
			}
			if row, err = e.LockAccount(ctx, profile.ID); err != nil {
				return err
			}
		}
		if row.Email == "" {
			return problem.New(problem.Required, "email")
		}
		return e.sendAccess(ctx, "staffAccessSend", profile.ID, false)
	})
	return profile, err
}

// sendAccess queues the mail with the link and drops an unsent one. Those that strangers cause are limited. The link is
// created when the mail is sent.
func (e *edit) sendAccess(ctx context.Context, action, staffID string, byStranger bool) error {
	if err := e.dropWaitingMails(ctx, staffID); err != nil {
		return err
	}
	row, err := e.Mail.Create().SetKind(mail.KindACCESS).SetStaffID(staffID).SetLimited(byStranger).SetDueAt(e.Now).Save(ctx)
	if err != nil {
		return err
	}
	e.AfterCommit(e.mailQueued)
	return e.Record(ctx, action, staffID, nil, sent{row.ID})
}

// sent is the audit entry of an emailed link.
type sent struct {
	MailID string `json:"mail_id"`
}

// subordinate returns a profile that the actor reaches, that does not outrank them in any branch and is not archived, and
// locks its account until the end of the transaction.
func (e *edit) subordinate(ctx context.Context, staffID string) (*ent.Staff, error) {
	profiles, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		return e.Staff.Query().Where(staff.ID(staffID)).Where(reach.Profiles(actor.Of(ctx))...).All(ctx)
	})
	if err != nil {
		return nil, err
	}
	if len(profiles) == 0 {
		return nil, problem.New(problem.NotFound, "staffId")
	}
	row := profiles[0]
	branchIDs, err := reach.BranchesOf(ctx, e.Client, staff.ID(row.ID))
	if err != nil {
		return nil, err
	}
	switch {
	case !actor.Of(ctx).MayGrant(actor.RoleOf(row.Role), branchIDs):
		return nil, problem.New(problem.RoleTooHigh, "staffId")
	case row.ArchivedAt != nil:
		return nil, problem.New(problem.Archived, "staffId")
	}
	return row, nil
}

// credentials hold new credentials of a profile. Nil keeps a value, empty removes it.
type credentials struct{ email, password, pin *string }

// read checks new credentials of a profile and hashes them.
func (a *Accounts) read(ctx context.Context, f *form.Form, staffID string, wanted credentials) (credentials, error) {
	email, role, err := a.holderOf(ctx, staffID, wanted.email)
	if err != nil {
		return credentials{}, err
	}
	if wanted.password != nil && *wanted.password != "" {
		f.Add(checkPassword(*wanted.password, email, "password"))
	}
	if wanted.pin != nil && *wanted.pin != "" {
		f.Add(checkPIN(*wanted.pin, role, "pin"))
	}
	if err := f.Err(); err != nil {
		return credentials{}, err
	}
	hashed := credentials{email: wanted.email}
	if hashed.password, err = a.hashOf(ctx, wanted.password); err != nil {
		return credentials{}, err
	}
	hashed.pin, err = a.hashOf(ctx, wanted.pin)
	return hashed, err
}

// holderOf returns the address with which a profile will sign in, and its role.
func (a *Accounts) holderOf(ctx context.Context, staffID string, wanted *string) (email string, role actor.Role, err error) {
	profile, err := store.OrNil(a.store.Client().Staff.Query().Where(staff.ID(staffID)).WithAccount().Only(ctx))
	if err != nil {
		return "", actor.Anyone, err
	}
	if profile != nil {
		email, role = profile.Email, actor.RoleOf(profile.Role)
		if profile.Edges.Account != nil {
			email = profile.Edges.Account.Email
		}
	}
	if wanted != nil {
		email = *wanted
	}
	return email, role, nil
}

func (a *Accounts) hashOf(ctx context.Context, text *string) (*string, error) {
	if text == nil || *text == "" {
		return text, nil
	}
	hash, err := a.hash.of(ctx, *text)
	return &hash, err
}

// readEmail reads the required address to sign in with.
func readEmail(f *form.Form, field string, given *string) *string {
	email := f.Email(field, given)
	if email != nil && *email == "" {
		f.Add(problem.New(problem.Required, field))
	}
	return email
}

// setAccess stores hashed credentials of a profile and ends its sessions except one.
func (e *edit) setAccess(ctx context.Context, action string, profile *ent.Staff, c credentials, exceptSessionID string) error {
	hasPasskey, err := e.Passkey.Query().Where(passkey.StaffID(profile.ID)).Exist(ctx)
	if err != nil {
		return err
	}
	if c.password != nil && *c.password == "" && !hasPasskey {
		if err := e.keepAnOwner(ctx, profile.ID, "password"); err != nil {
			return err
		}
	}
	before, err := e.LockAccount(ctx, profile.ID)
	if err != nil {
		return err
	}
	row := before
	if row == nil {
		if row, err = e.createAccount(ctx, profile, c.email); err != nil {
			return err
		}
	}
	update := row.Update()
	c.set(update, e.Now)
	after, err := update.Save(ctx)
	if store.Fault(err) == store.ErrDuplicate {
		return problem.New(problem.Taken, "email")
	}
	if err != nil {
		return err
	}
	if after.PasswordHash != "" && after.Email == "" {
		return problem.New(problem.Required, "email")
	}
	if before != nil {
		if err := e.notify(ctx, profile.ID, []string{before.Email, after.Email}, changesOf(before, after, c)...); err != nil {
			return err
		}
	}
	if err := e.endSessions(ctx, profile.ID, exceptSessionID); err != nil {
		return err
	}
	if err := e.dropChallenges(ctx, profile.ID); err != nil {
		return err
	}
	if c.email != nil || c.password != nil {
		if err := e.dropLinks(ctx, profile.ID); err != nil {
			return err
		}
	}
	return e.Record(ctx, action, profile.ID, accessOf(before), changedAccess{accessOf(after), c.names()})
}

// dropLinks deletes the links of a profile and drops its unsent mails: they rely on data that has changed.
func (e *edit) dropLinks(ctx context.Context, staffID string) error {
	if _, err := e.AccessLink.Delete().Where(accesslink.StaffID(staffID)).Exec(ctx); err != nil {
		return err
	}
	return e.dropWaitingMails(ctx, staffID)
}

func (e *edit) dropWaitingMails(ctx context.Context, staffID string) error {
	return e.Mail.Update().Where(mail.StaffID(staffID), mail.KindEQ(mail.KindACCESS), mail.StateEQ(mail.StateWAITING)).SetState(mail.StateDROPPED).Exec(ctx)
}

func (c credentials) set(update *ent.AccountUpdateOne, now civil.Instant) {
	if c.email != nil {
		update.SetEmail(*c.email)
	}
	if c.password != nil {
		update.SetPasswordHash(*c.password).SetPasswordSetAt(now)
		if *c.password == "" {
			update.ClearPasswordSetAt()
		}
	}
	if c.pin != nil {
		update.SetPinHash(*c.pin).SetPinSetAt(now).SetPinFailures(0).ClearPinLockedUntil()
		if *c.pin == "" {
			update.ClearPinSetAt()
		}
	}
}

// createAccount creates an account. Its address defaults to that of the profile unless another account has it.
func (e *edit) createAccount(ctx context.Context, profile *ent.Staff, email *string) (*ent.Account, error) {
	address := form.Address(profile.Email)
	if email != nil {
		address = *email
	}
	taken, err := e.Account.Query().Where(account.Email(address)).Exist(ctx)
	switch {
	case err != nil:
		return nil, err
	case taken && email != nil:
		return nil, problem.New(problem.Taken, "email")
	case taken:
		address = "" // of another profile of the person, usually
	}
	create := e.Account.Create().SetStaffID(profile.ID).SetCreatedAt(e.Now)
	if address != "" {
		create.SetEmail(address)
	}
	row, err := create.Save(ctx)
	if store.Fault(err) == store.ErrDuplicate { // in the meantime
		return nil, problem.New(problem.Taken, "email")
	}
	return row, err
}

// access is the audit entry of how a profile signs in.
type access struct {
	Email         string         `json:"email"`
	PasswordSetAt *civil.Instant `json:"password_set_at,omitempty"`
	PINSetAt      *civil.Instant `json:"pin_set_at,omitempty"`
}

func accessOf(row *ent.Account) *access {
	if row == nil {
		return nil
	}
	return &access{row.Email, row.PasswordSetAt, row.PinSetAt}
}

// changedAccess names what was set: changes of a password or PIN are invisible otherwise.
type changedAccess struct {
	*access
	Set []string `json:"set"`
}

// changesOf returns what has changed for the holder of an account. A first password or PIN changes nothing.
func changesOf(before, after *ent.Account, set credentials) (list []AccessChange) {
	if before.Email != after.Email && before.Email != "" {
		list = append(list, EmailChanged)
	}
	if set.password != nil && before.PasswordHash != "" {
		list = append(list, PasswordChanged)
	}
	if set.pin != nil && before.PinHash != "" {
		list = append(list, PINChanged)
	}
	return list
}

// names returns the names of the credentials that are set.
func (c credentials) names() []string {
	names := []string{}
	for name, given := range map[string]bool{"email": c.email != nil, "password": c.password != nil, "pin": c.pin != nil} {
		if given {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// keepAnOwner returns a problem if nobody else could sign in as an owner: the salon would be locked out for good.
func (e *edit) keepAnOwner(ctx context.Context, staffID, field string) error {
	// Read after locking, because an owner may be removed while this waits.
	if _, err := e.LockOwners(ctx); err != nil {
		return err
	}
	last, err := e.IsLastOwner(ctx, staffID)
	if err == nil && last {
		return problem.New(problem.LastOwner, field)
	}
	return err
}

// AccountsOf returns accounts by profile ID, in one batch.
func (a *Accounts) AccountsOf(ctx context.Context, staffIDs []string) (map[string]*ent.Account, error) {
	rows, err := a.store.Client().Account.Query().Where(account.StaffIDIn(staffIDs...)).All(ctx)
	byStaff := make(map[string]*ent.Account, len(rows))
	for _, row := range rows {
		byStaff[row.StaffID] = row
	}
	return byStaff, err
}

// SessionsOf returns the number of live sessions by profile ID, in one batch.
func (a *Accounts) SessionsOf(ctx context.Context, staffIDs []string) (map[string]int, error) {
	rows, err := a.store.Client().Session.Query().
		Where(session.StaffIDIn(staffIDs...), session.ExpiresAtGT(a.clock())).All(ctx)
	counts := map[string]int{}
	for _, row := range rows {
		counts[row.StaffID]++
	}
	return counts, err
}
