package store_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/customerword"
	"visavis/ent/staff"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// earlierNames are rows of the last version without keys: names of every kind, more customers than a batch, and branches in one
// country, in none, and under a former name of their zone.
const earlierNames = `
INSERT INTO branches (id, name, slug, time_zone, locale) VALUES
	('brn_b', 'Filiale 10', 'b', 'UTC', 'DE'), ('brn_c', 'filiale 2', 'c', 'Europe/Kiev', 'DE'), ('brn_d', 'Ärzte', 'd', 'CET', 'DE');
INSERT INTO persons (id) VALUES ('prs_b'), ('prs_c');
INSERT INTO staff (id, first_name, display_name, color, role, person_id) VALUES ('stf_b', 'Z', 'Zoë', '#0f5c63', 'MEMBER', 'prs_b'), ('stf_c', 'Ä', 'ärmel', '#0f5c63', 'MEMBER', 'prs_c');
INSERT INTO customers (id, name, email, phone, locale, created_at)
	WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
	SELECT 'cus_' || i, 'Özlem ' || i, 'k' || i || '@example.com', '+49 170 ' || (1000000 + i), 'DE', 1795420800 FROM n;
`

func TestKeysAreMadeForRowsOfEarlierVersions(t *testing.T) {
	statements, err := os.ReadFile("testdata/20261128220235.sql")
	if err != nil {
		t.Fatal(err)
	}
	for name, newURL := range map[string]func(testing.TB) string{"SQLite": storetest.AbsentSQLiteURL, "PostgreSQL": storetest.EmptyPostgresURL} {
		t.Run(name, func(t *testing.T) {
			databaseURL := newURL(t)
			if err := store.MigrateTo(t.Context(), databaseURL, withRoles, string(statements)+earlierNames); err != nil {
				t.Fatal(err)
			}
			s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
			if err != nil {
				t.Fatal(err)
			}
			checkKeys(t, s)
			// As if the start had ended before its last batch, and as a program of the earlier version writes.
			forget := func(s *store.Store) {
				err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
					_, err := tx.ExecContext(ctx, "UPDATE customers SET order_key = NULL WHERE id LIKE 'cus_9%'")
					if err == nil {
						_, err = tx.ExecContext(ctx, "DELETE FROM customer_words WHERE customer_id LIKE 'cus_99%'")
					}
					if err == nil {
						_, err = tx.ExecContext(ctx, "UPDATE branches SET words = NULL WHERE id = 'brn_b'")
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			forget(s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = storetest.Open(t, store.Options{URL: databaseURL})
			checkKeys(t, s)
			forget(s)
			checkLogOfKeys(t, databaseURL, 112)
		})
	}
}

// checkLogOfKeys writes the missing keys of some rows, and checks that a start which takes long logs how many these were.
func checkLogOfKeys(t *testing.T, databaseURL string, rows int) {
	t.Helper()
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, nil))
	at := time.Unix(0, 0)
	slowly := func() time.Time { at = at.Add(time.Minute); return at }
	for range 2 { // the second time, no row is left
		if err := store.WriteMissingKeys(t.Context(), databaseURL, logger, slowly); err != nil {
			t.Fatal(err)
		}
	}
	if lines := strings.Count(log.String(), "\n"); lines != 1 || !strings.HasSuffix(log.String(), fmt.Sprintf(" rows=%d\n", rows)) {
		t.Errorf("the log is %s", &log)
	}
}

func checkKeys(t *testing.T, s *store.Store) {
	t.Helper()
	c := s.Client()
	if missing := c.Customer.Query().Where(customer.Or(customer.OrderKeyIsNil(), customer.Not(customer.HasWords()))).CountX(t.Context()); missing > 0 {
		t.Errorf("%d customers have no keys", missing)
	}
	if missing := c.Customer.Query().Where(customer.Or(customer.Beginnings1(0), customer.Beginnings2(0), customer.Beginnings3(0))).CountX(t.Context()); missing > 0 {
		t.Errorf("%d customers have no beginnings", missing)
	}
	if words, per := c.CustomerWord.Query().CountX(t.Context()), c.CustomerWord.Query().Where(customerword.CustomerID("cus_1")).CountX(t.Context()); words < 1100*per || words > 1101*per {
		t.Errorf("there are %d words, of one customer %d", words, per)
	}
	if !c.CustomerWord.Query().Where(customerword.Word([]byte("wozlem")), customerword.CustomerID("cus_1100")).ExistX(t.Context()) {
		t.Error("Özlem is not found by ozlem")
	}
	if found := c.Branch.Query().Where(branch.Words(" 10 b filiale")).CountX(t.Context()); found != 1 {
		t.Errorf("filiale 10 finds %d branches", found)
	}
	if missing := c.Staff.Query().Where(staff.WordsIsNil()).CountX(t.Context()); missing > 0 {
		t.Errorf("%d profiles have no words", missing)
	}
	var branches, zones []string
	for _, row := range c.Branch.Query().Order(ent.Asc(branch.FieldOrderKey)).AllX(t.Context()) {
		country := "none"
		if row.CountryCode != nil {
			country = *row.CountryCode
		}
		branches, zones = append(branches, row.Name), append(zones, country)
	}
	if got := strings.Join(branches, ", ") + ": " + strings.Join(zones, " "); got != "Ärzte, filiale 2, Filiale 10, Mitte: none UA none DE" {
		t.Errorf("the branches are %s", got)
	}
	rows := c.Staff.Query().Order(ent.Asc(staff.FieldOrderKey)).AllX(t.Context())
	if len(rows) != 3 || rows[0].DisplayName != "Anna" || rows[1].DisplayName != "ärmel" {
		t.Errorf("the profiles are %v", rows)
	}
	if first := c.Customer.Query().Order(ent.Asc(customer.FieldOrderKey)).Limit(3).AllX(t.Context()); !slices.IsSortedFunc(first, func(a, b *ent.Customer) int { return bytes.Compare(a.OrderKey, b.OrderKey) }) || first[1].Name != "Özlem 2" {
		t.Errorf("the customers begin with %v", first)
	}
}
