package growth_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/growth/chain"
)

// explainer is a salon whose statements are explained.
type explainer struct {
	*loadedSalon
	// explained repeats an action and returns the plans of its statements, and remarks about them.
	explained func(b *testing.B, do func()) (plans, remarks []string)
}

// plansOf writes the plans of an action, and returns what is remarkable.
func (e explainer) plansOf(b *testing.B, a action, w io.Writer, c comparison) []string {
	b.Helper()
	plans, remarks := e.explained(b, func() { _ = a.do(e.loadedSalon) }) // what fails has failed before
	slices.Sort(remarks)
	remarks = slices.Compact(remarks)
	_, _ = fmt.Fprintf(w, "=== %s: %v instead of %v, %v %v\n", a.name, c.large, c.small, c.failure, remarks)
	for _, plan := range plans {
		_, _ = fmt.Fprintln(w, plan)
	}
	return remarks
}

// few is how many rows PostgreSQL may think quicker to read than to look twenty of them up in an index.
const few = 10_000

// grows are the tables that have more rows in a larger chain.
var grows = []string{
	"appointments", "customers", "customer_words", "changes", "audit_entries", "mails", "sessions", "accounts",
	"branches", "persons", "staff", "branch_memberships", "competencies", "video_links", "absences", "absence_requests",
	"work_plans", "shifts", "shift_overrides", "opening_hours", "opening_exceptions", "devices", "api_tokens", "video_only_modes", "video_only_mode_staff",
}

// onPostgreSQL loads chains on a server.
type onPostgreSQL struct{ *storetest.Server }

func (e onPostgreSQL) load(b *testing.B, c chain.Chain) string {
	b.Helper()
	url := e.URL(b)
	c.Load(b, url)
	if err := storetest.Open(b, store.Options{URL: url}).Ping(b.Context()); err != nil { // writes the words of the customers
		b.Fatal(err)
	}
	chain.Vacuum(b, url)
	return url
}

// oftenEnough is how often a statement is sent until PostgreSQL may have chosen a plan for all arguments. An action may use
// one of several connections.
const oftenEnough = 12

func (e onPostgreSQL) explain(b *testing.B, large *loadedSalon) explainer {
	b.Helper()
	url := storetest.Explained(b, large.url)
	return explainer{openSalon(b, url), func(b *testing.B, do func()) (texts, remarks []string) {
		b.Helper()
		for range oftenEnough {
			do()
		}
		for _, plan := range e.Plans(b, url, do) {
			texts = append(texts, plan.String())
			for table, rows := range plan.ReadWhole() {
				if slices.Contains(grows, table) && rows > few {
					remarks = append(remarks, fmt.Sprintf("reads all of %s: %d rows", table, rows))
				}
			}
			if discarded := plan.Discarded(); discarded > few {
				remarks = append(remarks, fmt.Sprintf("reads %d rows in vain", discarded))
			}
		}
		return texts, remarks
	}}
}

// onSQLite loads chains in files, by way of a server.
type onSQLite struct{ *storetest.Server }

func (e onSQLite) load(b *testing.B, c chain.Chain) string {
	b.Helper()
	url := storetest.SQLiteURL(b)
	c.LoadSQLite(b, e.URL(b), url)
	return url
}

// explain returns the plans of the statements as SQLite makes them: by the indexes that there are, not by the rows.
func (onSQLite) explain(_ *testing.B, large *loadedSalon) explainer {
	return explainer{large, func(b *testing.B, do func()) (texts, remarks []string) {
		b.Helper()
		large.sent.clear()
		do()
		for _, statement := range large.sent.all() {
			steps := large.stepsOf(b, statement)
			texts = append(texts, statement+"\n    "+strings.Join(steps, "\n    "))
			for _, step := range steps {
				words := strings.Fields(step)
				if words[0] == "SCAN" && slices.Contains(grows, words[1]) {
					remarks = append(remarks, step)
				}
			}
		}
		return texts, remarks
	}}
}

// stepsOf returns how SQLite runs a statement, whatever its arguments.
func (s *loadedSalon) stepsOf(b *testing.B, statement string) (steps []string) {
	b.Helper()
	arguments := make([]any, strings.Count(statement, "?")+strings.Count(statement, "$"))
	rows, err := s.store.Client().QueryContext(b.Context(), "EXPLAIN QUERY PLAN "+statement, arguments...)
	if err != nil {
		b.Fatal(statement, err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			b.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return steps
}
