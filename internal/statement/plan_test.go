package statement_test

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"visavis/internal/statement"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// byItsRow matches a step that reads few rows of a large table: all but the states of mails have few equals.
var byItsRow = regexp.MustCompile(` INDEX (sqlite_autoindex|appointments?_|mail_appointment)`)

// TestTheStatementsOfABookingScanNoTables is about SQLite; the plans of PostgreSQL are tested with many rows.
func TestTheStatementsOfABookingScanNoTables(t *testing.T) {
	var texts []string
	s := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t), Read: func(text string) { texts = append(texts, text) }})
	ctx, client := t.Context(), s.Client()
	if _, err := statement.LookAtOrder(ctx, client, "key", "forgotten", "pia@mail.example", 0); err != nil {
		t.Fatal(err)
	}
	if err := statement.ReadBusy(ctx, client, "prs_a", 0, 0, 0, 0, "", nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := statement.DropMails(ctx, tx.Client, "apt_a")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for _, text := range texts[len(texts)-3:] {
		rows, err := client.QueryContext(ctx, "EXPLAIN QUERY PLAN "+text, make([]any, highest(text))...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				t.Fatal(err)
			}
			if isOfOrder := strings.Contains(step, " appointments") || strings.Contains(step, " mails"); isOfOrder && !byItsRow.MatchString(step) {
				t.Errorf("%s: %s", step, text)
			}
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// highest returns the highest number of a placeholder.
func highest(text string) (number int) {
	for _, rest := range strings.Split(text, "$")[1:] {
		number = max(number, int(rest[0]-'0'))
	}
	return number
}
