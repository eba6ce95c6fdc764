package audit

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/device"
	"visavis/ent/predicate"
	"visavis/ent/service"
	"visavis/ent/servicecategory"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/id"
	"visavis/internal/reach"
)

// Name is the present name of what an ID in an entry stands for.
type Name struct{ ID, Name string }

// mostNamed is the maximum number of IDs of an entry that are named.
const mostNamed = 100

// IDsIn returns the IDs in an entry that may have a name: its subject, and those in the states before and after. At most 100.
func IDsIn(entry *ent.AuditEntry) []string {
	ids := []string{entry.SubjectID}
	for _, state := range [][]byte{entry.Before, entry.After} {
		for _, match := range written.FindAllSubmatch(state, -1) {
			ids = append(ids, string(match[1]))
		}
	}
	ids = slices.DeleteFunc(ids, func(one string) bool { return namers[kindOf(one)] == nil || !kindOf(one).Names(one) })
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return ids[:min(len(ids), mostNamed)]
}

// written is a string in JSON that looks like an ID.
var written = regexp.MustCompile(`"([a-z]{3}_[a-zA-Z0-9.-]+)"`)

func kindOf(identifier string) id.Kind {
	kind, _, _ := strings.Cut(identifier, "_")
	return id.Kind(kind)
}

// NamesByID returns the present names of what the IDs stand for, as far as the actor reaches it, in one statement for each kind.
func (t *Trail) NamesByID(ctx context.Context, ids []string) (map[string]string, error) {
	ofKind := map[id.Kind][]string{}
	for _, one := range ids {
		ofKind[kindOf(one)] = append(ofKind[kindOf(one)], one)
	}
	names := map[string]string{}
	for kind, those := range ofKind {
		if read := namers[kind]; read != nil {
			if err := read(ctx, t.database.Client(), those, names); err != nil {
				return nil, err
			}
		}
	}
	return names, nil
}

// A namer adds the names of IDs of one kind.
type namer func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error

// namers are the namers of the kinds that have a name.
var namers = map[id.Kind]namer{
	id.Branch: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Branch.Query().Where(branch.IDIn(ids...)).Select(branch.FieldName).All(ctx)
		return add(names, rows, err, func(row *ent.Branch) (string, string) { return row.ID, row.Name })
	},
	id.ServiceCategory: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.ServiceCategory.Query().Where(servicecategory.IDIn(ids...)).Select(servicecategory.FieldName).All(ctx)
		return add(names, rows, err, func(row *ent.ServiceCategory) (string, string) { return row.ID, row.Name })
	},
	id.Service: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Service.Query().Where(service.IDIn(ids...)).Select(service.FieldName).All(ctx)
		return add(names, rows, err, func(row *ent.Service) (string, string) { return row.ID, row.Name })
	},
	id.Staff: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Staff.Query().Where(staff.IDIn(ids...)).Where(reach.Profiles(actor.Of(ctx))...).Select(staff.FieldDisplayName).All(ctx)
		return add(names, rows, err, func(row *ent.Staff) (string, string) { return row.ID, row.DisplayName })
	},
	id.Person: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Staff.Query().Where(staff.PersonIDIn(ids...)).Where(reach.Profiles(actor.Of(ctx))...).
			Order(ent.Desc(staff.FieldOrderKey, staff.FieldID)).Select(staff.FieldPersonID, staff.FieldDisplayName).All(ctx)
		return add(names, rows, err, func(row *ent.Staff) (string, string) { return row.PersonID, row.DisplayName })
	},
	id.Device: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Device.Query().Where(device.IDIn(ids...)).Where(reach.Devices(actor.Of(ctx))...).Select(device.FieldName).All(ctx)
		return add(names, rows, err, func(row *ent.Device) (string, string) { return row.ID, row.Name })
	},
	id.Customer: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Customer.Query().Where(customer.IDIn(ids...), reach.Customers(actor.Of(ctx))).Select(customer.FieldName).All(ctx)
		return add(names, rows, err, func(row *ent.Customer) (string, string) { return row.ID, row.Name })
	},
	id.Appointment: func(ctx context.Context, client *ent.Client, ids []string, names map[string]string) error {
		rows, err := client.Appointment.Query().Where(appointment.IDIn(ids...)).Where(appointmentsOf(actor.Of(ctx))...).
			Select(appointment.FieldContactName).All(ctx)
		return add(names, rows, err, func(row *ent.Appointment) (string, string) { return row.ID, row.ContactName })
	},
}

// appointmentsOf selects the appointments in the actor's branches.
func appointmentsOf(who actor.Actor) []predicate.Appointment {
	if who.Role == actor.Owner {
		return nil
	}
	return []predicate.Appointment{appointment.BranchIDIn(who.Branches...)}
}

// add adds the names of rows; of several with the same ID, the last counts.
func add[Row any](names map[string]string, rows []Row, err error, of func(Row) (identifier, name string)) error {
	for _, row := range rows {
		if identifier, name := of(row); name != "" {
			names[identifier] = name
		}
	}
	return err
}
