package fault

import (
	"fmt"
	"slices"
	"testing"

	"visavis/internal/store/storetest"
)

// An attack tries, by the public interface alone, what must not succeed.
type attack struct {
	kind int                          // attacks of a kind look for the same weakness
	wish string                       // of the attacker
	try  func(s *attackedSalon) error // returns what has succeeded, nil if nothing has
}

var attacks = slices.Concat(attacksOnRights, attacksOnCustomers, attacksOnSignIn, mailBombs, floods, attacksOnRooms, attacksOnLinks)

// TestAttacksFail attacks a server with the limits of production, and expects that customers and staff are served afterwards,
// that nothing was disclosed and that the database is sound. In full it also attacks one on PostgreSQL, with more variations.
func TestAttacksFail(t *testing.T) {
	t.Parallel()
	for _, database := range []struct {
		name string
		url  func(testing.TB) string
	}{{"SQLite", storetest.SQLiteURL}, {"PostgreSQL", storetest.PostgresURL}}[:scale(1, 2)] {
		t.Run(database.name, func(t *testing.T) {
			s := newAttackedSalon(t, database.url(t))
			for _, a := range attacks {
				t.Run(fmt.Sprintf("%02d %s", a.kind, a.wish), func(t *testing.T) {
					s.t = t
					if err := a.try(s); err != nil {
						t.Errorf("it succeeds: %v", err)
					}
				})
			}
			s.t = t
			s.expectUnharmed()
		})
	}
}

// some returns the first of the variations of an attack, or all of them in full.
func some[T any](short int, all ...T) []T { return all[:scale(short, len(all))] }
