package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// CustomerInput holds the facts that a customer, or staff on their behalf, enters.
type CustomerInput struct {
	Name             string
	Email            *string // required from customers, optional from staff; identifies the customer
	Phone            *string
	Locale           branch.Locale
	AcceptsPrivacy   bool // ignored: customers are informed, and asked for nothing
	AcceptsMarketing bool
}

// customerOf returns the customer with the contact's email address, created in the branch if necessary. Families share an
// address, so a booking leaves the name and the language of a confirmed record as they are. Anybody can write an address, so
// only a trusted contact, of a manager or of the address's owner, fills in what such a record lacks. An unconfirmed one takes
// over the facts of each booking.
func (e *edit) customerOf(ctx context.Context, v contact, branchID string, trusted bool) (*ent.Customer, error) {
	if v.email != "" && (e.looked == nil || e.looked.Customer) {
		known, err := e.Customer.Query().Where(customer.Email(v.email)).Only(ctx)
		switch {
		case err == nil && !trusted && known.ConfirmedAt != nil:
			return known, nil
		case err == nil:
			updated, err := e.updateCustomer(ctx, known, v, trusted)
			if ent.IsNotFound(err) {
				return nil, errCustomerChanged
			}
			return updated, err
		case !ent.IsNotFound(err):
			return nil, err
		}
	}
	row := &ent.Customer{
		ID: id.Customer.NewAt(int64(e.Now)), Name: v.name, Phone: v.phone, Locale: customer.Locale(v.locale), CreatedAt: e.Now, CreatedIn: &branchID,
	}
	if v.email != "" {
		row.Email = &v.email
	}
	if trusted {
		row.ConfirmedAt = &e.Now
	}
	if trusted && v.marketing {
		row.MarketingAcceptedAt = &e.Now
	}
	return row, e.InsertCustomer(ctx, row)
}

func (e *edit) updateCustomer(ctx context.Context, known *ent.Customer, v contact, trusted bool) (*ent.Customer, error) {
	update := known.Update()
	isConfirmed := known.ConfirmedAt != nil
	if !isConfirmed {
		update.SetName(v.name).SetLocale(customer.Locale(v.locale))
	}
	if known.Phone == "" || !isConfirmed {
		update.SetPhone(v.phone)
	}
	if !trusted {
		return update.Save(ctx)
	}
	if !isConfirmed {
		update.SetConfirmedAt(e.Now)
	}
	switch {
	case v.marketing && (known.MarketingAcceptedAt == nil || !isConfirmed):
		update.SetMarketingAcceptedAt(e.Now)
	case !isConfirmed: // anybody may have consented
		update.ClearMarketingAcceptedAt()
	}
	return update.Save(ctx)
}

// A namedBooker is whom staff name as the customer: one on record, a contact, or nobody.
type namedBooker struct {
	customerID *string
	contact    *contact
}

// readBooker validates the customer that staff name.
func readBooker(f *form.Form, customerID *string, customer *CustomerInput) namedBooker {
	switch {
	case customerID != nil && customer != nil:
		f.Add(problem.New(problem.ExactlyOne, "customer", "customer, customerId"))
	case customer != nil:
		v := readContact(f, "customer", *customer)
		return namedBooker{contact: &v}
	}
	return namedBooker{customerID: customerID}
}

// bookerNamed returns the customer on record, or the one with the contact, who is created if necessary; nil if staff name nobody.
func (e *edit) bookerNamed(ctx context.Context, named namedBooker, branchID string) (*booker, error) {
	switch {
	case named.contact != nil:
		return e.bookerOf(ctx, *named.contact, branchID)
	case named.customerID != nil:
		if err := id.Customer.Check(*named.customerID, "customerId"); err != nil {
			return nil, err
		}
		return e.bookerOnRecord(ctx, *named.customerID, branchID)
	}
	return nil, nil
}

// A booker is the customer of a booking by staff.
type booker struct {
	contact    contact
	customerID string
	linked     bool // by somebody who keeps records, which vouches for the link
}

// attach sets the customer of an appointment.
func (b *booker) attach(e *edit, a *ent.Appointment) {
	if b == nil {
		return
	}
	b.contact.write(a)
	a.CustomerID = &b.customerID
	if b.linked {
		a.ContactConfirmedAt = &e.Now
	}
}

// bookerOf returns the customer with the contact, for a booking in a branch. What members write is a contact; they cannot
// change records, and the answer does not depend on whether the address is known. Nor does what others write change a record
// that they do not reach before they book.
func (e *edit) bookerOf(ctx context.Context, v contact, branchID string) (*booker, error) {
	who := actor.Of(ctx)
	keeps := who.KeepsCustomers(branchID)
	reached := keeps
	if keeps && v.email != "" {
		known, err := e.Customer.Query().Where(customer.Email(v.email), customer.Not(reach.Customers(who))).Exist(ctx)
		if err != nil {
			return nil, err
		}
		reached = !known
	}
	row, err := e.customerOf(ctx, v, branchID, reached)
	if err != nil {
		return nil, err
	}
	if reached && v.phone == "" {
		v.phone = row.Phone
	}
	return &booker{v, row.ID, keeps}, nil
}

// bookerOnRecord returns a customer on record whom the actor may see, for a booking in a branch.
func (e *edit) bookerOnRecord(ctx context.Context, customerID, branchID string) (*booker, error) {
	who := actor.Of(ctx)
	row, err := e.Customer.Query().Where(customer.ID(customerID), schedule.CustomersSeenBy(who, e.Now)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, "customerId")
	}
	if err != nil {
		return nil, err
	}
	return &booker{contactOnRecord(row), row.ID, who.KeepsCustomers(branchID)}, nil
}

// CustomerIDOf returns the ID of the appointment's customer, or nil if there is none that the actor may see.
func (b *Booking) CustomerIDOf(ctx context.Context, a *ent.Appointment) *string {
	who := actor.Of(ctx)
	if who.KeepsCustomers(a.BranchID) || who.MaySee(a.BranchID, a.PersonID) && schedule.CustomerIsShown(a, b.clock()) {
		return a.CustomerID
	}
	return nil
}
