package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// CustomerCreateInput holds the facts of a customer whom staff enter without an appointment.
type CustomerCreateInput struct {
	BranchID       string // which keeps the record
	Name           string
	Email          *string
	Phone          *string
	Locale         branch.Locale
	IdempotencyKey *string
}

// CustomerCreated is a new customer, with others who have the same phone number.
type CustomerCreated struct {
	Customer     *ent.Customer
	SharingPhone []*ent.Customer
}

// CustomerCreate creates a customer. A phone number links nobody: families share one.
func (b *Booking) CustomerCreate(ctx context.Context, input CustomerCreateInput) (CustomerCreated, error) {
	created, err := b.customerCreate(ctx, input)
	if err != nil {
		return CustomerCreated{}, err
	}
	sharing, err := b.SharingPhone(ctx, created)
	return CustomerCreated{created, sharing}, err
}

func (b *Booking) customerCreate(ctx context.Context, input CustomerCreateInput) (*ent.Customer, error) {
	var f form.Form
	written := contact{name: *f.PersonName("name", &input.Name), locale: input.Locale}
	if email := f.Email("email", input.Email); email != nil {
		written.email = *email
	}
	if phone := f.Line("phone", input.Phone, form.NameLength); phone != nil {
		written.phone = *phone
	}
	request, wrong := idempotency.OfActor(ctx, input.IdempotencyKey, input)
	f.Add(wrong)
	if err := f.Err(); err != nil {
		return nil, err
	}
	if err := id.Branch.Check(input.BranchID, "branchId"); err != nil {
		return nil, err
	}
	var created *ent.Customer
	err := idempotency.Create(func() error {
		return b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
			created, err = b.createCustomer(ctx, tx, input.BranchID, written, request)
			return err
		})
	})
	if store.Fault(err) == store.ErrDuplicate {
		return nil, problem.New(problem.Taken, "email")
	}
	return created, err
}

func (b *Booking) createCustomer(ctx context.Context, tx *store.Tx, branchID string, written contact, request idempotency.Request) (*ent.Customer, error) {
	in, err := tx.Branch.Get(ctx, branchID)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, "branchId")
	}
	if err != nil {
		return nil, err
	}
	if !actor.Of(ctx).KeepsCustomers(in.ID) {
		return nil, problem.New(problem.OwnBranchesOnly, "branchId")
	}
	customerID, isRetry, err := request.Claim(ctx, tx, b.clock(), id.Customer)
	if err != nil {
		return nil, err
	}
	if isRetry {
		return idempotency.Created(tx.Customer.Get(ctx, customerID))
	}
	create := tx.Customer.Create().SetID(customerID).SetName(written.name).SetPhone(written.phone).SetLocale(customer.Locale(written.locale)).
		SetConfirmedAt(b.clock()).SetCreatedAt(b.clock()).SetCreatedIn(in.ID)
	if written.email != "" {
		isKnown, err := tx.Customer.Query().Where(customer.EmailIn(form.Spellings(written.email)...)).Exist(ctx)
		if err != nil {
			return nil, err
		}
		if isKnown {
			return nil, problem.New(problem.Taken, "email")
		}
		create.SetEmail(written.email)
	}
	created, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	_, err = audit.Record(ctx, tx, b.clock(), "customerCreate", created.ID, nil, createdIn{in.ID})
	return created, err
}

// createdIn is the audit trail's record of a new customer, without their facts.
type createdIn struct {
	BranchID string `json:"created_in"`
}
