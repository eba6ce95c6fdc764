package lookup

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/apitoken"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/device"
	"visavis/ent/passkey"
	"visavis/ent/service"
	"visavis/ent/servicecategory"
	"visavis/ent/staff"
	"visavis/internal/placeholder"
	"visavis/internal/text"
)

// A table has rows that lists sort by a name.
type table struct {
	name, nameColumn string
	// foundBy are the columns with the words by which rows are found, the name among them; none: see [found] of customers, or rows that
	// nobody searches.
	foundBy []string
}

// The columns of every table.
const (
	idColumn    = staff.FieldID
	keyColumn   = staff.FieldOrderKey
	wordsColumn = staff.FieldWords // of tables with foundBy
)

var (
	tokens     = &table{apitoken.Table, apitoken.FieldName, nil}
	branches   = &table{branch.Table, branch.FieldName, []string{branch.FieldName, branch.FieldSlug, branch.FieldStreet, branch.FieldPostalCode, branch.FieldCity}}
	customers  = &table{customer.Table, customer.FieldName, nil}
	devices    = &table{device.Table, device.FieldName, nil}
	passkeys   = &table{passkey.Table, passkey.FieldName, nil}
	services   = &table{service.Table, service.FieldName, []string{service.FieldName}}
	categories = &table{servicecategory.Table, servicecategory.FieldName, []string{servicecategory.FieldName}}
	profiles   = &table{staff.Table, staff.FieldDisplayName, []string{staff.FieldDisplayName, staff.FieldFirstName, staff.FieldLastName, staff.FieldTitle}}
)

func tables() []*table {
	return []*table{tokens, branches, customers, devices, passkeys, services, categories, profiles}
}

// Keep makes the client write the keys of whatever it writes.
func Keep(client *ent.Client) {
	client.APIToken.Use(tokens.ordered)
	client.Branch.Use(branches.ordered, branches.found(client))
	client.Customer.Use(customers.ordered, found(client))
	client.Device.Use(devices.ordered)
	client.Passkey.Use(passkeys.ordered)
	client.Service.Use(services.ordered, services.found(client))
	client.ServiceCategory.Use(categories.ordered, categories.found(client))
	client.Staff.Use(profiles.ordered, profiles.found(client))
}

// ordered sets the order key of rows whose name is set.
func (t *table) ordered(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		if name, isSet := m.Field(t.nameColumn); isSet {
			if err := m.SetField(keyColumn, text.OrderKey(name.(string))); err != nil {
				return nil, err
			}
		}
		return next.Mutate(ctx, m)
	})
}

// found writes the words of rows that are created, or in which a text changes by which they are found.
func (t *table) found(client *ent.Client) ent.Hook {
	return func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			var texts []string
			for _, column := range t.foundBy {
				if value, isSet := m.Field(column); isSet {
					texts = append(texts, value.(string))
				}
			}
			switch {
			case m.Op().Is(ent.OpCreate):
				if err := m.SetField(wordsColumn, wordsOfRow(texts)); err != nil {
					return nil, err
				}
				return next.Mutate(ctx, m)
			case len(texts) == 0:
				return next.Mutate(ctx, m)
			}
			ids, err := m.(interface {
				IDs(context.Context) ([]string, error)
			}).IDs(ctx)
			if err != nil {
				return nil, err
			}
			value, err := next.Mutate(ctx, m)
			if err != nil {
				return value, err
			}
			return value, t.rewrite(ctx, client, ids)
		})
	}
}

// rewrite writes the keys of rows that have been changed.
func (t *table) rewrite(ctx context.Context, client *ent.Client, ids []string) error {
	for some := range slices.Chunk(ids, batch) {
		arguments := make([]any, len(some))
		for i, id := range some {
			arguments[i] = id
		}
		rows, err := t.read(ctx, client, "id IN "+placeholder.Rows(1, len(some)), arguments...)
		if err != nil {
			return err
		}
		if err := t.write(ctx, client, rows); err != nil {
			return err
		}
	}
	return nil
}
