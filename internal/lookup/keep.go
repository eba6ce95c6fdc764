package lookup

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/apitoken"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/customerword"
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

// found writes the words of customers that are created, or whose name, email address or phone number changes.
func found(client *ent.Client) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if !changesWords(m) {
				return next.Mutate(ctx, m)
			}
			if !m.Op().Is(ent.OpUpdate) {
				value, err := next.Mutate(ctx, m)
				if err != nil {
					return value, err
				}
				return value, replaceWords(ctx, client, []*ent.Customer{value.(*ent.Customer)}, m.Op().Is(ent.OpCreate))
			}
			ids, err := m.(*ent.CustomerMutation).IDs(ctx)
			if err != nil {
				return nil, err
			}
			value, err := next.Mutate(ctx, m)
			if err != nil {
				return value, err
			}
			rows, err := client.Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
			if err != nil {
				return value, err
			}
			return value, replaceWords(ctx, client, rows, false)
		})
	}
}

func changesWords(m ent.Mutation) bool {
	if !m.Op().Is(ent.OpCreate | ent.OpUpdateOne | ent.OpUpdate) {
		return false
	}
	return slices.ContainsFunc(slices.Concat(m.Fields(), m.ClearedFields()), func(field string) bool {
		return field == customer.FieldName || field == customer.FieldEmail || field == customer.FieldPhone
	})
}

// replaceWords writes what differs from the words that the customers have; new ones have none.
func replaceWords(ctx context.Context, client *ent.Client, rows []*ent.Customer, areNew bool) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	had := map[[2]string]int{} // ID by customer and word
	if !areNew {
		words, err := client.CustomerWord.Query().Where(customerword.CustomerIDIn(ids...)).All(ctx)
		if err != nil {
			return err
		}
		for _, w := range words {
			had[[2]string{w.CustomerID, string(w.Word)}] = w.ID
		}
	}
	var missing []*ent.CustomerWordCreate
	for _, row := range rows {
		email := ""
		if row.Email != nil {
			email = *row.Email
		}
		for _, key := range keysOf(row.Name, email, row.Phone) {
			if _, has := had[[2]string{row.ID, key}]; has {
				delete(had, [2]string{row.ID, key})
				continue
			}
			missing = append(missing, client.CustomerWord.Create().SetCustomerID(row.ID).SetWord([]byte(key)))
		}
	}
	for some := range slices.Chunk(missing, batch) {
		if err := client.CustomerWord.CreateBulk(some...).Exec(ctx); err != nil {
			return err
		}
	}
	if len(had) == 0 {
		return nil
	}
	var stale []int
	for _, wordID := range had {
		stale = append(stale, wordID)
	}
	for some := range slices.Chunk(stale, batch) {
		if _, err := client.CustomerWord.Delete().Where(customerword.IDIn(some...)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many rows a statement writes, or a transaction of [WriteMissing].
const batch = 500
