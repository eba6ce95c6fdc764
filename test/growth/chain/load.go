package chain

import (
	"context"
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

// loading is what loads a chain into PostgreSQL.
type loading struct {
	t        testing.TB
	chain    Chain
	began    time.Time
	sessions chan *pgx.Conn
}

// sessions is how many load at once.
const sessions = 4

// newLoading opens the sessions that load. The triggers of references and of the hints of changes have nothing to do for
// rows that are sound and that nobody hears of.
func newLoading(t testing.TB, databaseURL string, c Chain) *loading {
	t.Helper()
	config, err := pgx.ParseConfig(databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	config.RuntimeParams["session_replication_role"] = "replica"
	config.RuntimeParams["synchronous_commit"] = "off"
	config.RuntimeParams["max_parallel_maintenance_workers"] = "0"
	l := &loading{t, c, time.Now(), make(chan *pgx.Conn, sessions)}
	for range sessions {
		session, err := pgx.ConnectConfig(context.Background(), config)
		if err != nil {
			t.Fatal(err)
		}
		l.sessions <- session
	}
	return l
}

func (l *loading) close() {
	for range sessions {
		_ = (<-l.sessions).Close(context.Background())
	}
}

// report logs progress when the chain is large.
func (l *loading) report(what string) {
	if l.chain.Size() >= 1_000_000 {
		_, _ = fmt.Fprintf(os.Stderr, "loading: %s (%v)\n", what, time.Since(l.began).Round(time.Second))
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

// together calls do for each number below count, in some sessions at once.
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

// rows loads all rows.
func (l *loading) rows() {
	l.statements()
	l.customers()
	l.execute("DROP SCHEMA growth CASCADE")
}

// statements runs the statements of the file. One that names a range of branches is run in parts.
func (l *loading) statements() {
	values := strings.NewReplacer(
		":now", strconv.FormatInt(int64(Now()), 10), ":branches", strconv.Itoa(l.chain.Branches), ":staff", strconv.Itoa(Staff),
		":appointments", strconv.Itoa(l.chain.Appointments), ":customers", strconv.Itoa(l.chain.Customers),
		":owner_secret", OwnerSecret, ":receptionist_secret", ReceptionistSecret, ":rare_action", RareAction)
	for statement := range strings.SplitSeq(strings.TrimSpace(values.Replace(growth)), ";\n") {
		if !strings.Contains(statement, ":from") {
			l.execute(statement)
			continue
		}
		parts := min(l.chain.Branches, 40)
		var loaded atomic.Int64
		l.together(parts, func(part int) {
			from, until := l.chain.Branches*part/parts, l.chain.Branches*(part+1)/parts
			l.execute(strings.NewReplacer(":from", strconv.Itoa(from), ":until", strconv.Itoa(until-1)).Replace(statement))
			now := loaded.Add(int64((until - from) * Staff * l.chain.Appointments))
			l.report(fmt.Sprintf("appointments, %.2f of %.2f million", float64(now)/1e6, float64(l.chain.Size())/1e6))
		})
	}
}
