package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"visavis/ent"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func addCategory(ctx context.Context, tx *store.Tx, name string) error {
	return tx.ServiceCategory.Create().SetID("cat_" + name).SetName(name).Exec(ctx)
}

// Each of the two would be another one if it came behind the other: so one of them has to come again.
func TestTransactionsThatCannotHaveComeOneAfterTheOtherAreRepeated(t *testing.T) {
	url := storetest.SerializableURL(t)
	var both, all sync.WaitGroup
	both.Add(2)
	attempts := make(chan string, 10)
	for _, name := range []string{"hair", "nails"} {
		s := storetest.Open(t, store.Options{URL: url})
		all.Go(func() {
			meet := sync.OnceFunc(func() { both.Done(); both.Wait() })
			err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				attempts <- name
				count, err := tx.ServiceCategory.Query().Count(ctx)
				if err != nil {
					return err
				}
				meet()
				if count > 0 {
					name = "second" // to see the other means to come behind it
				}
				return addCategory(ctx, tx, name)
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(attempts) < 3 {
		t.Errorf("there were %d attempts: nobody was asked to repeat", len(attempts))
	}
	if seconds := ask(t, url, "SELECT count(*) FROM service_categories WHERE name = 'second'"); seconds != 1 {
		t.Errorf("%d of them came second", seconds)
	}
}

func TestWhoWaitForEachOtherAreRepeated(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.PostgresURL(t)})
	names := []string{"hair", "nails"}
	if err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		return errors.Join(addCategory(ctx, tx, names[0]), addCategory(ctx, tx, names[1]))
	}); err != nil {
		t.Fatal(err)
	}
	var both, all sync.WaitGroup
	both.Add(2)
	attempts := make(chan string, 10)
	for i := range names {
		all.Go(func() {
			meet := sync.OnceFunc(func() { both.Done(); both.Wait() })
			err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				attempts <- names[i]
				for _, name := range []string{names[i], names[1-i]} {
					if err := tx.ServiceCategory.UpdateOneID("cat_" + name).SetName(name + " of " + names[i]).Exec(ctx); err != nil {
						return err
					}
					meet()
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(attempts) < 3 {
		t.Errorf("there were %d attempts: nobody had to yield", len(attempts))
	}
}

// A database may ask whoever reads to repeat as well. This one asks once in each session, which a lock remembers.
func TestReadsAreRepeated(t *testing.T) {
	url := storetest.PostgresURL(t)
	execute(t, url, `
		CREATE FUNCTION come_again() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
			IF NOT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND objid = 4711) THEN
				PERFORM pg_advisory_lock_shared(4711);
				RAISE 'come again' USING ERRCODE = '40001';
			END IF;
			RETURN true;
		END $$;
		ALTER TABLE service_categories RENAME TO categories;
		INSERT INTO categories (id, name) VALUES ('cat_hair', 'hair');
		CREATE VIEW service_categories AS SELECT * FROM categories WHERE come_again()`)
	for name, read := range map[string]func(s *store.Store) error{
		"in a view": func(s *store.Store) error {
			return s.View(t.Context(), func(client *ent.Client) error { return readCategory(t.Context(), client) })
		},
		"outside of a transaction": func(s *store.Store) error { return readCategory(t.Context(), s.Client()) },
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.Open(t, store.Options{URL: url})
			if err := read(s); err != nil {
				t.Error(err)
			}
			if asked := ask(t, url, "SELECT count(*) FROM pg_locks WHERE objid = 4711"); asked == 0 {
				t.Error("nobody was asked to come again")
			}
		})
	}
}

func readCategory(ctx context.Context, client *ent.Client) error {
	_, err := client.ServiceCategory.Query().Only(ctx)
	return err
}

// ask returns the one number that a statement answers.
func ask(t *testing.T, url, statement string) (number int) {
	t.Helper()
	connection, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close(t.Context()) }()
	if err := connection.QueryRow(t.Context(), statement).Scan(&number); err != nil {
		t.Fatal(err)
	}
	return number
}
