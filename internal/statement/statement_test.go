package statement

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"

	"visavis/ent/migrate"
	"visavis/internal/placeholder"
)

// TestStatementsWriteEveryColumn fails if a column was added to the schema and not to its statement.
func TestStatementsWriteEveryColumn(t *testing.T) {
	insert := regexp.MustCompile(`(?s)^INSERT INTO (\w+) \((.*?)\)\s+VALUES \((.*)\)$`)
	for _, statement := range []string{insertAppointments + placeholder.Rows(1, 37), insertCustomers + placeholder.Rows(1, 14), insertAuditEntries + placeholder.Rows(1, 9), insertMails + placeholder.Rows(1, 22), insertPushes + placeholder.Rows(1, 8), insertChanges + placeholder.Rows(1, 8)} {
		found := insert.FindStringSubmatch(statement)
		if found == nil {
			t.Fatal("this is no insert: ", statement)
		}
		i := slices.IndexFunc(migrate.Tables, func(table *schema.Table) bool { return table.Name == found[1] })
		if i < 0 {
			t.Fatal("there is no table ", found[1])
		}
		var want []string
		for _, column := range migrate.Tables[i].Columns {
			if !column.Increment {
				want = append(want, column.Name)
			}
		}
		columns := list(found[2])
		if values := list(found[3]); len(values) != len(columns) {
			t.Errorf("%s: %d columns and %d values", found[1], len(columns), len(values))
		}
		slices.Sort(columns)
		slices.Sort(want)
		if !slices.Equal(columns, want) {
			t.Errorf("%s: the statement has the columns %v, the schema %v", found[1], columns, want)
		}
	}
}

// TestPlaceholdersAreInOrder fails for a statement that SQLite would give values in another order than PostgreSQL.
func TestPlaceholdersAreInOrder(t *testing.T) {
	number := regexp.MustCompile(`\$(\d+)`)
	for _, statement := range []string{moveAppointment, cancelAppointment, deleteHold, setHoldExpiry, dropMails, readNotified, raiseChangeSequences, readBusy, lookAtOrder} {
		highest := 0
		for _, found := range number.FindAllStringSubmatch(statement, -1) {
			if n, _ := strconv.Atoi(found[1]); n > highest+1 {
				t.Errorf("$%d comes before $%d in %s", n, highest+1, statement)
			} else {
				highest = max(highest, n)
			}
		}
	}
}

func list(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(", \n\t", r) })
}
