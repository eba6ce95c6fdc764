package account

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/accesslink"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// LinkDays is the validity of a link in days.
const LinkDays = 7

const linkValidity = LinkDays * 24 * time.Hour

// OwnerLink returns a link that creates the owner, or "" if an owner can sign in.
func (a *Accounts) OwnerLink(ctx context.Context) (text string, err error) {
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		text = ""
		owners, err := e.LockOwners(ctx)
		if err != nil || len(owners) > 0 {
			return err
		}
		text, err = e.makeLink(ctx, nil)
		return err
	})
	return text, err
}

// AccessLink creates a link on which the person of a profile chooses password and PIN, and invalidates the previous
// one. It returns "" if the profile has no account.
func AccessLink(ctx context.Context, tx *store.Tx, now civil.Instant, staffID string) (text string, err error) {
	if row, err := tx.LockAccount(ctx, staffID); err != nil || row == nil {
		return "", err
	}
	if _, err := tx.AccessLink.Delete().Where(accesslink.StaffID(staffID)).Exec(ctx); err != nil {
		return "", err
	}
	return (&edit{Edit: audit.Edit{Tx: tx, Now: now}}).makeLink(ctx, &staffID)
}

func (e *edit) makeLink(ctx context.Context, staffID *string) (text string, err error) {
	text = secret.New()
	return text, e.AccessLink.Create().SetSecretHash(secret.Hash(text)).SetNillableStaffID(staffID).
		SetExpiresAt(e.Now.Add(linkValidity)).Exec(ctx)
}

// OwnerCreateInput describes the first owner of a salon.
type OwnerCreateInput struct {
	Secret    string // of the link that the server printed
	FirstName string
	LastName  *string
	Email     string
	Password  string
}

// OwnerCreate creates the owner and signs them in.
func (a *Accounts) OwnerCreate(ctx context.Context, input OwnerCreateInput) (*SignedIn, error) {
	var f form.Form
	firstName := f.Name("firstName", &input.FirstName)
	lastName := f.Line("lastName", input.LastName, form.NameLength)
	if lastName == nil {
		lastName = new(string)
	}
	if input.Password == "" {
		f.Add(problem.New(problem.Required, "password"))
	}
	wanted := credentials{email: readEmail(&f, "email", &input.Email), password: &input.Password}
	if _, err := a.checkLink(ctx, &f, input.Secret, accesslink.StaffIDIsNil()); err != nil {
		return nil, err
	}
	hashed, err := a.read(ctx, &f, "", wanted)
	if err != nil {
		return nil, err
	}
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if _, err := e.use(ctx, input.Secret, accesslink.StaffIDIsNil()); err != nil {
			return err
		}
		if err := e.ownerless(ctx); err != nil {
			return err
		}
		profile, err := e.createOwner(ctx, *firstName, *lastName, *hashed.email)
		if err != nil {
			return err
		}
		before := actor.Of(ctx)
		ctx = actor.With(ctx, actor.Actor{Role: actor.Owner, StaffID: profile.ID, PersonID: profile.PersonID})
		if err := e.setAccess(ctx, "ownerCreate", profile, hashed, ""); err != nil {
			return err
		}
		begun, err = e.begin(ctx, profile, byPassword, before)
		return err
	})
	return begun, err
}

func (e *edit) createOwner(ctx context.Context, firstName, lastName, email string) (*ent.Staff, error) {
	person, err := e.Person.Create().Save(ctx)
	if err != nil {
		return nil, err
	}
	return e.Staff.Create().SetPersonID(person.ID).SetFirstName(firstName).SetLastName(lastName).
		SetDisplayName(form.CutName(firstName + " " + lastName)).SetEmail(email).SetColor(ownersColor).
		SetRole(staff.RoleOWNER).SetBookableOnline(false).Save(ctx)
}

// ownersColor is the initial color of the owner's calendar column.
const ownersColor = "#0f5c63"

// ownerless returns a problem if the salon has an owner by now, and deletes the other printed links.
func (e *edit) ownerless(ctx context.Context) error {
	owners, err := e.LockOwners(ctx)
	if err != nil {
		return err
	}
	if len(owners) > 0 {
		return problem.New(problem.LinkUsed, "secret")
	}
	_, err = e.AccessLink.Delete().Where(accesslink.StaffIDIsNil()).Exec(ctx)
	return err
}

// checkLink adds a problem if the link was used or has expired. It returns the profile that the link is for, if any.
func (a *Accounts) checkLink(ctx context.Context, f *form.Form, text string, kind predicate.AccessLink) (staffID string, err error) {
	row, err := store.OrNil(a.store.Client().AccessLink.Query().Where(linkWith(text), kind, accesslink.ExpiresAtGT(a.clock())).Only(ctx))
	switch {
	case err != nil:
		return "", err
	case row == nil:
		f.Add(problem.New(problem.LinkUsed, "secret"))
	case row.StaffID != nil:
		return *row.StaffID, nil
	}
	return "", nil
}

// use deletes a link, so that it works once.
func (e *edit) use(ctx context.Context, text string, kind predicate.AccessLink) (*ent.AccessLink, error) {
	row, err := e.AccessLink.Query().Where(linkWith(text), kind, accesslink.ExpiresAtGT(e.Now)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.LinkUsed, "secret")
	}
	if err != nil {
		return nil, err
	}
	// Another request may have used it while this one waited.
	taken, err := e.AccessLink.Delete().Where(accesslink.ID(row.ID)).Exec(ctx)
	if err == nil && taken == 0 {
		return nil, problem.New(problem.LinkUsed, "secret")
	}
	return row, err
}

func linkWith(text string) predicate.AccessLink {
	return accesslink.SecretHash(secret.Hash(form.Copied(text)))
}

// given returns nil for an empty text.
func given(text *string) *string {
	if text == nil || *text == "" {
		return nil
	}
	return text
}

// AccessLinkUseInput holds what the reader of a link chose.
type AccessLinkUseInput struct {
	Secret   string // of the emailed link
	Password *string
	PIN      *string
}

// AccessLinkUse sets the password, the PIN or both for the link's recipient, and signs them in. It returns no session if
// the account also requires a passkey.
func (a *Accounts) AccessLinkUse(ctx context.Context, input AccessLinkUseInput) (*SignedIn, error) {
	var f form.Form
	wanted := credentials{password: given(input.Password), pin: given(input.PIN)}
	if wanted.password == nil && wanted.pin == nil {
		f.Add(problem.New(problem.Required, "password"))
	}
	staffID, err := a.checkLink(ctx, &f, input.Secret, accesslink.StaffIDNotNil())
	if err != nil {
		return nil, err
	}
	hashed, err := a.read(ctx, &f, staffID, wanted)
	if err != nil {
		return nil, err
	}
	var begun *SignedIn
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		link, err := e.use(ctx, input.Secret, accesslink.StaffIDNotNil())
		if err != nil {
			return err
		}
		profile, err := e.Staff.Get(ctx, *link.StaffID)
		if err != nil {
			return err
		}
		if profile.ArchivedAt != nil {
			return problem.New(problem.LinkUsed, "secret")
		}
		before := actor.Of(ctx)
		ctx = actor.With(ctx, actor.Actor{Role: actor.RoleOf(profile.Role), StaffID: profile.ID, PersonID: profile.PersonID})
		if err := e.setAccess(ctx, "accessLinkUse", profile, hashed, ""); err != nil {
			return err
		}
		row, err := e.LockAccount(ctx, profile.ID)
		if err != nil || row.PasskeyRequired { // the link takes the place of the password, not of the passkey
			return err
		}
		begun, err = e.begin(ctx, profile, byPassword, before)
		return err
	})
	return begun, err
}

// PasswordResetRequestInput holds the address to sign in with.
type PasswordResetRequestInput struct{ Email string }

// PasswordResetRequest emails a link to the account with the address, and reports whether links are sent at all. The answer
// does not disclose whether there is an account.
func (a *Accounts) PasswordResetRequest(ctx context.Context, input PasswordResetRequestInput) (sends bool, err error) {
	accounts, err := a.accountsOf(ctx, input.Email)
	if err != nil {
		return false, err
	}
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if sends, err = a.sendsMail(ctx, e.Client); err != nil {
			return err
		}
		active := slices.DeleteFunc(slices.Clone(accounts), func(row *ent.Account) bool { return row.Edges.Staff.ArchivedAt != nil })
		if len(active) == 0 {
			// Takes as long as with an account.
			return e.Record(ctx, "passwordResetRequest", "", nil, sent{})
		}
		for _, row := range active {
			if err := e.sendAccess(ctx, "passwordResetRequest", row.StaffID, true); err != nil {
				return err
			}
		}
		return nil
	})
	return sends, err
}
