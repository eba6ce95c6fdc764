package system

import (
	"database/sql"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// answeredAnew has the error of each mutation that is refused when it is sent again: what it removed is no longer there, and what it ended or
// began stays so.
var answeredAnew = map[string]string{
	"apiTokenRevoke":         "NOT_FOUND",
	"appointmentCancel":      "STATUS_FORBIDS",
	"appointmentHold":        "START_TAKEN", // by the first hold, which expires
	"customerForget":         "NOT_FOUND",
	"customerMergeUndo":      "NOT_FOUND",
	"deviceRemove":           "NOT_FOUND",
	"embeddingSiteRemove":    "NOT_FOUND",
	"passwordChange":         "PASSWORD_WRONG", // the new one is the password
	"pushSubscriptionRemove": "NOT_FOUND",
	"serviceCategoryRemove":  "NOT_FOUND",
	"staffAbsenceRemove":     "NOT_FOUND",
	"videoOnlyModeEnd":       "NOT_FOUND",
	"videoOnlyModeStart":     "VIDEO_ONLY_MODE_OVERLAPS",
}

// madeAnew has what a mutation makes once more when it is sent again: links and sessions nobody has received, and the mails that tell
// somebody of their access.
var madeAnew = map[string]string{
	"customerLinkCreate":   "customer_links",
	"passwordResetRequest": "mails",
	"pinChange":            "mails",
	"signInByPin":          "sessions",
	"staffAccessSet":       "mails",
}

// isAnotherLink names the mutations whose answer is a new link each time.
var isAnotherLink = map[string]bool{"customerLinkCreate": true, "staffCalendarFeedRenew": true}

// TestNothingIsDoneTwiceWhenAnAnswerIsLost sends every mutation again, as a client does whose network was cut before it had the answer. What
// can be sent with an idempotency key is.
func TestNothingIsDoneTwiceWhenAnAnswerIsLost(t *testing.T) {
	t.Parallel()
	databaseURL, api := storetest.SQLiteURL(t), readSchema(t)
	b := startAudited(t, databaseURL)
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", Opaque: strings.TrimPrefix(databaseURL, "sqlite:"), RawQuery: "mode=ro"}).String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	keys := 0
	b.mutate = func(s *harness.Server, name, selection string, input harness.Variables) any {
		inputType := strings.ToUpper(name[:1]) + name[1:] + "Input"
		if api.Types[inputType].Fields.ForName("idempotencyKey") != nil {
			keys++
			input = maps.Clone(input)
			input["idempotencyKey"] = fmt.Sprintf("lost-answer-%04d", keys)
		}
		send := func() (value any, code string) {
			answer := s.Ask("mutation($input: "+inputType+"!) { "+name+"(input: $input) { "+selection+" userErrors { code } } }", harness.Variables{"input": input})
			if len(answer.Errors) > 0 {
				t.Fatalf("%s: %v", name, answer.Errors)
			}
			payload := answer.Data[name].(map[string]any)
			for _, wrong := range harness.List(payload["userErrors"]) {
				code = wrong["code"].(string)
			}
			field, _, _ := strings.Cut(selection, " ")
			return payload[field], code
		}
		first, wrong := send()
		if wrong != "" {
			t.Fatalf("%s is refused: %s", name, wrong)
		}
		before := rowsOf(t, db)
		again, code := send()
		if code != answeredAnew[name] {
			t.Errorf("%s, sent again, is answered %q, want %q", name, code, answeredAnew[name])
		}
		if code == "" && selection != "userErrors { code }" && reflect.DeepEqual(again, first) == isAnotherLink[name] {
			t.Errorf("%s answers %v, and then %v", name, first, again)
		}
		if made := strings.Join(grown(before, rowsOf(t, db)), ", "); made != madeAnew[name] {
			t.Errorf("%s, sent again, makes rows in %q, want %q", name, made, madeAnew[name])
		}
		return first
	}
	b.runAll()
}

// grown returns the tables that have other numbers of rows. That something was asked for again is on record, and may be announced again.
func grown(before, after map[string]int) (tables []string) {
	for _, table := range slices.Sorted(maps.Keys(after)) {
		if table != "audit_entries" && table != "changes" && before[table] != after[table] {
			tables = append(tables, table)
		}
	}
	return tables
}

// rowsOf returns the number of rows of each table.
func rowsOf(t *testing.T, db *sql.DB) map[string]int {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			t.Fatal(err)
		}
		counts[table] = 0
	}
	for table := range counts {
		var count int
		if err := db.QueryRowContext(t.Context(), `SELECT count(*) FROM "`+table+`"`).Scan(&count); err != nil {
			t.Fatal(err)
		}
		counts[table] = count
	}
	return counts
}
