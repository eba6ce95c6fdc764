package growth_test

import (
	"errors"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/growth/chain"
)

// TestEveryQueryOfThePagesIsMeasured fails for a new query until the table of measurements has its variables.
func TestEveryQueryOfThePagesIsMeasured(t *testing.T) {
	known := queries()
	measured := map[string]bool{}
	for _, m := range measurements {
		if _, found := known[m.document]; !found {
			t.Errorf("%s is measured, but no page sends it", m.document)
		}
		measured[m.document] = true
	}
	for name, d := range known {
		if !measured[name] {
			t.Errorf("%s of %s is not measured: add its variables to measurements", name, d.file)
		}
	}
}

// TestEveryMeasurementIsAnswered asks everything that is measured, in a small chain on each engine.
func TestEveryMeasurementIsAnswered(t *testing.T) {
	small := chain.Chain{Branches: 2, Appointments: 40, Customers: 120}
	t.Run("SQLite", func(t *testing.T) {
		url := storetest.SQLiteURL(t)
		small.LoadSQLite(t, storetest.PostgresURL(t), url)
		answerEverything(t, openSalon(t, url))
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		url := storetest.PostgresURL(t)
		small.Load(t, url)
		answerEverything(t, openSalon(t, url))
	})
}

func answerEverything(t *testing.T, s *loadedSalon) {
	t.Helper()
	for _, a := range actions() {
		if err := a.do(s); err != nil && !errors.Is(err, errForbidden) && !errors.Is(err, errOnlyPage) {
			t.Errorf("%s: %v", a.name, err)
		}
	}
}
