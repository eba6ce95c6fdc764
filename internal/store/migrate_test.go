package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/customer"
	"visavis/ent/migrate"
	"visavis/internal/form"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// The first release had one version on SQLite and two on PostgreSQL, where guards are a separate migration.
const (
	firstOnSQLite   = 20261123000000
	firstOnPostgres = 20261123000001
)

const (
	withBookings    = 20261123200953
	withSignIn      = 20261123233700
	withGuests      = 20261124063045
	withFreshSignIn = 20261128203159
	withPasskeys    = 20261128211050
	withContacts    = 20261128211500
	withProofs      = 20261128214041
	withRoles       = 20261128220235
	withCurrencies  = 20261128235500
	withOneSpelling = 20261129005600 // of addresses
	withVersions    = 20261129012736
	withSites       = 20261129202605
	withLegalTexts  = 20261129212500
	withPictures    = 20261129224731
	withRequests    = 20261129234000
	withMailTexts   = 20261129235000
	withCards       = 20261130012259
	withAbsences    = 20261130060000 // that members ask for
	withOffers      = 20261130070000
	withCleared     = 20261130073000 // work plans
	withNotices     = 20261130080000 // to staff
	withPushes      = 20261130090000
	withRooms       = 20261130100000 // for each appointment
	withPhotos      = 20261130140000 // that staff keep
)

// since maps tables to the version that created them.
var since = map[string]int64{
	"customers": withBookings, "mails": withBookings,
	"accounts": withSignIn, "sessions": withSignIn, "devices": withSignIn, "api_tokens": withSignIn, "access_links": withSignIn,
	"calendar_feeds": withFreshSignIn, // moved from the profile
	"passkeys":       withPasskeys, "passkey_challenges": withPasskeys, "recovery_codes": withPasskeys,
	"mail_quota": withContacts, "confirmation_links": withContacts,
	"signing_keys": withProofs, "used_proofs": withProofs,
	"creation_requests": withVersions, "embedding_sites": withSites,
	"legal_texts": withLegalTexts, "pictures": withPictures, "change_requests": withRequests, "customer_links": withRequests,
	"mail_texts": withMailTexts, "customer_cards": withCards, "customer_merges": withCards,
	"absence_requests": withAbsences,
	"offers":           withOffers,
	"cleared_plans":    withCleared, "removed_absences": withNotices, "notification_settings": withNotices,
	"push_subscriptions": withPushes, "pushes": withPushes,
	"consultation_rooms": withRooms, "room_participants": withRooms, "room_signals": withRooms,
	"consultation_photos": withPhotos, "photo_uploads": withPhotos,
}

// TestEveryVersionIsMigratedWithItsData fills a database of each released version and migrates it.
func TestEveryVersionIsMigratedWithItsData(t *testing.T) {
	for name, newURL := range map[string]func(testing.TB) string{"SQLite": storetest.AbsentSQLiteURL, "PostgreSQL": storetest.EmptyPostgresURL} {
		t.Run(name, func(t *testing.T) {
			versions, err := store.Versions(newURL(t))
			if err != nil {
				t.Fatal(err)
			}
			released := newURL(t) // without data, migrated step by step
			for _, version := range versions[:len(versions)-1] {
				if version == firstOnSQLite && slices.Contains(versions, firstOnPostgres) {
					continue
				}
				if err := store.MigrateTo(t.Context(), released, version, ""); err != nil {
					t.Fatal(err)
				}
				checkUpgrade(t, storetest.Copy(t, released), version)
			}
		})
	}
}

// fixtureOf returns the file with the data of a version: that of the last version which changed the form of the data.
func fixtureOf(t *testing.T, version int64) string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	found := ""
	for _, file := range files { // in order
		if file <= fmt.Sprintf("testdata/%d.sql", version) {
			found = file
		}
	}
	return found
}

func checkUpgrade(t *testing.T, databaseURL string, version int64) {
	t.Helper()
	statements, err := os.ReadFile(fixtureOf(t, version))
	if err != nil {
		t.Fatal(err)
	}
	if err := store.MigrateTo(t.Context(), databaseURL, version, string(statements)); err != nil {
		t.Fatal(err)
	}
	s := storetest.Open(t, store.Options{URL: databaseURL})
	kept := map[string]int{}
	for _, table := range migrate.Tables {
		rows, err := s.Client().QueryContext(t.Context(), "SELECT count(*) FROM "+table.Name)
		if err != nil {
			t.Fatal(err)
		}
		var count int
		if !rows.Next() || rows.Scan(&count) != nil {
			t.Fatal(table.Name, rows.Err())
		}
		_ = rows.Close()
		kept[table.Name] = count
	}
	for table, first := range since {
		if version < first {
			delete(kept, table)
		}
	}
	if words := kept["customer_words"]; (words > 0) != (version >= withBookings) {
		t.Errorf("of version %d, the customer has %d words", version, words)
	}
	delete(kept, "customer_words")
	checkWords(t, s)
	for table, count := range kept {
		if count != 1 {
			t.Errorf("of version %d, %s has %d rows", version, table, count)
		}
	}
	if words := s.Client().Branch.GetX(t.Context(), "brn_a").Words; words != " mitte" {
		t.Errorf("of version %d, the branch has the words %q", version, words)
	}
	row := s.Client().Appointment.GetX(t.Context(), "apt_a")
	if row.StartsAt != 1795507200 || row.StaffID != "stf_a" || (row.CustomerID != nil) != (version >= withBookings) || row.RoomName != "" || row.RoomAdmittedAt != nil || row.RoomDelayedUntil != nil || row.RoomEndedAt != nil {
		t.Errorf("the appointment has become %v", row)
	}
	if version >= withSignIn {
		if session := s.Client().Session.Query().OnlyX(t.Context()); session.ConfirmedAt != nil {
			t.Errorf("the session from before is fresh since %v", *session.ConfirmedAt)
		}
	}
	if version >= withGuests && version < withContacts {
		checkContacts(t, row)
	}
	if version >= withBookings && version < withContacts {
		if c := s.Client().Customer.GetX(t.Context(), "cus_a"); (c.ConfirmedAt != nil) != (version >= withGuests) {
			t.Errorf("of version %d, the customer has become %v", version, c)
		}
	}
	if version >= withBookings {
		if c := s.Client().Customer.GetX(t.Context(), "cus_a"); c.CreatedIn == nil || *c.CreatedIn != "brn_a" {
			t.Errorf("of version %d, the customer has become %v", version, c)
		}
	}
	checkVersions(t, s, version)
	if version >= withRoles && version < withOneSpelling {
		checkMail(t, s, row)
	}
	if version >= withRooms {
		if p := s.Client().RoomParticipant.Query().OnlyX(t.Context()); p.DeviceKey != nil {
			t.Errorf("of version %d, the device of a room has become %v", version, p)
		}
	}
	// A manager who is active nowhere, as in the last version before roles counted in branches, stays a manager everywhere.
	if m := s.Client().BranchMembership.Query().OnlyX(t.Context()); !m.Active {
		t.Errorf("of version %d, the profile is active nowhere", version)
	}
	if b, want := s.Client().Branch.GetX(t.Context(), "brn_a"), map[bool]string{true: "CHF", false: "EUR"}[version >= withRoles && version < withCurrencies]; b.Currency != want {
		t.Errorf("of version %d, the currency of the branch has become %s", version, b.Currency)
	}
	if b := s.Client().Branch.GetX(t.Context(), "brn_a"); b.PhotosKeptDays != map[bool]int{true: 40, false: 30}[version >= withPhotos] || b.OwnRoomByDefault != (version >= withRooms) {
		t.Errorf("of version %d, the branch has become %v", version, b)
	}
	err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		return tx.Appointment.Create().SetBranchID("brn_a").SetPersonID("prs_a").SetServiceID("svc_a").SetStaffID("stf_a").
			SetStartsAt(row.StartsAt).SetEndsAt(row.EndsAt).SetBlockedUntil(row.EndsAt).SetStatus("CONFIRMED").SetLive(true).
			SetSource("ONLINE").SetCreatedAt(row.CreatedAt).Exec(ctx)
	})
	if store.Fault(err) != store.ErrOverlap {
		t.Errorf("a second appointment at the same time: %v", err)
	}
}

// checkWords fails unless the words have the order key and the beginnings of their customer.
func checkWords(t *testing.T, s *store.Store) {
	t.Helper()
	for _, w := range s.Client().CustomerWord.Query().WithCustomer().AllX(t.Context()) {
		c := w.Edges.Customer
		if len(w.OrderKey) == 0 || !bytes.Equal(w.OrderKey, c.OrderKey) || w.Beginnings1 != c.Beginnings1 || w.Beginnings2 != c.Beginnings2 || w.Beginnings3 != c.Beginnings3 {
			t.Errorf("the word %q has become %v of %v", w.Word, w, c)
		}
	}
}

// checkVersions fails unless what had no version has the first, which no change gives again.
func checkVersions(t *testing.T, s *store.Store, version int64) {
	t.Helper()
	branch, plan := s.Client().Branch.GetX(t.Context(), "brn_a"), s.Client().WorkPlan.Query().OnlyX(t.Context())
	exception, override := s.Client().OpeningException.Query().OnlyX(t.Context()), s.Client().ShiftOverride.Query().OnlyX(t.Context())
	if got := []int{branch.OpeningHoursVersion, plan.Version, exception.Version, override.Version}; !slices.Equal(got, []int{1, 1, 1, 1}) {
		t.Errorf("of version %d, the versions are %v", version, got)
	}
}

// checkMail fails unless addresses have the form of form.Address, and the mail that had no sender waits for one.
func checkMail(t *testing.T, s *store.Store, a *ent.Appointment) {
	t.Helper()
	email := s.Client().Customer.GetX(t.Context(), "cus_a").Email
	if account := s.Client().Account.GetX(t.Context(), "acc_a"); *email != "pia@müller.example" || a.ContactEmail != *email || account.Email != "anna@müller.example" {
		t.Errorf("the addresses have become %s, %s, %s", *email, a.ContactEmail, account.Email)
	}
	if lena := s.Client().Staff.GetX(t.Context(), "stf_a").Email; lena != "lena@müller.example" {
		t.Errorf("the address with a combining mark has become %q", lena)
	}
	if mail := s.Client().Mail.GetX(t.Context(), "mal_a"); mail.State != "WAITING" || mail.Failure != "" || mail.Attempts != 0 {
		t.Errorf("the mail has become %v", mail)
	}
}

// checkContacts fails unless the appointment has what was written at its booking, from the customer's record where nothing
// else was written. Nobody confirmed it.
func checkContacts(t *testing.T, a *ent.Appointment) {
	t.Helper()
	if a.ContactName != "Pia P." || a.ContactEmail != "pia@example.com" || a.ContactPhone != "0170 1" ||
		a.ContactLocale == nil || *a.ContactLocale != "DE" || a.ContactConfirmedAt != nil {
		t.Errorf("the contact has become %+v", a)
	}
}

// TestBranchesGetTheCurrencyOfTheirServices checks what the version before currencies of branches allowed.
func TestBranchesGetTheCurrencyOfTheirServices(t *testing.T) {
	const salon = `INSERT INTO branches (id, name, slug, time_zone, locale) VALUES ('brn_a', 'Mitte', 'mitte', 'Europe/Zurich', 'DE');
		INSERT INTO service_categories (id, name) VALUES ('cat_a', 'Video');`
	for name, newURL := range map[string]func(testing.TB) string{"SQLite": storetest.AbsentSQLiteURL, "PostgreSQL": storetest.EmptyPostgresURL} {
		before := newURL(t)
		if err := store.MigrateTo(t.Context(), before, withRoles, salon); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct{ prices, want string }{
			{"", "EUR"},
			{"0 EUR, 4900 CHF", "CHF"}, // what is free may have kept the default
			{"0 CHF", "CHF"},
			{"1500 JPY, 3000 JPY, 1900 EUR", "JPY"},
			{"100 XAU, 100 XXX", "EUR"}, // no currencies
			{"100 XAF", "XAF"},
		} {
			statements := ""
			for i, price := range strings.FieldsFunc(test.prices, func(r rune) bool { return r == ',' }) {
				amount, currency, _ := strings.Cut(strings.TrimSpace(price), " ")
				statements += fmt.Sprintf(`INSERT INTO services (id, name, delivery, duration_minutes, category_id, price_minor_units, price_currency)
					VALUES ('svc_%d', 'Beratung', 'VIDEO', 30, 'cat_a', %s, '%s');`, i, amount, currency)
			}
			url := storetest.Copy(t, before)
			if err := store.MigrateTo(t.Context(), url, withRoles, statements); err != nil {
				t.Fatal(err)
			}
			if got := storetest.Open(t, store.Options{URL: url}).Client().Branch.GetX(t.Context(), "brn_a").Currency; got != test.want {
				t.Errorf("on %s, %q becomes %s, want %s", name, test.prices, got, test.want)
			}
		}
	}
}

// TestTwoSpellingsOfAnAddressStay migrates two accounts and two customers who have one address in two spellings each.
func TestTwoSpellingsOfAnAddressStay(t *testing.T) {
	const spellings = `INSERT INTO persons (id) VALUES ('prs_a');
		INSERT INTO staff (id, person_id, first_name, display_name, color) VALUES ('stf_a', 'prs_a', 'Anna', 'Anna', '#000000'), ('stf_b', 'prs_a', 'Anna', 'Anna', '#000000');
		INSERT INTO accounts (id, staff_id, email, created_at) VALUES ('acc_a', 'stf_a', 'info@xn--mller-kva.example', 0), ('acc_b', 'stf_b', 'info@müller.example', 0);
		INSERT INTO customers (id, name, email, locale, created_at) VALUES ('cus_a', 'Pia', 'pia@xn--mller-kva.example', 'DE', 0), ('cus_b', 'Pia', 'pia@müller.example', 'DE', 0);`
	for name, newURL := range map[string]func(testing.TB) string{"SQLite": storetest.AbsentSQLiteURL, "PostgreSQL": storetest.EmptyPostgresURL} {
		url := newURL(t)
		if err := store.MigrateTo(t.Context(), url, withCurrencies, spellings); err != nil {
			t.Fatal(err)
		}
		client := storetest.Open(t, store.Options{URL: url}).Client()
		accounts := client.Account.Query().Where(account.EmailIn(form.Spellings("info@müller.example")...)).CountX(t.Context())
		customers := client.Customer.Query().Where(customer.EmailIn(form.Spellings("pia@müller.example")...)).CountX(t.Context())
		if accounts != 2 || customers != 2 {
			t.Errorf("on %s, %d accounts and %d customers are left, want 2 of each", name, accounts, customers)
		}
	}
}
