package lookup_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/lookup"
	"visavis/internal/reach"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

var (
	firstNames = []string{"Anna", "anna", "Özlem", "Zoë", "Marie-Luise", "Łukasz", "O'Neil", "Ольга", "山田", "Müslüm", "X"}
	lastNames  = []string{"Müller", "Mueller", "Groß", "Kowal", "Kowalski", "Anna", "太郎", "1000005", "Yılmaz", "2"}
	numbers    = []string{"", "+49 170 100000%d", "0170/100000%d", "+43 660 100000%d", "030 1234%d", "%d%[1]d%[1]d"}
	searched   = []string{"a", "an", "anna", "o", "özlem", "mu", "müller", "mueller", "marie luise", "marie-luise", "marieluise", "k", "kowal", "о", "山", "太郎", "x", "1", "2",
		"0170", "0170 1000001", "+49 170", "0049170", "170", "0001", "+43", "030", "1234", "mail", "mail.example", "k1", "k12@mail.example", "@", "post", "@post.ex", "%", "zzz"}
)

// TestSearchesFindWhatANaiveSearchFinds compares every page, for owners and receptionists, looked up and on a walk.
func TestSearchesFindWhatANaiveSearchFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		write(t, s, func(ctx context.Context, c *ent.Client) {
			for i := range 100 {
				number := pick(numbers)
				if number != "" {
					number = fmt.Sprintf(number, i%10)
				}
				newCustomer(c, pick(firstNames)+" "+pick(lastNames)).SetPhone(number).SetCreatedIn(pick([]string{"brn_a", "brn_b", "brn_c"})).
					SetEmail(fmt.Sprintf("k%d@%s.example", i, pick([]string{"mail", "post"}))).ExecX(ctx)
			}
		})
		all := s.Client().Customer.Query().AllX(t.Context())
		slices.SortFunc(all, func(a, b *ent.Customer) int {
			return cmp.Or(bytes.Compare(a.OrderKey, b.OrderKey), strings.Compare(a.ID, b.ID))
		})
		owner, receptionist := actor.Actor{Role: actor.Owner}, actor.Actor{Role: actor.Receptionist, Branches: []string{"brn_a", "brn_c"}}
		for i := range 100 {
			text := searched[i%len(searched)]
			if i >= len(searched) {
				text += " " + pick(searched)
			}
			terms := lookup.Read(text, []string{"DE"})
			who := []actor.Actor{owner, receptionist}[random.IntN(2)]
			var want []string
			for _, c := range all {
				if (who.Role == actor.Owner || *c.CreatedIn != "brn_b") && matches(c, terms) {
					want = append(want, c.ID)
				}
			}
			for _, few := range []int{0, 20, lookup.Few} {
				if got := pages(t, s, lookup.Search{Terms: terms, Within: reach.Customers(who), Among: reach.CustomersAmong(who), Limit: 11, Few: few}); !slices.Equal(got, want) {
					t.Errorf("%q finds %d customers if %d are few, want %d", text, len(got), few, len(want))
				}
			}
		}
	})
}

func matches(c *ent.Customer, terms []lookup.Term) bool {
	keys := lookup.KeysOf(c)
	isFound := func(prefix string) bool {
		return slices.ContainsFunc(keys, func(key string) bool { return strings.HasPrefix(key, prefix) })
	}
	for _, term := range terms {
		if !slices.ContainsFunc(term, func(prefixes []string) bool {
			return !slices.ContainsFunc(prefixes, func(prefix string) bool { return !isFound(prefix) })
		}) {
			return false
		}
	}
	return true
}

// pages returns the IDs of all pages.
func pages(t *testing.T, s *store.Store, search lookup.Search) (ids []string) {
	t.Helper()
	for {
		page, err := search.IDs(t.Context(), s.Client())
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, page...)
		if len(page) < search.Limit {
			return ids
		}
		last := s.Client().Customer.GetX(t.Context(), page[len(page)-1])
		search.After = &lookup.Place{OrderKey: last.OrderKey, ID: last.ID}
	}
}
