package salon_test

import (
	"context"
	"testing"

	"visavis/ent"
)

func TestBranchIsFoundByItsIDOrItsSlug(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			id, slug *string
			want     string // the ID; empty: none
			problem  []string
		}{
			{id: new(mitte), want: mitte},
			{slug: new("west"), want: west},
			{id: new("brn_unknown")},
			{slug: new("unknown")},
			{slug: new("Not a slug\x00")},
			{id: new(anna), problem: []string{"ID_OF_ANOTHER_KIND id"}},
			{problem: []string{"EXACTLY_ONE id"}},
			{id: new(mitte), slug: new("mitte"), problem: []string{"EXACTLY_ONE id"}},
		} {
			row, err := s.Branch(byOwner(t), test.id, test.slug)
			same(t, "the problem", problemsOf(err), test.problem)
			if test.problem == nil {
				check(t, err)
			}
			found := ""
			if row != nil {
				found = row.ID
			}
			same(t, "found", found, test.want)
		}
	})
}

func TestNodeFindsWhateverHasAnID(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Customer.Create().SetID("cus_carla").SetName("Carla").SetLocale("DE").SetCreatedAt(s.now).ExecX(ctx)
		})
		for _, id := range []string{mitte, anna, hair, cut, sickness, westMode, "apt_ben", "cus_carla"} {
			if found, err := s.Node(byOwner(t), id); found == nil || err != nil {
				t.Errorf("%s is not found: %v", id, err)
			}
		}
		for _, id := range []string{"", "brn_unknown", "stf_", "prs_demo-anna", "aud_1", "chg_demo-mitte.1", "nonsense"} {
			if found, err := s.Node(byOwner(t), id); found != nil || err != nil {
				t.Errorf("%s is %v, %v", id, found, err)
			}
		}
	})
}

func names[T any](rows []*T, name func(*T) string) []string {
	list := make([]string, len(rows))
	for i, row := range rows {
		list[i] = name(row)
	}
	return list
}
