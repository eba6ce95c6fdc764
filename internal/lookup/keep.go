package lookup

import (
	"context"

	"visavis/ent"
	"visavis/ent/apitoken"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/device"
	"visavis/ent/passkey"
	"visavis/ent/service"
	"visavis/ent/servicecategory"
	"visavis/ent/staff"
	"visavis/internal/text"
)

// A table has rows that lists sort by a name.
type table struct{ name, nameColumn, keyColumn string }

func tables() []table {
	return []table{
		{apitoken.Table, apitoken.FieldName, apitoken.FieldOrderKey},
		{branch.Table, branch.FieldName, branch.FieldOrderKey},
		{customer.Table, customer.FieldName, customer.FieldOrderKey},
		{device.Table, device.FieldName, device.FieldOrderKey},
		{passkey.Table, passkey.FieldName, passkey.FieldOrderKey},
		{service.Table, service.FieldName, service.FieldOrderKey},
		{servicecategory.Table, servicecategory.FieldName, servicecategory.FieldOrderKey},
		{staff.Table, staff.FieldDisplayName, staff.FieldOrderKey},
	}
}

// Keep makes the client write the keys of whatever it writes.
func Keep(client *ent.Client) {
	client.APIToken.Use(ordered(apitoken.FieldName, apitoken.FieldOrderKey))
	client.Branch.Use(ordered(branch.FieldName, branch.FieldOrderKey))
	client.Customer.Use(ordered(customer.FieldName, customer.FieldOrderKey), found(client))
	client.Device.Use(ordered(device.FieldName, device.FieldOrderKey))
	client.Passkey.Use(ordered(passkey.FieldName, passkey.FieldOrderKey))
	client.Service.Use(ordered(service.FieldName, service.FieldOrderKey))
	client.ServiceCategory.Use(ordered(servicecategory.FieldName, servicecategory.FieldOrderKey))
	client.Staff.Use(ordered(staff.FieldDisplayName, staff.FieldOrderKey))
}

// ordered sets the order key of rows whose name is set.
func ordered(nameField, keyField string) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if name, isSet := m.Field(nameField); isSet {
				if err := m.SetField(keyField, text.OrderKey(name.(string))); err != nil {
					return nil, err
				}
			}
			return next.Mutate(ctx, m)
		})
	}
}
