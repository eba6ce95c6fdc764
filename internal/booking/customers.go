package booking

import (
	"context"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/lookup"
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

// Customers returns customers whose records the actor keeps, ordered by name: all, or those that match every term of the text,
// see [lookup.Read]. A complete email address matches only who has it.
func (b *Booking) Customers(ctx context.Context, search *string, request pagination.Request) (*CustomerPage, error) {
	list, err := lookup.ReadList(search, request)
	if err != nil {
		return nil, err
	}
	var rows []*ent.Customer
	err = b.store.ViewCustomPlan(ctx, func(client *ent.Client) (err error) {
		rows, err = customers(ctx, client, list.Search, list.After, request.First+1)
		return err
	})
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(c *ent.Customer) pagination.Token { return pagination.ByKey(c.OrderKey, c.ID) }), nil
}

// customers returns some of the customers whom the text means, or of all if it is empty, that are behind a place.
func customers(ctx context.Context, client *ent.Client, text string, after *lookup.Place, limit int) ([]*ent.Customer, error) {
	who := actor.Of(ctx)
	query := client.Customer.Query().Order(ent.Asc(customer.FieldOrderKey, customer.FieldID))
	search := lookup.Search{Within: reach.Customers(who), Among: reach.CustomersAmong(who), After: after, Limit: limit, Few: lookup.Few}
	if text == "" && len(search.Among) == 0 {
		return query.Where(lookup.Behind(after), search.Within).Limit(limit).All(ctx)
	}
	if whole := customer.EmailIn(form.Spellings(text)...); strings.Contains(text, "@") {
		found, err := query.Clone().Where(whole, search.Within).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			return slices.DeleteFunc(found, after.IsNotBefore), nil
		}
	}
	if text != "" {
		countries, err := client.Branch.Query().Where(branch.CountryCodeNotNil()).Unique(true).Select(branch.FieldCountryCode).Strings(ctx)
		if err != nil {
			return nil, err
		}
		if search.Terms = lookup.Read(text, countries); len(search.Terms) == 0 {
			return nil, nil // the text has no word
		}
	}
	ids, err := search.IDs(ctx, client)
	if len(ids) == 0 || err != nil {
		return nil, err
	}
	return query.Where(customer.IDIn(ids...)).All(ctx)
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
		case email != nil && (before.Email == nil || form.Address(*before.Email) != *email): // another, not another spelling
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
		_, err = audit.Record(ctx, tx, b.clock(), "customerUpdate", after.ID, nil, changed)
		return err
	})
	if store.Fault(err) == store.ErrDuplicate {
		return nil, problem.New(problem.Taken, "email")
	}
	return after, err
}
