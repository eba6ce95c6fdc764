package account

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/passkey"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/store"
)

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
		wanted.pin = new(readPIN(*wanted.pin))
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
		row, err = e.createAccount(ctx, profile, c.email)
	} else if c.email != nil {
		c.email, err = e.addressFor(ctx, before, *c.email)
	}
	if err != nil {
		return err
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
	taken, err := e.Account.Query().Where(account.EmailIn(form.Spellings(address)...)).Exist(ctx)
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

// addressFor returns in which spelling an account gets an address, or a problem if another one has it in any. Accounts that have
// shared an address since before addresses had one form keep their spellings.
func (e *edit) addressFor(ctx context.Context, row *ent.Account, address string) (*string, error) {
	taken, err := e.Account.Query().Where(account.EmailIn(form.Spellings(address)...), account.IDNEQ(row.ID)).Exist(ctx)
	switch {
	case err != nil:
		return nil, err
	case taken && form.Address(row.Email) == address:
		return &row.Email, nil
	case taken:
		return nil, problem.New(problem.Taken, "email")
	}
	return &address, nil
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
