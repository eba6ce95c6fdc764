package lookup_test

import (
	"context"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/lookup"
	"visavis/internal/reach"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestAWalkFindsWhatALookupFinds compares the two ways to find customers, within the reach of a receptionist.
func TestAWalkFindsWhatALookupFinds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		write(t, s, func(ctx context.Context, c *ent.Client) {
			for i, name := range []string{"Anna-Lena Müller", "Annalena Groß", "Anna Mueller", "Lena Meier", "Zoë 1000005"} {
				for _, branchID := range []string{"brn_a", "brn_b"} {
					newCustomer(c, name).SetPhone("0170 100000" + string(rune('0'+i))).SetCreatedIn(branchID).ExecX(ctx)
				}
			}
		})
		find := func(search string, few int) (names string) {
			who := actor.Actor{Role: actor.Receptionist, Branches: []string{"brn_a"}}
			ids, err := (&lookup.Search{
				Terms: lookup.Read(search, []string{"DE"}), Within: reach.Customers(who), Among: reach.CustomersAmong(who), Limit: 100, Few: few,
			}).IDs(t.Context(), s.Client())
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range ids {
				row := s.Client().Customer.GetX(t.Context(), id)
				if *row.CreatedIn != "brn_a" {
					t.Errorf("%s finds a customer of another branch", search)
				}
				names += row.Name + ", "
			}
			return strings.TrimSuffix(names, ", ")
		}
		searches := map[string]string{
			"anna-lena": "Anna-Lena Müller, Annalena Groß", "anna lena": "Anna-Lena Müller", "anna-lena m": "Anna-Lena Müller", "müller": "Anna Mueller, Anna-Lena Müller",
			"0170 1000002": "Anna Mueller", "1000005": "Zoë 1000005", "0170 l": "Anna-Lena Müller, Lena Meier", "an 0001": "Annalena Groß", "x": "",
		}
		for search, want := range searches {
			if got := find(search, lookup.Few); got != want {
				t.Errorf("%s finds %s, want %s", search, got, want)
			}
			if got := find(search, 0); got != want {
				t.Errorf("on a walk, %s finds %s, want %s", search, got, want)
			}
		}
	})
}
