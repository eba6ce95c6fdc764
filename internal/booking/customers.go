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
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
	"visavis/internal/visit"
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

// CustomerSort is the order of a list of customers.
type CustomerSort string

// The orders: by name, by last visit with the newest first, and by next visit with the earliest first. Who has none follows by name.
const (
	ByName      CustomerSort = "NAME"
	ByLastVisit CustomerSort = "LAST_VISIT"
	ByNextVisit CustomerSort = "NEXT_VISIT"
)

// visitOrders are those by visits.
var visitOrders = map[CustomerSort]visit.Order{ByLastVisit: visit.ByLast, ByNextVisit: visit.ByNext}

// CustomerSearch selects customers.
type CustomerSearch struct {
	Text   *string // see [lookup.Read]; nil or empty: all. What it finds is sorted by name. A complete email address matches only who has it
	Sort   CustomerSort
	Filter *visit.Filter // nil: all
	Page   pagination.Request
}

// Customers returns customers whose records the actor keeps, those who match every term of the text and the filter.
func (b *Booking) Customers(ctx context.Context, search CustomerSearch) (*CustomerPage, error) {
	order, isByVisit := visitOrders[search.Sort]
	filter := visit.Filter{}
	if search.Filter != nil {
		filter = *search.Filter
	}
	if isByVisit && (search.Text == nil || strings.TrimSpace(*search.Text) == "") {
		return b.customersByVisit(ctx, search.Page, order, filter)
	}
	list, err := lookup.ReadList(search.Text, search.Page)
	if err != nil {
		return nil, err
	}
	query := customerQuery{text: list.Search, filter: filter, now: b.clock(), after: list.After, limit: search.Page.First + 1}
	var rows []*ent.Customer
	err = b.store.ViewCustomPlan(ctx, func(client *ent.Client) (err error) {
		rows, err = customers(ctx, client, query)
		return err
	})
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, search.Page, byName), nil
}

func byName(c *ent.Customer) pagination.Token { return pagination.ByKey(c.OrderKey, c.ID) }

func (b *Booking) customersByVisit(ctx context.Context, request pagination.Request, order visit.Order, filter visit.Filter) (*CustomerPage, error) {
	walk := visit.Walk{Who: actor.Of(ctx), Now: b.clock(), Order: order, Filter: filter}
	after, err := readListed(request)
	if err != nil {
		return nil, err
	}
	var found []listed
	err = b.store.ViewCustomPlan(ctx, func(client *ent.Client) (err error) {
		found, err = customersByWalk(ctx, client, walk, after, request.First+1)
		return err
	})
	if err != nil {
		return nil, err
	}
	rows := make([]*ent.Customer, len(found))
	tokens := map[string]pagination.Token{}
	for i, one := range found {
		rows[i] = one.Customer
		tokens[one.ID] = one.token
	}
	return pagination.Of(rows, request, func(c *ent.Customer) pagination.Token { return tokens[c.ID] }), nil
}

// A customerQuery reads customers by name.
type customerQuery struct {
	text    string // empty: all
	filter  visit.Filter
	now     civil.Instant
	without *visit.Order  // those without an appointment that counts in it; nil: all
	after   *lookup.Place // nil: from the beginning
	limit   int
}

// customers returns some of the customers whom the text means, or of all if it is empty, that are behind a place.
func customers(ctx context.Context, client *ent.Client, q customerQuery) ([]*ent.Customer, error) {
	who := actor.Of(ctx)
	query := client.Customer.Query().Order(ent.Asc(customer.FieldOrderKey, customer.FieldID))
	search := lookup.Search{Within: q.filter.Within(who, q.now, q.without), Among: reach.CustomersAmong(who), After: q.after, Limit: q.limit, Few: lookup.Few}
	if among := q.filter.Among(who, q.now); q.text == "" && among != nil {
		search.Among = among
	}
	if q.text == "" && len(search.Among) == 0 {
		return query.Where(lookup.Behind(q.after), search.Within).Limit(q.limit).All(ctx)
	}
	if whole := customer.EmailIn(form.Spellings(q.text)...); strings.Contains(q.text, "@") {
		found, err := query.Clone().Where(whole, search.Within).All(ctx)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			return slices.DeleteFunc(found, q.after.IsNotBefore), nil
		}
	}
	if q.text != "" {
		countries, err := client.Branch.Query().Where(branch.CountryCodeNotNil()).Unique(true).Select(branch.FieldCountryCode).Strings(ctx)
		if err != nil {
			return nil, err
		}
		if search.Terms = lookup.Read(q.text, countries); len(search.Terms) == 0 {
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
		before, err := b.lockedCustomer(ctx, tx, input.ID, "id")
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
