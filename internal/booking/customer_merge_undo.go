package booking

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/customermerge"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// CustomerMergeUndoInput names a merge.
type CustomerMergeUndoInput struct{ ID string }

// CustomersParted are two customers whose merge is undone.
type CustomersParted struct {
	Kept     *ent.Customer
	Restored *ent.Customer
}

// CustomerMergeUndo restores a customer who was merged, with the same ID and those of their appointments that are still with the other.
// What has been changed since the merge stays, and
// the customer who was kept gets no consent back, which may have been withdrawn since.
func (b *Booking) CustomerMergeUndo(ctx context.Context, input CustomerMergeUndoInput) (parted CustomersParted, err error) {
	if err := id.CustomerMerge.Check(input.ID, "id"); err != nil {
		return parted, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		parted, err = e.part(ctx, input.ID)
		return notFound(err, "id")
	})
	return parted, err
}

func (e *edit) part(ctx context.Context, mergeID string) (parted CustomersParted, err error) {
	of := func() (*ent.CustomerMerge, error) {
		return e.CustomerMerge.Query().Where(customermerge.ID(mergeID), customermerge.ExpiresAtGT(e.Now),
			customermerge.HasKeptWith(reach.Customers(actor.Of(ctx)))).Only(ctx)
	}
	merge, err := of()
	if err != nil {
		return parted, err
	}
	if err := e.Lock(ctx, whoHas(appointment.CustomerID(merge.KeptID))); err != nil {
		return parted, err
	}
	if _, err := e.LockCustomers(ctx, merge.KeptID); err != nil {
		return parted, err
	}
	if merge, err = of(); err != nil { // it may have been undone meanwhile
		return parted, err
	}
	var before beforeMerge
	if err := json.Unmarshal(merge.Before, &before); err != nil {
		return parted, err
	}
	if parted.Kept, err = e.takeBack(ctx, merge.KeptID, &before); err != nil {
		return parted, err
	}
	if parted.Restored, err = e.restoreCustomer(ctx, merge, &before); err != nil {
		return parted, err
	}
	if err := e.CustomerMerge.DeleteOne(merge).Exec(ctx); err != nil {
		return parted, err
	}
	return parted, e.Record(ctx, "customerMergeUndo", merge.KeptID, nil, mergeRecord{merge.MergedID, len(before.AppointmentIDs)})
}

// takeBack takes from the customer who was kept what the merge has added, unless it was changed since.
func (e *edit) takeBack(ctx context.Context, keptID string, before *beforeMerge) (*ent.Customer, error) {
	kept, err := e.Customer.Get(ctx, keptID)
	if err != nil {
		return nil, err
	}
	facts, after := factsOf(kept), before.facts()
	was := facts.Email
	back(&facts.Phone, after.Phone, before.Kept.Phone)
	back(&facts.CreatedAt, after.CreatedAt, before.Kept.CreatedAt)
	backOptional(&facts.Email, after.Email, before.Kept.Email)
	backOptional(&facts.ConfirmedAt, after.ConfirmedAt, before.Kept.ConfirmedAt)
	backConsent(&facts.PrivacyAcceptedAt, after.PrivacyAcceptedAt, before.Kept.PrivacyAcceptedAt)
	backConsent(&facts.MarketingAcceptedAt, after.MarketingAcceptedAt, before.Kept.MarketingAcceptedAt)
	backOptional(&facts.CreatedIn, after.CreatedIn, before.Kept.CreatedIn)
	if facts.Email != nil && !isSame(facts.Email, was) {
		if err := e.checkAddressIsFree(ctx, *facts.Email); err != nil {
			return nil, err
		}
	}
	if kept, err = facts.apply(ctx, kept.Update()); err != nil {
		return nil, err
	}
	card, err := cardOf(ctx, e.Tx, keptID)
	if joined := before.card(); err == nil && joined != nil && joined.Version == card.Version {
		was := before.KeptCard
		was.Version = card.Version + 1
		err = writeCard(ctx, e.Tx, was.on(keptID))
	}
	return kept, err
}

// back sets a value back that is still what the merge has made of it.
func back[T comparable](value *T, merged, was T) {
	if *value == merged {
		*value = was
	}
}

func backOptional[T comparable](value **T, merged, was *T) {
	if *value == nil && merged == nil || *value != nil && merged != nil && **value == *merged {
		*value = was
	}
}

// backConsent sets the time of a consent back. One that is no more may have been withdrawn since, and does not come back.
func backConsent(value **civil.Instant, merged, was *civil.Instant) {
	if *value != nil {
		backOptional(value, merged, was)
	}
}

// restoreCustomer restores a customer with card and appointments. It is a problem if somebody else has the address by now.
func (e *edit) restoreCustomer(ctx context.Context, merge *ent.CustomerMerge, before *beforeMerge) (*ent.Customer, error) {
	was := before.Merged
	if was.Email != nil {
		if err := e.checkAddressIsFree(ctx, *was.Email); err != nil {
			return nil, err
		}
	}
	restored, err := e.Customer.Create().SetID(merge.MergedID).SetName(was.Name).SetNillableEmail(was.Email).SetPhone(was.Phone).SetLocale(was.Locale).
		SetNillableConfirmedAt(was.ConfirmedAt).SetNillablePrivacyAcceptedAt(was.PrivacyAcceptedAt).SetNillableMarketingAcceptedAt(was.MarketingAcceptedAt).
		SetCreatedAt(was.CreatedAt).SetNillableCreatedIn(was.CreatedIn).Save(ctx)
	if err != nil {
		return nil, err
	}
	if before.MergedCard != (cardFacts{}) {
		if err := writeCard(ctx, e.Tx, before.MergedCard.on(merge.MergedID)); err != nil {
			return nil, err
		}
	}
	moved := e.Appointment.Update().Where(appointment.IDIn(before.AppointmentIDs...), appointment.CustomerID(merge.KeptID))
	return restored, moved.SetCustomerID(merge.MergedID).Exec(ctx)
}

// checkAddressIsFree returns a problem of the merge if a customer has the address that its undo restores.
func (e *edit) checkAddressIsFree(ctx context.Context, email string) error {
	isTaken, err := e.Customer.Query().Where(customer.EmailIn(form.Spellings(email)...)).Exist(ctx)
	if err == nil && isTaken {
		return problem.New(problem.Taken, "id")
	}
	return err
}
