package account

import (
	"context"
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

// LinkDays is for how many days a link opens.
const LinkDays = 7

const linkValidity = LinkDays * 24 * time.Hour

// OwnerLink makes a link that creates the owner, as long as nobody can sign in as
// one; empty when somebody can.
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

// AccessLink makes a link at which the person of a profile chooses password and PIN;
// empty when the profile has no account any more. The one before it opens no more.
func AccessLink(ctx context.Context, tx *store.Tx, now civil.Instant, staffID string) (text string, err error) {
	if row, err := tx.LockAccount(ctx, staffID); err != nil || row == nil {
		return "", err
	}
	if _, err := tx.AccessLink.Delete().Where(accesslink.StaffID(staffID)).Exec(ctx); err != nil {
		return "", err
	}
	return (&edit{audit.Edit{Tx: tx, Now: now}}).makeLink(ctx, &staffID)
}

func (e *edit) makeLink(ctx context.Context, staffID *string) (text string, err error) {
	text = secret.New()
	return text, e.AccessLink.Create().SetSecretHash(secret.Hash(text)).SetNillableStaffID(staffID).
		SetExpiresAt(e.Now.Add(linkValidity)).Exec(ctx)
}

// OwnerCreateInput makes the owner of a salon that has none.
type OwnerCreateInput struct {
	Secret    string // of the link that the server has printed
	FirstName string
	LastName  *string
	Email     string
	Password  string
}

// OwnerCreate makes the owner, and signs them in.
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
	if _, err := a.opens(ctx, &f, input.Secret, accesslink.StaffIDIsNil()); err != nil {
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
		begun, err = e.begin(ctx, profile, nil, before)
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

// ownersColor is that of the owner's calendar column until they choose another.
const ownersColor = "#0f5c63"

// ownerless refuses when somebody has become the owner meanwhile, and closes the
// other links that were printed.
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

// opens adds a problem when a link does not open: it was used, or has expired. It
// gives the profile that the link is for, if any.
func (a *Accounts) opens(ctx context.Context, f *form.Form, text string, kind predicate.AccessLink) (staffID string, err error) {
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

// use takes a link away, so that it opens once.
func (e *edit) use(ctx context.Context, text string, kind predicate.AccessLink) (*ent.AccessLink, error) {
	row, err := e.AccessLink.Query().Where(linkWith(text), kind, accesslink.ExpiresAtGT(e.Now)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.LinkUsed, "secret")
	}
	if err != nil {
		return nil, err
	}
	// Somebody else may have taken it while we waited.
	taken, err := e.AccessLink.Delete().Where(accesslink.ID(row.ID)).Exec(ctx)
	if err == nil && taken == 0 {
		return nil, problem.New(problem.LinkUsed, "secret")
	}
	return row, err
}

func linkWith(text string) predicate.AccessLink { return accesslink.SecretHash(secret.Hash(text)) }

// given passes an empty text over.
func given(text *string) *string {
	if text == nil || *text == "" {
		return nil
	}
	return text
}

// AccessLinkUseInput is what somebody chooses to sign in with.
type AccessLinkUseInput struct {
	Secret   string // of the link that they were sent
	Password *string
	PIN      *string
}

// AccessLinkUse sets the password, the PIN or both of whom the link was sent to, and
// signs them in.
func (a *Accounts) AccessLinkUse(ctx context.Context, input AccessLinkUseInput) (*SignedIn, error) {
	var f form.Form
	wanted := credentials{password: given(input.Password), pin: given(input.PIN)}
	if wanted.password == nil && wanted.pin == nil {
		f.Add(problem.New(problem.Required, "password"))
	}
	staffID, err := a.opens(ctx, &f, input.Secret, accesslink.StaffIDNotNil())
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
		begun, err = e.begin(ctx, profile, nil, before)
		return err
	})
	return begun, err
}

// PasswordResetRequestInput is the address of somebody who cannot sign in.
type PasswordResetRequestInput struct{ Email string }

// PasswordResetRequest sends a link to whoever signs in with the address. Whether
// there is such an account nobody learns.
func (a *Accounts) PasswordResetRequest(ctx context.Context, input PasswordResetRequestInput) error {
	known, err := a.accountOf(ctx, input.Email)
	if err != nil {
		return err
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		if known == nil || known.Edges.Staff.ArchivedAt != nil {
			// It takes as long.
			return e.Record(ctx, "passwordResetRequest", "", nil, sent{})
		}
		return e.sendAccess(ctx, a, "passwordResetRequest", known.StaffID)
	})
}
