package salon_test

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/salon"
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

func TestListsLeaveOutWhatIsArchived(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffArchiveInput{ID: ben})
		s.do(t, salon.ServiceArchiveInput{ID: cut})

		branches, err := s.Branches(byOwner(t))
		check(t, err)
		same(t, "branches", names(branches, func(b *ent.Branch) string { return b.Name }), []string{"Salon Mitte", "Salon West"})
		for _, test := range []struct {
			branch   *string
			archived bool
			want     []string
		}{
			{nil, false, []string{"Anna", "Clara", "David", "Ella", "Frida"}},
			{nil, true, []string{"Anna", "Ben", "Clara", "David", "Ella", "Frida"}},
			{new(west), false, []string{"Anna", "David"}},
			{new(mitte), true, []string{"Anna", "Ben", "Clara", "Ella", "Frida"}},
		} {
			rows, err := s.Staff(byOwner(t), test.branch, test.archived)
			check(t, err)
			same(t, "staff", names(rows, func(p *ent.Staff) string { return p.DisplayName }), test.want)
		}
		_, err = s.Staff(byOwner(t), new(anna), false)
		same(t, "staff of a profile", problemsOf(err), []string{"ID_OF_ANOTHER_KIND branchId"})

		nameOf := func(s *ent.Service) string { return s.Name }
		for _, test := range []struct {
			delivery *service.Delivery
			archived bool
			want     []string
		}{
			{nil, false, []string{"Balayage", "Farbberatung", "Pflegeberatung"}},
			{nil, true, []string{"Balayage", "Farbberatung", "Haarschnitt", "Pflegeberatung"}},
			{new(service.DeliveryIN_SALON), false, []string{"Balayage"}},
		} {
			rows, err := s.Services(byOwner(t), test.delivery, test.archived)
			check(t, err)
			same(t, "services", names(rows, nameOf), test.want)
		}
		ofCategories, err := s.ServicesOf(byOwner(t), []string{hair, video, cosmetics})
		check(t, err)
		same(t, "services of Haare", names(ofCategories[hair], nameOf), []string{"Balayage"})
		same(t, "services of Kosmetik", len(ofCategories[cosmetics]), 0)
		ofBranches, err := s.StaffOf(byOwner(t), []string{mitte, west})
		check(t, err)
		same(t, "staff of Mitte", names(ofBranches[mitte], func(p *ent.Staff) string { return p.DisplayName }), []string{"Anna", "Clara", "Ella", "Frida"})
		same(t, "staff of West", names(ofBranches[west], func(p *ent.Staff) string { return p.DisplayName }), []string{"Anna", "David"})
	})
}

func names[T any](rows []*T, name func(*T) string) []string {
	list := make([]string, len(rows))
	for i, row := range rows {
		list[i] = name(row)
	}
	return list
}
