package lookup_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/ent/customerword"
	"visavis/ent/migrate"
	"visavis/internal/lookup"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/text"
)

// TestEveryTableWithNamesHasOrderKeys fails for a table of named rows that lists could not sort.
func TestEveryTableWithNamesHasOrderKeys(t *testing.T) {
	known := lookup.SortedTables()
	for _, table := range migrate.Tables {
		for _, column := range table.Columns {
			isName := column.Name == "display_name" || column.Name == "name"
			if isName && known[table.Name] != column.Name {
				t.Errorf("%s has a %s and no order key: see lookup.Keep", table.Name, column.Name)
			}
		}
	}
}

// TestEveryWriteOfANameMakesItsKey creates a row of each kind and renames it in each way that ent has.
func TestEveryWriteOfANameMakesItsKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		write(t, s, func(ctx context.Context, c *ent.Client) {
			b := c.Branch.Create().SetName("Filiale 10").SetSlug("b").SetTimeZone("UTC").SetLocale("DE").SaveX(ctx)
			p := c.Person.Create().SaveX(ctx)
			member := c.Staff.Create().SetPerson(p).SetFirstName("Ä").SetDisplayName("Ärztin").SetColor("#000000").SaveX(ctx)
			category := c.ServiceCategory.Create().SetName("Färben").SaveX(ctx)
			c.Service.Create().SetCategory(category).SetName("Öl").SetDelivery("VIDEO").SetDurationMinutes(5).ExecX(ctx)
			c.Device.Create().SetBranchID(b.ID).SetName("Kasse 2").SetSecretHash("d").SetEnrolledAt(1).ExecX(ctx)
			c.APIToken.Create().SetStaffID(member.ID).SetName("Token 2").SetSecretHash("t").SetRole("MEMBER").SetCreatedAt(1).SetExpiresAt(2).ExecX(ctx)
			c.Passkey.Create().SetStaffID(member.ID).SetName("Schlüssel").SetCredentialID("c").SetCredential([]byte("{}")).SetCreatedAt(1).ExecX(ctx)
			c.Customer.CreateBulk(newCustomer(c, "Özlem"), newCustomer(c, "Zoë")).ExecX(ctx)
		})
		checkOrderKeys(t, s)
		write(t, s, func(ctx context.Context, c *ent.Client) {
			c.Branch.Query().OnlyX(ctx).Update().SetName("Filiale 2").ExecX(ctx)
			c.Staff.Update().SetDisplayName("Zora").ExecX(ctx)
			c.ServiceCategory.Update().SetName("Schnitt").ExecX(ctx)
			c.Service.Query().OnlyX(ctx).Update().SetName("Kur").ExecX(ctx)
			c.Device.Update().SetName("Kasse 10").ExecX(ctx)
			c.APIToken.Update().SetName("Token 10").ExecX(ctx)
			c.Passkey.Update().SetName("Telefon").ExecX(ctx)
			c.Customer.Update().SetName("Łukasz").ExecX(ctx)
		})
		checkOrderKeys(t, s)
	})
}

// TestEveryWriteOfATextMakesTheWordsOfItsRow changes each text by which rows are found, in each way that ent has.
func TestEveryWriteOfATextMakesTheWordsOfItsRow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		check := func(want ...string) {
			t.Helper()
			c := s.Client()
			got := []string{c.Branch.Query().OnlyX(t.Context()).Words, c.Staff.Query().OnlyX(t.Context()).Words, c.ServiceCategory.Query().OnlyX(t.Context()).Words, c.Service.Query().OnlyX(t.Context()).Words}
			if !slices.Equal(got, want) {
				t.Errorf("the words are %q, want %q", got, want)
			}
		}
		write(t, s, func(ctx context.Context, c *ent.Client) {
			c.Branch.Create().SetName("Mitte").SetSlug("b").SetTimeZone("UTC").SetLocale("DE").SetCity("Köln").ExecX(ctx)
			c.Staff.Create().SetPerson(c.Person.Create().SaveX(ctx)).SetFirstName("Ä").SetDisplayName("Ärztin").SetColor("#000000").ExecX(ctx)
			c.Service.Create().SetCategory(c.ServiceCategory.Create().SetName("Färben").SaveX(ctx)).SetName("Öl").SetDelivery("VIDEO").SetDurationMinutes(5).ExecX(ctx)
		})
		check(" b koeln koln mitte", " a ae aerztin arztin", " faerben farben", " oel ol")
		write(t, s, func(ctx context.Context, c *ent.Client) {
			c.Branch.Query().OnlyX(ctx).Update().SetCity("").SetStreet("Am Markt").SetPostalCode("50667").ExecX(ctx)
			c.Staff.Update().SetLastName("Groß").SetTitle("Coloristin").ExecX(ctx)
			c.ServiceCategory.Update().SetName("").ExecX(ctx)
			c.Service.Query().OnlyX(ctx).Update().SetName("Kur").SetDescription("Öl").ExecX(ctx)
		})
		check(" 50667 am b markt mitte", " a ae aerztin arztin coloristin gross", "", " kur")
	})
}

func newCustomer(c *ent.Client, name string) *ent.CustomerCreate {
	return c.Customer.Create().SetName(name).SetLocale("DE").SetCreatedAt(1)
}

func write(t *testing.T, s *store.Store, do func(ctx context.Context, c *ent.Client)) {
	t.Helper()
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx.Client)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkOrderKeys(t *testing.T, s *store.Store) {
	t.Helper()
	for table, column := range lookup.SortedTables() {
		rows, err := s.Client().QueryContext(t.Context(), "SELECT "+column+", order_key FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for ; rows.Next(); count++ {
			var name string
			var key []byte
			if err := rows.Scan(&name, &key); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(key, text.OrderKey(name)) {
				t.Errorf("%s of %s has the key %x", name, table, key)
			}
		}
		if err := rows.Close(); err != nil || count == 0 {
			t.Errorf("%s has %d rows: %v", table, count, err)
		}
	}
}

// TestEveryWriteOfACustomerMakesItsWords changes each field by which customers are found.
func TestEveryWriteOfACustomerMakesItsWords(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		write(t, s, func(ctx context.Context, c *ent.Client) {
			newCustomer(c, "Anna Müller").SetID("cus_a").SetEmail("anna@example.com").SetPhone("0170 1000005").ExecX(ctx)
			newCustomer(c, "Berta").SetID("cus_b").ExecX(ctx)
		})
		checkWords(t, s, 2)
		for _, change := range []func(ctx context.Context, c *ent.Client){
			func(ctx context.Context, c *ent.Client) {
				c.Customer.UpdateOneID("cus_a").SetName("Anna Meier").ExecX(ctx)
			},
			func(ctx context.Context, c *ent.Client) { // which leaves the words
				c.Customer.UpdateOneID("cus_a").SetName("Meier Anna").ExecX(ctx)
			},
			func(ctx context.Context, c *ent.Client) { c.Customer.UpdateOneID("cus_a").SetPhone("").ExecX(ctx) },
			func(ctx context.Context, c *ent.Client) { c.Customer.UpdateOneID("cus_a").ClearEmail().ExecX(ctx) },
			func(ctx context.Context, c *ent.Client) {
				c.Customer.UpdateOneID("cus_b").SetEmail("b@example.com").ExecX(ctx)
			},
			func(ctx context.Context, c *ent.Client) { c.Customer.Update().SetPhone("+49 30 1234567").ExecX(ctx) },
			func(ctx context.Context, c *ent.Client) {
				c.Customer.Update().Where(customer.ID("cus_b")).ClearEmail().ExecX(ctx)
			},
			func(ctx context.Context, c *ent.Client) { c.Customer.UpdateOneID("cus_b").SetLocale("EN").ExecX(ctx) },
		} {
			write(t, s, change)
			checkWords(t, s, 2)
		}
		write(t, s, func(ctx context.Context, c *ent.Client) { c.Customer.DeleteOneID("cus_a").ExecX(ctx) })
		checkWords(t, s, 1)
	})
}

func checkWords(t *testing.T, s *store.Store, customers int) {
	t.Helper()
	rows := s.Client().Customer.Query().WithWords().AllX(t.Context())
	if len(rows) != customers {
		t.Fatalf("there are %d customers", len(rows))
	}
	total := 0
	for _, row := range rows {
		var words []string
		for _, w := range row.Edges.Words {
			words = append(words, string(w.Word))
			if !bytes.Equal(w.OrderKey, row.OrderKey) || w.Beginnings1 != row.Beginnings1 || w.Beginnings2 != row.Beginnings2 || w.Beginnings3 != row.Beginnings3 {
				t.Errorf("the word %q of %s has another order key or other beginnings", w.Word, row.Name)
			}
		}
		slices.Sort(words)
		if want := lookup.KeysOf(row); !slices.Equal(words, want) {
			t.Errorf("%s has the words %q, want %q", row.Name, words, want)
		}
		if got, want := [3]int64{row.Beginnings1, row.Beginnings2, row.Beginnings3}, lookup.BeginningsOf(words); got != want {
			t.Errorf("%s has the beginnings %x, want %x", row.Name, got, want)
		}
		total += len(words)
	}
	if all := s.Client().CustomerWord.Query().Where(customerword.CustomerIDNEQ("")).CountX(t.Context()); all != total {
		t.Errorf("there are %d words of nobody", all-total)
	}
}
