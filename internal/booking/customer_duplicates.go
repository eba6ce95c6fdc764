package booking

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/lookup"
	"visavis/internal/reach"
)

const (
	// mostDuplicates is how many customers are proposed.
	mostDuplicates = 20
	// mostSharing is how many who share a number are looked at: strangers may have written it into many records.
	mostSharing = 200
)

// DuplicatesOf returns, by customer, others whose records the actor keeps and who may be the same person, ordered by name: they have the same
// phone number, however it is typed, or the email address in a spelling from before addresses had one form.
func (b *Booking) DuplicatesOf(ctx context.Context, customerIDs []string) (map[string][]*ent.Customer, error) {
	client := b.store.Client()
	rows, err := client.Customer.Query().Where(customer.IDIn(customerIDs...)).All(ctx)
	if err != nil {
		return nil, err
	}
	return alike(ctx, client, rows)
}

// SharingPhone returns other customers whose records the actor keeps and who have the same phone number, as a family may, ordered by name.
func (b *Booking) SharingPhone(ctx context.Context, of *ent.Customer) ([]*ent.Customer, error) {
	found, err := alike(ctx, b.store.Client(), []*ent.Customer{{ID: of.ID, Phone: of.Phone}})
	return found[of.ID], err
}

// alike returns by customer those who have the same phone number or email address.
func alike(ctx context.Context, client *ent.Client, rows []*ent.Customer) (map[string][]*ent.Customer, error) {
	var phones, emails []string
	for _, row := range rows {
		phones = append(phones, row.Phone)
		emails = append(emails, spellingsOf(row)...)
	}
	sharing, err := lookup.WithPhones(ctx, client, phones, mostSharing)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, some := range sharing {
		ids = append(ids, some...)
	}
	if len(ids)+len(emails) == 0 {
		return nil, nil
	}
	others, err := client.Customer.Query().Where(customer.Or(customer.IDIn(ids...), customer.EmailIn(emails...)), reach.Customers(actor.Of(ctx))).
		Order(ent.Asc(customer.FieldOrderKey, customer.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	found := map[string][]*ent.Customer{}
	for _, row := range rows {
		spellings := spellingsOf(row)
		for _, other := range others {
			isAlike := slices.Contains(sharing[row.Phone], other.ID) || other.Email != nil && slices.Contains(spellings, *other.Email)
			if isAlike && other.ID != row.ID && len(found[row.ID]) < mostDuplicates {
				found[row.ID] = append(found[row.ID], other)
			}
		}
	}
	return found, nil
}

// spellingsOf returns the forms in which the address of a customer may be stored.
func spellingsOf(of *ent.Customer) []string {
	if of.Email == nil {
		return nil
	}
	return form.Spellings(*of.Email)
}
