package booking_test

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// A chain is a number of branches that are all alike: twenty people each, of whom eight offer video.
type chain struct {
	branches     int
	appointments int // of each of the staff
	customers    int // of each branch
}

const staffOfBranch = 20

func (c chain) size() int { return c.branches * staffOfBranch * c.appointments }

//go:embed testdata/growth.sql
var growth string

// load fills an empty database on PostgreSQL. Indexes are dropped before and made again after it, as the catalogue
// tells them: to build one at once is several times as fast as to let it grow, and it comes to the same. That is not so
// of the guards, which look at every row whenever they are made: these stay, and several sessions load at once.
func (c chain) load(t testing.TB, databaseURL string) {
	t.Helper()
	l := loading{t: t, url: databaseURL, chain: c, began: time.Now()}
	l.open()
	before := l.definitions()
	for _, d := range before {
		l.execute(d.drop)
	}
	l.statements()
	var indexes, constraints, references []definition
	for _, d := range before {
		switch {
		case strings.Contains(d.create, "FOREIGN KEY"):
			references = append(references, d)
		case strings.Contains(d.create, "ADD CONSTRAINT"):
			constraints = append(constraints, d)
		default:
			indexes = append(indexes, d)
		}
	}
	for _, group := range [][]definition{indexes, constraints} {
		l.together(len(group), func(i int) {
			l.execute(group[i].create)
			l.report(group[i].name)
		})
	}
	for _, d := range references {
		l.execute(d.create)
		l.report(d.name)
	}
	l.execute("VACUUM (ANALYZE)")
	l.report("statistics")
	if after := l.definitions(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Fatalf("the indexes were\n%v\nand are\n%v", before, after)
	}
}

type loading struct {
	t        testing.TB
	url      string
	chain    chain
	began    time.Time
	sessions chan *pgx.Conn
}

// sessions is how many load at once.
const sessions = 4

// report logs progress when the chain is large.
func (l *loading) report(what string) {
	if l.chain.size() >= 1_000_000 {
		_, _ = fmt.Fprintf(os.Stderr, "loading: %s (%v)\n", what, time.Since(l.began).Round(time.Second))
	}
}

// open opens the sessions that load. The triggers of references and of the hints of changes have nothing to say to
// what is sound and nobody hears.
func (l *loading) open() {
	l.t.Helper()
	ctx := context.Background()
	config, err := pgx.ParseConfig(l.url)
	if err != nil {
		l.t.Fatal(err)
	}
	config.RuntimeParams["session_replication_role"] = "replica"
	config.RuntimeParams["synchronous_commit"] = "off"
	config.RuntimeParams["max_parallel_maintenance_workers"] = "0"
	l.sessions = make(chan *pgx.Conn, sessions)
	for range sessions {
		session, err := pgx.ConnectConfig(ctx, config)
		if err != nil {
			l.t.Fatal(err)
		}
		l.t.Cleanup(func() { _ = session.Close(ctx) })
		l.sessions <- session
	}
}

// execute runs a statement in the session that has been idle for longest.
func (l *loading) execute(statement string) {
	session := <-l.sessions
	defer func() { l.sessions <- session }()
	if _, err := session.Exec(context.Background(), statement); err != nil {
		l.t.Errorf("%s: %v", statement, err)
	}
}

// together does so many things in some sessions at once.
func (l *loading) together(count int, do func(i int)) {
	var all sync.WaitGroup
	turns := make(chan int)
	for range sessions {
		all.Go(func() {
			for i := range turns {
				do(i)
			}
		})
	}
	for i := range count {
		turns <- i
	}
	close(turns)
	all.Wait()
}

// statements runs those of the file. One that names a range of branches is run in parts.
func (l *loading) statements() {
	values := strings.NewReplacer(
		":now", strconv.FormatInt(int64(monday()), 10), ":branches", strconv.Itoa(l.chain.branches), ":staff", strconv.Itoa(staffOfBranch),
		":appointments", strconv.Itoa(l.chain.appointments), ":customers", strconv.Itoa(l.chain.customers))
	for statement := range strings.SplitSeq(strings.TrimSpace(values.Replace(growth)), ";\n") {
		if !strings.Contains(statement, ":from") {
			l.execute(statement)
			continue
		}
		parts := min(l.chain.branches, 40)
		var loaded atomic.Int64
		l.together(parts, func(part int) {
			from, until := l.chain.branches*part/parts, l.chain.branches*(part+1)/parts
			l.execute(strings.NewReplacer(":from", strconv.Itoa(from), ":until", strconv.Itoa(until-1)).Replace(statement))
			now := loaded.Add(int64((until - from) * staffOfBranch * l.chain.appointments))
			l.report(fmt.Sprintf("appointments, %.2f of %.2f million", float64(now)/1e6, float64(l.chain.size())/1e6))
		})
	}
}

// A definition is an index or a constraint, in statements.
type definition struct{ name, drop, create string }

// definitions reads what can be made again, in the order in which it can be dropped: references before what they refer to.
func (l *loading) definitions() []definition {
	l.t.Helper()
	const constraints = `
		SELECT conname, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
			format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
		FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'p', 'u')
			AND conrelid::regclass::text <> 'goose_db_version' ORDER BY contype <> 'f', conrelid::regclass::text, conname`
	const indexes = `
		SELECT c.relname, format('DROP INDEX %I', c.relname), pg_get_indexdef(c.oid)
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
		WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = c.oid AND contype IN ('p', 'u', 'x'))
			AND i.indrelid::regclass::text <> 'goose_db_version' ORDER BY i.indrelid::regclass::text, c.relname`
	session := <-l.sessions
	defer func() { l.sessions <- session }()
	var all []definition
	for _, query := range []string{constraints, indexes} {
		rows, err := session.Query(context.Background(), query)
		if err != nil {
			l.t.Fatal(err)
		}
		found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (d definition, err error) {
			return d, row.Scan(&d.name, &d.drop, &d.create)
		})
		if err != nil {
			l.t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}
