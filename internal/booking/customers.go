package booking

import (
	"context"
	"strings"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// Customer returns a customer, or nil if there is none whose record the actor keeps.
func (b *Booking) Customer(ctx context.Context, customerID string) (*ent.Customer, error) {
	if err := id.Customer.Check(customerID, "id"); err != nil {
		return nil, err
	}
	return store.OrNil(b.store.Client().Customer.Query().Where(customer.ID(customerID), reach.Customers(actor.Of(ctx))).Only(ctx))
}

// CustomerPage is a page of customers.
type CustomerPage = pagination.Connection[ent.Customer]

// Customers returns customers whose records the actor keeps, ordered by name: all, or those whose name, email address or phone
// number contains the text. A complete email address matches only its customer.
func (b *Booking) Customers(ctx context.Context, search *string, request pagination.Request) (*CustomerPage, error) {
	after, err := request.Read()
	if err != nil {
		return nil, err
	}
	wanted := []predicate.Customer{reach.Customers(actor.Of(ctx))}
	if search != nil {
		text := strings.TrimSpace(*search)
		if !form.IsText(text) {
			return nil, problem.New(problem.NotFound, "search")
		}
		meant, err := b.meant(ctx, text)
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, meant)
	}
	if after != nil {
		wanted = append(wanted, customer.NameGTE(after.First), // what follows says so, but not to an index
			customer.Or(customer.NameGT(after.First), customer.And(customer.Name(after.First), customer.IDGT(after.Second))))
	}
	var rows []*ent.Customer
	err = b.store.ViewCustomPlan(ctx, func(client *ent.Client) (err error) {
		rows, err = client.Customer.Query().Where(wanted...).Order(customer.ByName(), customer.ByID()).Limit(request.First + 1).All(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(c *ent.Customer) pagination.Token { return pagination.Token{First: c.Name, Second: c.ID} }), nil
}

// meant selects the customers that match the text. The index covers complete addresses; parts of addresses match most rows.
func (b *Booking) meant(ctx context.Context, text string) (predicate.Customer, error) {
	if whole := customer.Email(form.Address(text)); strings.Contains(text, "@") {
		known, err := b.store.Client().Customer.Query().Where(whole, reach.Customers(actor.Of(ctx))).Exist(ctx)
		if known || err != nil {
			return whole, err
		}
	}
	parts := []predicate.Customer{customer.NameContainsFold(text), customer.PhoneContainsFold(text)}
	if !strings.Contains(text, " ") { // no address has one
		parts = append(parts, customer.EmailContainsFold(text))
	}
	return customer.Or(parts...), nil
}

// CustomerUpdateInput holds changes of a customer; nil keeps a value.
type CustomerUpdateInput struct {
	ID               string
	Name             *string
	Email            *string // empty: none
	Phone            *string
	Locale           *branch.Locale
	AcceptsMarketing *bool
}

// CustomerUpdate changes the given fields.
func (b *Booking) CustomerUpdate(ctx context.Context, input CustomerUpdateInput) (*ent.Customer, error) {
	var f form.Form
	name := f.PersonName("name", input.Name)
	email := f.Email("email", input.Email)
	phone := f.Line("phone", input.Phone, form.NameLength)
	if err := f.Err(); err != nil {
		return nil, err
	}
	if err := id.Customer.Check(input.ID, "id"); err != nil {
		return nil, err
	}
	var after *ent.Customer
	err := b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		before, err := tx.Customer.Query().Where(customer.ID(input.ID), reach.Customers(actor.Of(ctx))).Only(ctx)
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "id")
		}
		if err != nil {
			return err
		}
		update := before.Update()
		if name != nil {
			update.SetName(*name)
		}
		switch {
		case email != nil && *email == "":
			update.ClearEmail()
		case email != nil:
			update.SetEmail(*email)
		}
		if phone != nil {
			update.SetPhone(*phone)
		}
		if input.Locale != nil {
			update.SetLocale(customer.Locale(*input.Locale))
		}
		switch {
		case input.AcceptsMarketing == nil:
		case !*input.AcceptsMarketing:
			update.ClearMarketingAcceptedAt()
		case before.MarketingAcceptedAt == nil:
			update.SetMarketingAcceptedAt(b.clock())
		}
		if before.ConfirmedAt == nil {
			update.SetConfirmedAt(b.clock()) // what staff keep is theirs
		}
		// The audit trail records only which personal fields have changed.
		changed := struct{ Changed []string }{update.Mutation().Fields()}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		if err := carryOver(ctx, tx.Client, before, after, b.clock()); err != nil {
			return err
		}
		_, err = audit.Record(ctx, tx.Client, b.clock(), "customerUpdate", after.ID, nil, changed)
		return err
	})
	if store.Fault(err) == store.ErrDuplicate {
		return nil, problem.New(problem.Taken, "email")
	}
	return after, err
}
