package storetest

import (
	"bufio"
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// A Plan is PostgreSQL's execution plan of a statement.
type Plan struct {
	Statement string
	Text      string // output of EXPLAIN
	Took      string // such as 0.126 ms
}

var (
	sequentialScan = regexp.MustCompile(`Seq Scan on (\w+).*actual rows=(\d+)`)
	rowsRemoved    = regexp.MustCompile(`Rows Removed by .*: (\d+)`)
)

// ReadWhole returns the number of rows read by sequential scans, by table.
func (p Plan) ReadWhole() map[string]int {
	read := map[string]int{}
	table := ""
	for line := range strings.Lines(p.Text) {
		if found := sequentialScan.FindStringSubmatch(line); found != nil {
			table = found[1]
			read[table] += number(found[2])
		} else if strings.Contains(line, "->") {
			table = ""
		} else if found := rowsRemoved.FindStringSubmatch(line); found != nil && table != "" {
			read[table] += number(found[1])
		}
	}
	return read
}

// Discarded returns the largest number of rows that one step of the plan read and filtered out.
func (p Plan) Discarded() int {
	most := 0
	for _, found := range rowsRemoved.FindAllStringSubmatch(p.Text, -1) {
		most = max(most, number(found[1]))
	}
	return most
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		panic(err) // matched as digits
	}
	return value
}

// Explained returns a URL of the same database on which PostgreSQL logs the plan of every statement, including those
// of triggers and foreign keys. Plans collects them.
func Explained(t testing.TB, databaseURL string) string {
	t.Helper()
	explained, err := url.Parse(databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	parameters := explained.Query()
	parameters.Set("options", "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on"+
		" -c auto_explain.log_buffers=on -c auto_explain.log_timing=off -c auto_explain.log_nested_statements=on")
	explained.RawQuery = strings.ReplaceAll(parameters.Encode(), "+", "%20")
	return explained.String()
}

// Plans returns the plans of the statements that do runs on a URL from Explained. All of its transactions must have
// ended when it returns.
func (s *Server) Plans(t testing.TB, explainedURL string, do func()) []Plan {
	t.Helper()
	config, err := pgx.ParseConfig(explainedURL)
	if err != nil {
		t.Fatal(err)
	}
	delete(config.RuntimeParams, "options")
	connection, err := pgx.ConnectConfig(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = connection.Close(context.Background()) }()
	say := func(what string) {
		if _, err := connection.Exec(context.Background(), "DO $$ BEGIN RAISE LOG '"+what+"'; END $$"); err != nil {
			t.Fatal(err)
		}
	}
	collected := s.log.collect(config.Database)
	do()
	say(endOfPlans)
	<-collected.complete
	s.log.forget(collected)
	return collected.plans
}

// endOfPlans is logged after all plans.
const endOfPlans = "these were the plans"

// A serverLog distributes the log of a server.
type serverLog struct {
	mu       sync.Mutex
	watchers map[*collection]bool
}

// A collection collects the plans of one database.
type collection struct {
	database string
	plans    []Plan
	open     bool // the last entry is a plan with more lines to come
	complete chan struct{}
}

func (l *serverLog) collect(database string) *collection {
	c := &collection{database: database, complete: make(chan struct{})}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.watchers == nil {
		l.watchers = map[*collection]bool{}
	}
	l.watchers[c] = true
	return c
}

func (l *serverLog) forget(c *collection) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.watchers, c)
}

// follow reads the log until the server ends, because a full pipe would block it.
func (l *serverLog) follow(lines *bufio.Scanner) {
	for lines.Scan() {
		l.mu.Lock()
		for c := range l.watchers {
			c.read(lines.Text())
		}
		l.mu.Unlock()
	}
}

// read reads a line of the log. An entry begins with the name of the database; its other lines begin with a tab.
func (c *collection) read(line string) {
	if rest, continued := strings.CutPrefix(line, "\t"); continued {
		if !c.open {
			return
		}
		plan := &c.plans[len(c.plans)-1]
		if statement, is := strings.CutPrefix(rest, "Query Text: "); is && plan.Statement == "" {
			plan.Statement = statement
		} else {
			plan.Text += rest + "\n"
		}
		return
	}
	entry, ours := strings.CutPrefix(line, c.database+" ")
	c.open = ours && strings.Contains(entry, "  plan:")
	switch {
	case c.open:
		_, took, _ := strings.Cut(entry, "duration: ")
		took, _, _ = strings.Cut(took, "  plan:")
		c.plans = append(c.plans, Plan{Took: took})
	case ours && strings.Contains(entry, endOfPlans):
		select {
		case <-c.complete:
		default:
			close(c.complete)
		}
	}
}

// String formats the plan for people.
func (p Plan) String() string { return fmt.Sprintf("%s\n%s: %s", p.Statement, p.Took, p.Text) }
