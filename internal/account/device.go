package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/device"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/reach"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// DeviceEnrollInput registers the calling browser as a till.
type DeviceEnrollInput struct {
	BranchID       string
	Name           string
	IdempotencyKey *string // the same for every try; nil: none
}

// DeviceEnroll registers a browser as a till. The secret is for its cookie; a retry returns
// the same till with another secret.
func (a *Accounts) DeviceEnroll(ctx context.Context, input DeviceEnrollInput) (row *ent.Device, text string, err error) {
	var f form.Form
	name := f.Name("name", &input.Name)
	request, wrong := idempotency.OfActor(ctx, input.IdempotencyKey, input)
	f.Add(wrong)
	if err := f.Err(); err != nil {
		return nil, "", err
	}
	if err := id.Branch.Check(input.BranchID, "branchId"); err != nil {
		return nil, "", err
	}
	text = secret.New()
	err = a.create(ctx, func(ctx context.Context, e *edit) error {
		branch, err := e.Branch.Get(ctx, input.BranchID)
		if branch, err = store.Found(branch, err, "branchId"); err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, branch.ID, "branchId"); err != nil {
			return err
		}
		deviceID, isRetry, err := request.Claim(ctx, e.Tx, e.Now, id.Device)
		if err != nil {
			return err
		}
		if isRetry {
			if row, err = idempotency.Created(e.Device.Get(ctx, deviceID)); err != nil {
				return err
			}
			if row, err = row.Update().SetSecretHash(secret.Hash(text)).Save(ctx); err != nil {
				return err
			}
			return e.Record(ctx, "deviceEnroll", row.ID, nil, row)
		}
		row, err = e.Device.Create().SetID(deviceID).SetBranchID(branch.ID).SetName(*name).SetSecretHash(secret.Hash(text)).SetEnrolledAt(e.Now).Save(ctx)
		if err != nil {
			return err
		}
		return e.Record(ctx, "deviceEnroll", row.ID, nil, row)
	})
	return row, text, err
}

// DeviceRemoveInput names the till to remove.
type DeviceRemoveInput struct{ ID string }

// DeviceRemove removes a till and ends the sessions on it.
func (a *Accounts) DeviceRemove(ctx context.Context, input DeviceRemoveInput) error {
	if err := id.Device.Check(input.ID, "id"); err != nil {
		return err
	}
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.Device.Query().Where(device.ID(input.ID)).Where(reach.Devices(actor.Of(ctx))...).Only(ctx)
		if row, err = store.Found(row, err, "id"); err != nil {
			return err
		}
		if err := e.Device.DeleteOne(row).Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "deviceRemove", row.ID, row, nil)
	})
}

// DevicePage is a page of tills.
type DevicePage = pagination.Connection[ent.Device]

// Devices returns the tills in the branches that the actor reaches, or in one of them, by name.
func (a *Accounts) Devices(ctx context.Context, branchID *string, request pagination.Request) (*DevicePage, error) {
	list, err := lookup.ReadList(nil, request)
	if err != nil {
		return nil, err
	}
	query := a.store.Client().Device.Query().Where(reach.Devices(actor.Of(ctx))...)
	if branchID != nil {
		if err := id.Branch.Check(*branchID, "branchId"); err != nil {
			return nil, err
		}
		query.Where(device.BranchID(*branchID))
	}
	rows, err := query.Where(lookup.PageOf[predicate.Device](list)).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.Device) pagination.Token { return pagination.ByKey(row.OrderKey, row.ID) }), nil
}

// Till is an enrolled device with the staff who may sign in on it.
type Till struct {
	Device *ent.Device
	Staff  []*ent.Staff // by display name
}

// TillOf returns the till with the secret, nil if the browser is not a till.
func (a *Accounts) TillOf(ctx context.Context, deviceSecret string) (*Till, error) {
	if deviceSecret == "" {
		return nil, nil
	}
	client := a.store.Client()
	row, err := store.OrNil(client.Device.Query().Where(device.SecretHash(secret.Hash(deviceSecret))).Only(ctx))
	if err != nil || row == nil {
		return nil, err
	}
	profiles, err := client.Staff.Query().Where(activeIn(row.BranchID)...).Where(staff.HasAccountWith(account.PinHashNEQ(""))).
		Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).All(ctx)
	return &Till{Device: row, Staff: profiles}, err
}

// activeIn selects the staff who work in a branch.
func activeIn(branchID string) []predicate.Staff {
	return []predicate.Staff{staff.ArchivedAtIsNil(), reach.ActiveIn(branchID)}
}
