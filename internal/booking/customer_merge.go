package booking

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/customermerge"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// mergeUndoTime is how long a merge can be undone. What is kept for it is deleted then.
const mergeUndoTime = 24 * time.Hour

// CustomerMergeInput names two customers who are the same person.
type CustomerMergeInput struct {
	KeepID  string
	MergeID string
}

// CustomerMerged is the customer who is kept, and the ID of the merge, by which it can be undone.
type CustomerMerged struct {
	Customer *ent.Customer
	MergeID  string
}

// CustomerMerge moves everything of a customer to the one who is kept: the appointments, the texts of the card behind those that are there,
// and the contact where there is none. The record of the merged customer disappears. A consent stays only if both gave it. It is a no-op if
// it has been done and can be undone.
func (b *Booking) CustomerMerge(ctx context.Context, input CustomerMergeInput) (merged CustomerMerged, err error) {
	if err := id.Customer.Check(input.KeepID, "keepId"); err != nil {
		return merged, err
	}
	if err := id.Customer.Check(input.MergeID, "mergeId"); err != nil {
		return merged, err
	}
	if input.KeepID == input.MergeID {
		return merged, problem.New(problem.SameCustomer, "mergeId")
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		merged, err = e.merge(ctx, input)
		return err
	})
	return merged, err
}

func (e *edit) merge(ctx context.Context, input CustomerMergeInput) (merged CustomerMerged, err error) {
	if err := e.Lock(ctx, whoHas(appointment.CustomerID(input.MergeID))); err != nil {
		return merged, err
	}
	// Whoever books for one of them meanwhile waits, and then finds the one who is kept, or nobody.
	if _, err := e.LockCustomers(ctx, input.KeepID, input.MergeID); err != nil {
		return merged, err
	}
	kept, err := e.keptCustomer(ctx, input.KeepID)
	if err != nil {
		return merged, notFound(err, "keepId")
	}
	gone, err := e.keptCustomer(ctx, input.MergeID)
	if ent.IsNotFound(err) {
		return e.mergedAlready(ctx, kept, input.MergeID)
	}
	if err != nil {
		return merged, err
	}
	before, err := e.beforeMerge(ctx, kept, gone)
	if err != nil {
		return merged, err
	}
	if err := e.Appointment.Update().Where(appointment.CustomerID(gone.ID)).SetCustomerID(kept.ID).Exec(ctx); err != nil {
		return merged, err
	}
	if err := e.Customer.DeleteOne(gone).Exec(ctx); err != nil {
		return merged, err
	}
	if merged.Customer, err = before.facts().apply(ctx, kept.Update()); err != nil {
		return merged, err
	}
	if card := before.card(); card != nil {
		if err := writeCard(ctx, e.Tx, card.on(kept.ID)); err != nil {
			return merged, err
		}
	}
	if merged.MergeID, err = e.rememberMerge(ctx, kept.ID, gone.ID, before); err != nil {
		return merged, err
	}
	return merged, e.Record(ctx, "customerMerge", kept.ID, nil, mergeRecord{gone.ID, len(before.AppointmentIDs)})
}

// keptCustomer returns a customer whose record the actor keeps.
func (e *edit) keptCustomer(ctx context.Context, customerID string) (*ent.Customer, error) {
	return e.Customer.Query().Where(customer.ID(customerID), reach.Customers(actor.Of(ctx))).Only(ctx)
}

// notFound returns the error, or a problem of the field instead of ent's not-found error.
func notFound(err error, field string) error {
	if ent.IsNotFound(err) {
		return problem.New(problem.NotFound, field)
	}
	return err
}

// mergedAlready returns the answer to a retry.
func (e *edit) mergedAlready(ctx context.Context, kept *ent.Customer, mergedID string) (CustomerMerged, error) {
	mergeID, err := e.CustomerMerge.Query().
		Where(customermerge.KeptID(kept.ID), customermerge.MergedID(mergedID), customermerge.ExpiresAtGT(e.Now)).OnlyID(ctx)
	return CustomerMerged{kept, mergeID}, notFound(err, "mergeId")
}

// mergeRecord is the audit trail's record of a merge.
type mergeRecord struct {
	MergedID     string `json:"merged_id"`
	Appointments int    `json:"appointments"`
}

func (e *edit) rememberMerge(ctx context.Context, keptID, mergedID string, before *beforeMerge) (mergeID string, err error) {
	if _, err := deleteExpiredMerges(ctx, e.Tx, e.Now); err != nil {
		return "", err
	}
	document, err := json.Marshal(before)
	if err != nil {
		return "", err
	}
	mergeID = id.CustomerMerge.New()
	return mergeID, e.CustomerMerge.Create().SetID(mergeID).SetKeptID(keptID).SetMergedID(mergedID).SetBefore(document).SetExpiresAt(e.Now.Add(mergeUndoTime)).Exec(ctx)
}

// beforeMerge is what two customers were before they were merged. It is stored.
type beforeMerge struct {
	Kept           customerFacts `json:"kept"`
	Merged         customerFacts `json:"merged"`
	KeptCard       cardFacts     `json:"keptCard"`
	MergedCard     cardFacts     `json:"mergedCard"`
	AppointmentIDs []string      `json:"appointmentIds"` // of those that were moved
}

// customerFacts are the columns of a customer that are not made from others.
type customerFacts struct {
	Name                string          `json:"name"`
	Email               *string         `json:"email"`
	Phone               string          `json:"phone"`
	Locale              customer.Locale `json:"locale"`
	ConfirmedAt         *civil.Instant  `json:"confirmedAt"`
	PrivacyAcceptedAt   *civil.Instant  `json:"privacyAcceptedAt"`
	MarketingAcceptedAt *civil.Instant  `json:"marketingAcceptedAt"`
	CreatedAt           civil.Instant   `json:"createdAt"`
	CreatedIn           *string         `json:"createdIn"`
}

func factsOf(c *ent.Customer) customerFacts {
	return customerFacts{c.Name, c.Email, c.Phone, c.Locale, c.ConfirmedAt, c.PrivacyAcceptedAt, c.MarketingAcceptedAt, c.CreatedAt, c.CreatedIn}
}

// cardFacts are the texts of a card and its version; 0: there is none.
type cardFacts struct {
	Notes     string `json:"notes"`
	Allergies string `json:"allergies"`
	Formulas  string `json:"formulas"`
	Version   int    `json:"version"`
}

// on returns the card of a customer.
func (c cardFacts) on(customerID string) *ent.CustomerCard {
	return &ent.CustomerCard{CustomerID: customerID, Notes: c.Notes, Allergies: c.Allergies, Formulas: c.Formulas, Version: c.Version}
}

func (e *edit) beforeMerge(ctx context.Context, kept, gone *ent.Customer) (*beforeMerge, error) {
	before := &beforeMerge{Kept: factsOf(kept), Merged: factsOf(gone)}
	for _, of := range []struct {
		customerID string
		into       *cardFacts
	}{{kept.ID, &before.KeptCard}, {gone.ID, &before.MergedCard}} {
		card, err := cardOf(ctx, e.Tx, of.customerID)
		if err != nil {
			return nil, err
		}
		*of.into = cardFacts{card.Notes, card.Allergies, card.Formulas, card.Version}
	}
	var err error
	before.AppointmentIDs, err = e.Appointment.Query().Where(appointment.CustomerID(gone.ID)).IDs(ctx)
	return before, err
}

// DeleteExpiredMerges deletes what was kept to undo merges that cannot be undone any more.
func (b *Booking) DeleteExpiredMerges(ctx context.Context) error {
	var deleted int
	err := b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) (err error) {
		deleted, err = deleteExpiredMerges(ctx, tx, b.clock())
		return err
	})
	if err != nil || deleted == 0 {
		return err
	}
	return b.store.TruncateJournal(ctx)
}

// deleteExpiredMerges also deletes the digests of what was entered of the customers who do not come back, and returns how many merges it deleted.
func deleteExpiredMerges(ctx context.Context, tx *store.Tx, now civil.Instant) (deleted int, err error) {
	expired := customermerge.ExpiresAtLTE(now)
	var mergedIDs []string
	if err := tx.CustomerMerge.Query().Where(expired).Select(customermerge.FieldMergedID).Scan(ctx, &mergedIDs); err != nil || len(mergedIDs) == 0 {
		return 0, err
	}
	if err := forgetCreations(ctx, tx, mergedIDs...); err != nil {
		return 0, err
	}
	return tx.CustomerMerge.Delete().Where(expired).Exec(ctx)
}

// facts returns those of the customer who is kept after the merge. An address that nobody has confirmed is not taken over, and goes if
// the other one is confirmed: who wrote it would get what the salon keeps of somebody else.
func (b *beforeMerge) facts() customerFacts {
	after := b.Kept
	switch {
	case b.Merged.ConfirmedAt == nil:
	case b.Kept.ConfirmedAt == nil:
		after.Email, after.ConfirmedAt = b.Merged.Email, b.Merged.ConfirmedAt
	case after.Email == nil:
		after.Email = b.Merged.Email
	}
	if after.Phone == "" {
		after.Phone = b.Merged.Phone
	}
	after.PrivacyAcceptedAt = stricter(b.Kept.PrivacyAcceptedAt, b.Merged.PrivacyAcceptedAt)
	after.MarketingAcceptedAt = stricter(b.Kept.MarketingAcceptedAt, b.Merged.MarketingAcceptedAt)
	after.CreatedAt = min(b.Kept.CreatedAt, b.Merged.CreatedAt)
	if after.CreatedIn == nil {
		after.CreatedIn = b.Merged.CreatedIn
	}
	return after
}

// stricter returns the later of two consents, nil if one was not given.
func stricter(a, b *civil.Instant) *civil.Instant {
	if a == nil || b == nil {
		return nil
	}
	return new(max(*a, *b))
}

// card returns the card of the customer who is kept after the merge, nil if it stays as it is.
func (b *beforeMerge) card() *cardFacts {
	if b.MergedCard == (cardFacts{}) {
		return nil
	}
	return &cardFacts{
		Notes: joined(b.KeptCard.Notes, b.MergedCard.Notes), Allergies: joined(b.KeptCard.Allergies, b.MergedCard.Allergies),
		Formulas: joined(b.KeptCard.Formulas, b.MergedCard.Formulas), Version: max(b.KeptCard.Version, b.MergedCard.Version) + 1,
	}
}

// joined returns both texts, one below the other, and each once. It may be longer than staff may write: nothing is lost.
func joined(kept, added string) string {
	switch {
	case added == "" || strings.Contains(kept, added):
		return kept
	case kept == "":
		return added
	}
	return kept + "\n\n" + added
}

// apply writes facts that may differ by a merge.
func (f customerFacts) apply(ctx context.Context, update *ent.CustomerUpdateOne) (*ent.Customer, error) {
	update.SetPhone(f.Phone).SetCreatedAt(f.CreatedAt)
	setOrClear(f.Email, update.SetEmail, update.ClearEmail)
	setOrClear(f.ConfirmedAt, update.SetConfirmedAt, update.ClearConfirmedAt)
	setOrClear(f.PrivacyAcceptedAt, update.SetPrivacyAcceptedAt, update.ClearPrivacyAcceptedAt)
	setOrClear(f.MarketingAcceptedAt, update.SetMarketingAcceptedAt, update.ClearMarketingAcceptedAt)
	setOrClear(f.CreatedIn, update.SetCreatedIn, update.ClearCreatedIn)
	return update.Save(ctx)
}

// setOrClear sets a value that may be nil.
func setOrClear[T, U any](value *T, set func(T) U, clear func() U) {
	if value == nil {
		clear()
	} else {
		set(*value)
	}
}
