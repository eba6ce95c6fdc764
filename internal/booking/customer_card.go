package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customercard"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// cardLength is the maximum length of a text of a card in characters.
const cardLength = 2000

// CustomerCardsOf returns the cards of customers, by customer. Whoever sees a customer sees the card; most have none.
func (b *Booking) CustomerCardsOf(ctx context.Context, customerIDs []string) (map[string]*ent.CustomerCard, error) {
	rows, err := b.store.Client().CustomerCard.Query().Where(customercard.CustomerIDIn(customerIDs...)).All(ctx)
	cards := make(map[string]*ent.CustomerCard, len(rows))
	for _, row := range rows {
		cards[row.CustomerID] = row
	}
	return cards, err
}

// CustomerCardSetInput holds texts of a customer's card; nil keeps a text.
type CustomerCardSetInput struct {
	ID              string // of the customer
	Notes           *string
	Allergies       *string
	Formulas        *string
	ExpectedVersion *int // nil: any; 0: there is no card
}

// CustomerCardSet writes the given texts of a customer's card. If the card has changed meanwhile, it returns the customer with the problem.
func (b *Booking) CustomerCardSet(ctx context.Context, input CustomerCardSetInput) (of *ent.Customer, err error) {
	var f form.Form
	given := cardTexts{
		f.Text("notes", input.Notes, cardLength), f.Text("allergies", input.Allergies, cardLength), f.Text("formulas", input.Formulas, cardLength),
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	if err := id.Customer.Check(input.ID, "id"); err != nil {
		return nil, err
	}
	err = b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		if of, err = b.lockedCustomer(ctx, tx, input.ID, "id"); err != nil {
			return err
		}
		before, err := cardOf(ctx, tx, of.ID)
		if err != nil {
			return err
		}
		if input.ExpectedVersion != nil && *input.ExpectedVersion != before.Version {
			return problem.New(problem.ChangedMeanwhile, "expectedVersion")
		}
		after, changed := given.on(before)
		if len(changed) == 0 {
			return nil
		}
		if err := writeCard(ctx, tx, after); err != nil {
			return err
		}
		// The audit trail records only which texts have changed.
		_, err = audit.Record(ctx, tx, b.clock(), "customerCardSet", of.ID, nil, struct{ Changed []string }{changed})
		return err
	})
	return of, err
}

// lockedCustomer locks a customer whose record the actor keeps, until the end of the transaction.
func (b *Booking) lockedCustomer(ctx context.Context, tx *store.Tx, customerID, field string) (*ent.Customer, error) {
	if _, err := tx.LockCustomers(ctx, customerID); err != nil {
		return nil, err
	}
	row, err := tx.Customer.Query().Where(customer.ID(customerID), reach.Customers(actor.Of(ctx))).Only(ctx)
	return store.Found(row, err, field)
}

// cardTexts are texts to write on a card; nil keeps a text.
type cardTexts struct{ notes, allergies, formulas *string }

// on returns the card with the texts and a version to follow, and the names of those that change it.
func (t cardTexts) on(before *ent.CustomerCard) (after *ent.CustomerCard, changed []string) {
	after = &ent.CustomerCard{CustomerID: before.CustomerID, Version: before.Version + 1}
	for _, text := range []struct {
		name        string
		was         string
		given, into *string
	}{
		{"notes", before.Notes, t.notes, &after.Notes},
		{"allergies", before.Allergies, t.allergies, &after.Allergies},
		{"formulas", before.Formulas, t.formulas, &after.Formulas},
	} {
		*text.into = text.was
		if text.given != nil && *text.given != text.was {
			*text.into = *text.given
			changed = append(changed, text.name)
		}
	}
	return after, changed
}

// cardOf returns the card of a locked customer; an empty one of version 0 if there is none.
func cardOf(ctx context.Context, tx *store.Tx, customerID string) (*ent.CustomerCard, error) {
	row, err := tx.CustomerCard.Query().Where(customercard.CustomerID(customerID)).Only(ctx)
	if ent.IsNotFound(err) {
		return &ent.CustomerCard{CustomerID: customerID}, nil
	}
	return row, err
}

// writeCard stores the card of a locked customer.
func writeCard(ctx context.Context, tx *store.Tx, card *ent.CustomerCard) error {
	return tx.CustomerCard.Create().SetCustomerID(card.CustomerID).SetNotes(card.Notes).SetAllergies(card.Allergies).SetFormulas(card.Formulas).
		SetVersion(card.Version).OnConflictColumns(customercard.FieldCustomerID).UpdateNewValues().Exec(ctx)
}
