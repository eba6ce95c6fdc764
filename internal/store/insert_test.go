package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/internal/civil"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// inserting returns an order that inserts a customer with an email address.
func inserting(email string) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error {
		return tx.InsertCustomer(ctx, &ent.Customer{ID: "cus_" + email, Name: email, Email: &email, Locale: customer.LocaleDE})
	}
}

// counting returns an order that counts the customers with an email address, in both ways.
func counting(email string, count *int) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error {
		look, err := tx.LookAtOrder(ctx, "", "", email, 0)
		if err != nil {
			return err
		}
		*count, err = tx.Customer.Query().Where(customer.Email(email)).Count(ctx)
		if look.Customer != (*count > 0) {
			return fmt.Errorf("a look finds a customer: %v; there are %d", look.Customer, *count)
		}
		return err
	}
}

func expectCustomers(t *testing.T, s *store.Store, want int) {
	t.Helper()
	if found := s.Client().Customer.Query().Where(customer.HasWords()).CountX(t.Context()); found != want {
		t.Errorf("there are %d customers, want %d", found, want)
	}
}

func TestAnOrderSeesWhatTheOnesBeforeItInserted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		var before, other int
		told := orderTogether(t, s, inserting("a"), counting("a", &before), func(ctx context.Context, tx *store.Tx) error {
			if err := inserting("b")(ctx, tx); err != nil {
				return err
			}
			_, err := tx.Customer.Query().Where(customer.Email("b")).OnlyID(ctx)
			return err
		}, counting("c", &other))
		if err := errors.Join(told...); err != nil || before != 1 || other != 0 {
			t.Errorf("%v; it sees %d of the one before, %d of nobody", err, before, other)
		}
		expectCustomers(t, s, 2)
	})
}

func TestAnOrderSeesWhatIsTakenByTheOnesBeforeIt(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		const hour = 3600
		busy := map[string][]civil.Instant{}
		asking := func(name, personID string, start civil.Instant) func(context.Context, *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				return tx.ReadBusy(ctx, personID, start, 0, 48*hour, 0, "", func(start, _, _ civil.Instant) { busy[name] = append(busy[name], start) })
			}
		}
		told := orderTogether(t, s, func(ctx context.Context, tx *store.Tx) error {
			tx.ServiceCategory.Create().SetID("cat_a").SetName("C").SaveX(ctx)
			tx.Service.Create().SetID("svc_a").SetCategoryID("cat_a").SetName("S").SetDelivery("VIDEO").SetDurationMinutes(5).SaveX(ctx)
			return tx.InsertAppointment(ctx, &ent.Appointment{
				ID: "apt_a", BranchID: "brn_a", StaffID: "stf_a", PersonID: "prs_a", ServiceID: "svc_a", Status: "CONFIRMED", Live: true, Source: "ONLINE",
				StartsAt: 10 * hour, EndsAt: 11 * hour, BlockedUntil: 12 * hour, Version: 1,
			})
		}, asking("during it", "prs_a", 11*hour), asking("after it", "prs_a", 12*hour), asking("somebody else", "prs_b", 11*hour))
		if err := errors.Join(told...); err != nil {
			t.Error(err)
		}
		if want := "map[during it:[1970-01-01T10:00:00Z]]"; fmt.Sprint(busy) != want {
			t.Errorf("busy is %v, want %s", busy, want)
		}
	})
}

func TestAnOrderThatFailsInsertsNothing(t *testing.T) {
	refused := errors.New("refused")
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		for name, read := range map[string]func(context.Context, *store.Tx) error{
			"at once":                func(context.Context, *store.Tx) error { return nil },
			"after it has read them": func(ctx context.Context, tx *store.Tx) error { _, err := tx.Customer.Query().Count(ctx); return err },
		} {
			var seen int
			told := orderTogether(t, s, func(ctx context.Context, tx *store.Tx) error {
				return errors.Join(inserting("a")(ctx, tx), read(ctx, tx), refused)
			}, counting("a", &seen), inserting("after "+name))
			if !errors.Is(told[0], refused) || told[1] != nil || told[2] != nil || seen != 0 {
				t.Errorf("%s: they are told %v; the second sees %d of the first", name, told, seen)
			}
		}
		expectCustomers(t, s, 2)
	})
}

// TestOnlyTheOrderFailsThatInsertedWhatIsThere has another order write what it inserted.
func TestOnlyTheOrderFailsThatInsertedWhatIsThere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		worker(t, s)
		if err := s.Write(t.Context(), inserting("a")); err != nil {
			t.Fatal(err)
		}
		var seen int // 0 if it then comes before the first
		told := orderTogether(t, s, inserting("b"), inserting("a"), counting("b", &seen), inserting("c"))
		if told[0] != nil || store.Fault(told[1]) != store.ErrDuplicate || told[2] != nil || told[3] != nil {
			t.Error("they are told", told)
		}
		expectCustomers(t, s, 3)
	})
}
