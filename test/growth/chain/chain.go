// Package chain loads salons of any number of branches, to compare what a branch does in a small chain and in a large one.
package chain

import (
	"context"
	_ "embed"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"visavis/internal/demo/demotest"
)

// Chain is a number of branches that are all alike: twenty people each, of whom eight offer video.
type Chain struct {
	Branches     int
	Appointments int // of each of the staff
	Customers    int // of each branch
}

// Staff is how many people work in each branch.
const Staff = 20

// Secrets of the sessions of an owner, and of a receptionist of the branch in the middle.
const (
	OwnerSecret        = "growth-owner"
	ReceptionistSecret = "growth-receptionist"
)

// RareAction is the action of one entry of the audit trail, the oldest one.
const RareAction = "branchCreate"

// Now is the present of every chain.
var Now = demotest.Now

// Size returns the number of all appointments.
func (c Chain) Size() int { return c.Branches * Staff * c.Appointments }

//go:embed growth.sql
var growth string

// Load fills an empty database on PostgreSQL. Indexes are dropped before and created again afterwards, as the catalog
// describes them: building one at once is several times as fast as growing it, with the same result. This does not hold
// for the guards, which look at every row whenever they are created: these stay, and several sessions load at once.
func (c Chain) Load(t testing.TB, databaseURL string) {
	t.Helper()
	l := newLoading(t, databaseURL, c)
	defer l.close()
	l.withoutIndexes(l.rows)
	Vacuum(t, databaseURL)
	l.report("statistics")
}

// LoadSQLite fills an empty SQLite database with the rows that an empty database on PostgreSQL is filled with first, which
// loses its indexes.
func (c Chain) LoadSQLite(t testing.TB, postgresURL, sqliteURL string) {
	t.Helper()
	l := newLoading(t, postgresURL, c)
	defer l.close()
	for _, d := range l.definitions(constraintQuery, guardQuery, indexQuery) {
		l.execute(d.drop)
	}
	l.rows()
	source, err := pgx.Connect(t.Context(), postgresURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = source.Close(context.Background()) }()
	copyToSQLite(t, source, strings.TrimPrefix(sqliteURL, "sqlite:"))
	l.report("copied")
}

// Vacuum does at once what PostgreSQL does by itself some time after many rows are written.
func Vacuum(t testing.TB, databaseURL string) {
	t.Helper()
	connection, err := pgx.Connect(context.Background(), databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close(context.Background()) }()
	if _, err := connection.Exec(context.Background(), "VACUUM (ANALYZE)"); err != nil {
		t.Fatal(err)
	}
}
