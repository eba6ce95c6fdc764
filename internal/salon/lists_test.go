package salon_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/actor"
	"visavis/internal/pagination"
	"visavis/internal/salon"
)

// all asks for as many rows as a page has.
var all = pagination.Request{First: 100}

// everyPage reads a list in pages of a size and returns a text of each row.
func everyPage[T any](t *testing.T, first int, read func(pagination.Request) (*pagination.Connection[T], error), text func(*T) string) (texts []string) {
	t.Helper()
	for request := (pagination.Request{First: first}); ; {
		page, err := read(request)
		check(t, err)
		if len(page.Nodes) > first || page.PageInfo.HasNextPage && len(page.Nodes) < first {
			t.Fatalf("a page of %d has %d rows", first, len(page.Nodes))
		}
		texts = append(texts, names(page.Nodes, text)...)
		if !page.PageInfo.HasNextPage {
			return texts
		}
		request.After = page.PageInfo.EndCursor
	}
}

func nameOfBranch(b *ent.Branch) string            { return b.Name }
func nameOfProfile(p *ent.Staff) string            { return p.DisplayName }
func nameOfService(s *ent.Service) string          { return s.Name }
func nameOfCategory(c *ent.ServiceCategory) string { return c.Name }

func TestListsLeaveOutWhatIsArchived(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffArchiveInput{ID: ben})
		s.do(t, salon.ServiceArchiveInput{ID: cut})

		branches, err := s.Branches(byOwner(t), nil, nil, all)
		check(t, err)
		same(t, "branches", names(branches.Nodes, nameOfBranch), []string{"Salon Mitte", "Salon West"})
		for _, test := range []struct {
			branch   *string
			archived bool
			want     []string
		}{
			{nil, false, []string{"Anna", "Clara", "David", "Ella", "Frida"}},
			{nil, true, []string{"Anna", "Ben", "Clara", "David", "Ella", "Frida"}},
			{new(west), false, []string{"Anna", "David"}},
			{new(mitte), true, []string{"Anna", "Ben", "Clara", "Ella", "Frida"}},
			{new("brn_unknown"), true, []string{}},
		} {
			page, err := s.Staff(byOwner(t), salon.StaffFilter{BranchID: test.branch, IncludeArchived: test.archived}, all)
			check(t, err)
			same(t, "staff", names(page.Nodes, nameOfProfile), test.want)
		}
		for _, test := range []struct {
			filter salon.ServiceFilter
			want   []string
		}{
			{salon.ServiceFilter{}, []string{"Balayage", "Farbberatung", "Pflegeberatung"}},
			{salon.ServiceFilter{IncludeArchived: true}, []string{"Balayage", "Farbberatung", "Haarschnitt", "Pflegeberatung"}},
			{salon.ServiceFilter{Delivery: new(service.DeliveryIN_SALON)}, []string{"Balayage"}},
			{salon.ServiceFilter{CategoryID: new(hair)}, []string{"Balayage"}},
			{salon.ServiceFilter{CategoryID: new(video)}, []string{"Farbberatung", "Pflegeberatung"}},
			{salon.ServiceFilter{CategoryID: new(cosmetics)}, []string{}},
			{salon.ServiceFilter{CategoryID: new("cat_unknown")}, []string{}},
		} {
			page, err := s.Services(byOwner(t), test.filter, all)
			check(t, err)
			same(t, "services", names(page.Nodes, nameOfService), test.want)
		}
	})
}

// TestPagesOfListsHoldEveryRowOnce reads every list in pages of every size, with names that differ in case only and equal ones.
func TestPagesOfListsHoldEveryRowOnce(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			for i := range 9 {
				name := []string{"Özil", "özil", "Filiale 10", "Filiale 2"}[i%4]
				b := c.Branch.Create().SetName(name).SetSlug(fmt.Sprint("b", i)).SetTimeZone("UTC").SetLocale("DE").SaveX(ctx)
				p := c.Staff.Create().SetPerson(c.Person.Create().SaveX(ctx)).SetFirstName(name).SetDisplayName(name).SetColor("#000000").SaveX(ctx)
				c.BranchMembership.Create().SetBranch(b).SetStaff(p).SetActive(i%2 == 0).ExecX(ctx)
				c.BranchMembership.Create().SetBranchID(mitte).SetStaff(p).SetActive(i%3 == 0).ExecX(ctx)
				category := c.ServiceCategory.Create().SetName(fmt.Sprint(name, i)).SaveX(ctx)
				c.Service.Create().SetCategory(category).SetName(name).SetDelivery("VIDEO").SetDurationMinutes(5).ExecX(ctx)
			}
		})
		pagesHoldEveryRowOnce(t, "branches", func(r pagination.Request) (*salon.BranchPage, error) { return s.Branches(byOwner(t), nil, nil, r) },
			func(b *ent.Branch) string { return b.ID }, nameOfBranch)
		pagesHoldEveryRowOnce(t, "branches of the actor", func(r pagination.Request) (*salon.BranchPage, error) { return s.BranchesOfActor(byOwner(t), nil, r) },
			func(b *ent.Branch) string { return b.ID }, nameOfBranch)
		pagesHoldEveryRowOnce(t, "categories", func(r pagination.Request) (*salon.ServiceCategoryPage, error) {
			return s.ServiceCategories(byOwner(t), nil, r)
		}, func(c *ent.ServiceCategory) string { return c.ID }, nameOfCategory)
		pagesHoldEveryRowOnce(t, "services", func(r pagination.Request) (*salon.ServicePage, error) {
			return s.Services(byOwner(t), salon.ServiceFilter{}, r)
		}, func(s *ent.Service) string { return s.ID }, nameOfService)
		for who, ctx := range map[string]context.Context{"owner": byOwner(t), "manager": byManagerOf(t, mitte), "receptionist": byReceptionistOf(t, mitte, west)} {
			for name, filter := range map[string]salon.StaffFilter{"all": {}, "of a branch": {BranchID: new(mitte)}, "found": {Search: new("fil ")}} {
				pagesHoldEveryRowOnce(t, "staff "+name+" by the "+who, func(r pagination.Request) (*salon.StaffPage, error) { return s.Staff(ctx, filter, r) },
					func(p *ent.Staff) string { return p.ID }, nameOfProfile)
			}
		}
		for _, inactive := range []bool{false, true} {
			pagesHoldEveryRowOnce(t, "readiness", func(r pagination.Request) (*salon.ReadinessPage, error) {
				return s.VideoReadiness(byOwner(t), salon.ReadinessFilter{BranchID: mitte, IncludeInactive: inactive}, r)
			}, func(r *salon.Readiness) string { return r.Staff.ID }, func(r *salon.Readiness) string { return r.Staff.DisplayName })
		}
	})
}

func pagesHoldEveryRowOnce[T any](t *testing.T, what string, read func(pagination.Request) (*pagination.Connection[T], error), id, name func(*T) string) {
	t.Helper()
	whole, err := read(all)
	check(t, err)
	want := names(whole.Nodes, id)
	if distinct := slices.Compact(slices.Sorted(slices.Values(want))); len(distinct) != len(want) || len(want) < 2 {
		t.Errorf("%s are %v", what, want)
	}
	if inOrder := names(whole.Nodes, name); strings.Contains(strings.Join(inOrder, " "), "Filiale 10 Filiale 2 ") || slices.Index(inOrder, "Filiale 2") > slices.Index(inOrder, "Özil") && slices.Contains(inOrder, "Özil") {
		t.Errorf("%s are in the order %v", what, inOrder)
	}
	for first := 1; first <= len(want); first++ {
		same(t, fmt.Sprint(what, " in pages of ", first), everyPage(t, first, read, id), want)
	}
}

func TestListsAreSearched(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.BranchUpdateInput{ID: west, Address: &salon.AddressInput{Street: new("Königsallee 7"), PostalCode: new("40212"), City: new("Düsseldorf")}})
		s.do(t, salon.StaffUpdateInput{ID: ella, LastName: new("Müller-Lüdenscheidt"), Title: new("Coloristin 100%")})
		for search, want := range map[string]string{
			"": "Salon Mitte, Salon West", "salon": "Salon Mitte, Salon West", " WE ": "Salon West", "est": "", "mitte west": "", "west salon": "Salon West",
			"duesseldorf": "Salon West", "dusseldorf": "Salon West", "Königsallee": "Salon West", "4021": "Salon West", "7": "Salon West", "%": "", "_": "", "\\": "", "'": "", "!": "",
		} {
			page, err := s.Branches(t.Context(), &search, nil, all)
			check(t, err)
			same(t, "branches found by "+search, strings.Join(names(page.Nodes, nameOfBranch), ", "), want)
		}
		for search, want := range map[string]string{
			"mull": "Ella", "muell": "Ella", "lüdenscheidt": "Ella", "mullerlud": "Ella", "müller-lüd": "Ella", "ella color": "Ella", "100%": "Ella", "an": "Anna", "x": "",
			strings.Repeat("ä", 300): "",
		} {
			page, err := s.Staff(byOwner(t), salon.StaffFilter{Search: &search}, all)
			check(t, err)
			same(t, "staff found by "+search, strings.Join(names(page.Nodes, nameOfProfile), ", "), want)
			ready, err := s.VideoReadiness(byOwner(t), salon.ReadinessFilter{BranchID: mitte, Search: &search}, all)
			check(t, err)
			same(t, "readiness found by "+search, strings.Join(names(ready.Nodes, func(r *salon.Readiness) string { return r.Staff.DisplayName }), ", "), want)
		}
		services, err := s.Services(byOwner(t), salon.ServiceFilter{Search: new("beratung")}, all)
		check(t, err)
		same(t, "services", len(services.Nodes), 0) // which only end with it
		services, err = s.Services(t.Context(), salon.ServiceFilter{Search: new("pfle")}, all)
		check(t, err)
		same(t, "services", names(services.Nodes, nameOfService), []string{"Pflegeberatung"})
		categories, err := s.ServiceCategories(t.Context(), new("kos"), all)
		check(t, err)
		same(t, "categories", names(categories.Nodes, nameOfCategory), []string{"Kosmetik"})
	})
}

// TestListsShowWhatTheActorReaches asks for the staff of own and foreign branches, and for the branches of profiles.
func TestListsShowWhatTheActorReaches(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		staffOf := func(ctx context.Context, branchID string) []string {
			page, err := s.Staff(ctx, salon.StaffFilter{BranchID: &branchID}, all)
			check(t, err)
			return names(page.Nodes, nameOfProfile)
		}
		same(t, "staff of the own branch", staffOf(byManagerOf(t, mitte), mitte), staffOf(byOwner(t), mitte))
		same(t, "of them, in another branch", staffOf(byManagerOf(t, mitte), west), []string{"Anna"}) // who is active in both
		same(t, "of them, by a receptionist", staffOf(byReceptionistOf(t, mitte), west), []string{"Anna"})
		same(t, "by nobody", staffOf(t.Context(), mitte), []string{})

		branchesOf := func(ctx context.Context, staffID string) []string {
			page, err := s.Branches(ctx, nil, &staffID, all)
			check(t, err)
			return names(page.Nodes, nameOfBranch)
		}
		same(t, "branches of Anna", branchesOf(byOwner(t), anna), []string{"Salon Mitte", "Salon West"})
		same(t, "branches of David", branchesOf(byOwner(t), david), []string{"Salon West"})
		same(t, "branches of David for Mitte", branchesOf(byManagerOf(t, mitte), david), []string{})
		same(t, "branches of Anna for customers", branchesOf(t.Context(), anna), []string{})
		same(t, "branches of nobody", branchesOf(byOwner(t), "stf_unknown"), []string{})

		own, err := s.BranchesOfActor(byManagerOf(t, west), nil, all)
		check(t, err)
		same(t, "branches of a manager", names(own.Nodes, nameOfBranch), []string{"Salon West"})
		own, err = s.BranchesOfActor(byManagerOf(t, west), new("mitte"), all)
		check(t, err)
		same(t, "foreign branches found", len(own.Nodes), 0)
	})
}

func byManagerOf(t *testing.T, branchIDs ...string) context.Context {
	return actor.With(t.Context(), actor.Actor{Role: actor.Manager, StaffID: clara, PersonID: "prs_demo-clara", Branches: branchIDs})
}

func byReceptionistOf(t *testing.T, branchIDs ...string) context.Context {
	return actor.With(t.Context(), actor.Actor{Role: actor.Receptionist, StaffID: clara, PersonID: "prs_demo-clara", Branches: branchIDs})
}

func TestProfilesHaveTheirFirstBranches(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			for i := range 101 {
				b := c.Branch.Create().SetID(fmt.Sprint("brn_", i)).SetName(fmt.Sprint("Filiale ", i)).SetSlug(fmt.Sprint("b", i)).SetTimeZone("UTC").SetLocale("DE").SaveX(ctx)
				c.BranchMembership.Create().SetBranch(b).SetStaffID(ella).SetActive(true).ExecX(ctx)
			}
		})
		found, err := s.BranchesOf(byOwner(t), []string{ella, anna, frida}, nil)
		check(t, err)
		ellas := names(found[ella], nameOfBranch)
		same(t, "branches of Ella", []any{len(ellas), ellas[0], ellas[99]}, []any{100, "Filiale 0", "Filiale 99"})
		same(t, "branches of Anna", names(found[anna], nameOfBranch), []string{"Salon Mitte", "Salon West"})
		found, err = s.BranchesOf(byOwner(t), []string{ella, anna}, []string{west, mitte, "brn_100", "brn_unknown"})
		check(t, err)
		same(t, "of Ella among some", names(found[ella], nameOfBranch), []string{"Filiale 100", "Salon Mitte"})
		same(t, "of Anna among some", names(found[anna], nameOfBranch), []string{"Salon Mitte", "Salon West"})
		same(t, "among too many", problemsOf(salon.CheckAmong(make([]string, 101))), []string{"TOO_MANY branchIds"})
		same(t, "among profiles", problemsOf(salon.CheckAmong([]string{anna})), []string{"ID_OF_ANOTHER_KIND branchIds.0"})
	})
}

func TestInvalidLists(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for what, test := range map[string]struct {
			err  func() error
			want string
		}{
			"too many rows": {func() error { _, err := s.Branches(byOwner(t), nil, nil, pagination.Request{First: 101}); return err }, "OUT_OF_RANGE first"},
			"no row":        {func() error { _, err := s.Staff(byOwner(t), salon.StaffFilter{}, pagination.Request{}); return err }, "OUT_OF_RANGE first"},
			"a wrong cursor": {func() error {
				_, err := s.ServiceCategories(byOwner(t), nil, pagination.Request{First: 1, After: new("?")})
				return err
			}, "NOT_FOUND after"},
			"another cursor": {func() error {
				_, err := s.StrandedAppointments(byOwner(t), mitte, nil, pagination.Request{First: 1, After: new("YQpi")})
				return err
			}, "NOT_FOUND after"},
			"no text": {func() error {
				_, err := s.Services(byOwner(t), salon.ServiceFilter{Search: new("\x00")}, all)
				return err
			}, "NOT_FOUND search"},
			"no branch": {func() error { _, err := s.Staff(byOwner(t), salon.StaffFilter{BranchID: new(anna)}, all); return err }, "ID_OF_ANOTHER_KIND branchId"},
			"no category": {func() error {
				_, err := s.Services(byOwner(t), salon.ServiceFilter{CategoryID: new(anna)}, all)
				return err
			}, "ID_OF_ANOTHER_KIND categoryId"},
			"no profile": {func() error { _, err := s.Branches(byOwner(t), nil, new(mitte), all); return err }, "ID_OF_ANOTHER_KIND staffId"},
			"a foreign branch": {func() error {
				_, err := s.VideoReadiness(byManagerOf(t, west), salon.ReadinessFilter{BranchID: mitte}, all)
				return err
			}, "OWN_BRANCHES_ONLY branchId"},
		} {
			same(t, what, problemsOf(test.err()), []string{test.want})
		}
	})
}
