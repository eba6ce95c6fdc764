package booking_test

import (
	"context"
	_ "embed"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"visavis/ent/branch"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
)

//go:embed testdata/searches.txt
var searchTable string

type searchedCustomer struct{ name, email, phone string }

// readSearches returns the customers of the table, and the names that each search finds.
func readSearches(t *testing.T) (customers []searchedCustomer, searches [][2]string) {
	t.Helper()
	decomposed := regexp.MustCompile(`<([^>]*)>`)
	for line := range strings.Lines(searchTable) {
		line = decomposed.ReplaceAllStringFunc(strings.TrimSpace(line), func(text string) string { return norm.NFD.String(text[1 : len(text)-1]) })
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if several, is := strings.CutPrefix(line, "= "); is {
			search, names, _ := strings.Cut(several, "|")
			searches = append(searches, [2]string{strings.TrimSpace(search), strings.TrimSpace(names)})
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != 4 {
			t.Fatal("malformed: ", line)
		}
		c := searchedCustomer{strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1]), strings.TrimSpace(fields[2])}
		customers = append(customers, c)
		for search := range strings.SplitSeq(fields[3], ";") {
			searches = append(searches, [2]string{strings.TrimSpace(search), norm.NFC.String(c.name)})
		}
	}
	return customers, searches
}

func TestSearchesFindTheSameOnBothDatabases(t *testing.T) {
	customers, searches := readSearches(t)
	if len(searches) < 200 {
		t.Errorf("the table has %d searches", len(searches))
	}
	each(t, func(t *testing.T, d *fixture) {
		err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			for branchID, country := range map[string]string{mitte: "DE", west: "RU"} {
				if err := tx.Branch.Update().Where(branch.ID(branchID)).SetCountryCode(country).Exec(ctx); err != nil {
					return err
				}
			}
			for _, c := range customers {
				if err := tx.Customer.Create().SetName(c.name).SetEmail(c.email).SetPhone(c.phone).SetLocale("DE").SetCreatedAt(monday()).SetCreatedIn(mitte).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, search := range searches {
			for _, who := range []context.Context{byOwner(t), by(t, actor.Receptionist, "clara")} {
				page := must(d.Customers(who, booking.CustomerSearch{Text: &search[0], Page: pagination.Request{First: 100}}))(t)
				var names []string
				for _, row := range page.Nodes {
					names = append(names, norm.NFC.String(row.Name))
				}
				same(t, "customers found by "+search[0], strings.Join(names, "; "), search[1])
			}
		}
	})
}
