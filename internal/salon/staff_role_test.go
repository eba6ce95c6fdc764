package salon_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/salon"
	"visavis/internal/store"
)

// by returns a context in which a staff member of the demo salon acts.
func by(t *testing.T, role actor.Role, name string) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: role, StaffID: "stf_demo-" + name, PersonID: "prs_demo-" + name, Branches: []string{mitte}, Fresh: true})
}

func TestRolesAboveTheActorsOwnAreProtected(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) { // Anna owns, Clara manages
		asClara := by(t, actor.Manager, "clara")
		setRole := func(id string, role staff.Role) error {
			_, err := s.StaffRoleSet(asClara, salon.StaffRoleSetInput{ID: id, Role: role})
			return err
		}
		_, changesAnna := s.StaffUpdate(asClara, salon.StaffUpdateInput{ID: anna, LastName: new("Alt")})
		_, _, joinsAnna := s.StaffSamePersonSet(asClara, salon.StaffSamePersonSetInput{ID: anna, SamePersonAs: new(clara)})
		_, _, becomesAnna := s.StaffSamePersonSet(asClara, salon.StaffSamePersonSetInput{ID: clara, SamePersonAs: new(anna)})
		_, createsAnna := s.StaffCreate(asClara, salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleMEMBER, SamePersonAs: new(anna)})
		for name, test := range map[string]struct {
			err  error
			want []string
		}{
			"makes Ben an owner":       {setRole(ben, staff.RoleOWNER), []string{"ROLE_TOO_HIGH role"}},
			"makes herself one":        {setRole(clara, staff.RoleOWNER), []string{"ROLE_TOO_HIGH role"}},
			"makes Anna a member":      {setRole(anna, staff.RoleMEMBER), []string{"ROLE_TOO_HIGH id"}},
			"changes Anna":             {changesAnna, []string{"ROLE_TOO_HIGH id"}},
			"makes Anna herself":       {joinsAnna, []string{"ROLE_TOO_HIGH id"}},
			"makes herself Anna":       {becomesAnna, []string{"ROLE_TOO_HIGH samePersonAs"}},
			"creates another Anna":     {createsAnna, []string{"ROLE_TOO_HIGH samePersonAs"}},
			"makes Ben a manager":      {setRole(ben, staff.RoleMANAGER), nil},
			"makes Ben a member again": {setRole(ben, staff.RoleMEMBER), nil},
		} {
			if got := problemsOf(test.err); !slices.Equal(got, test.want) {
				t.Errorf("Clara %s: %v, want %v", name, got, test.want)
			}
		}
		_, err := s.StaffCreate(asClara, salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleOWNER})
		same(t, "creating an owner", problemsOf(err)[0], "ROLE_TOO_HIGH role")
		_, _, err = s.StaffArchive(asClara, salon.StaffArchiveInput{ID: anna})
		same(t, "archiving the owner", problemsOf(err)[0], "ROLE_TOO_HIGH id")
		twin, err := s.StaffDuplicateForVideo(asClara, salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		same(t, "the role of the owner's video profile", twin.Role, staff.RoleMEMBER)
	})
}

func TestTheLastOwnerWhoCanSignInStays(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Account.Create().SetStaffID(anna).SetEmail("anna@salon.example").SetPasswordHash("some").SetCreatedAt(civil.Instant(0)).Exec(ctx)
		}))
		s.refuses(t, salon.StaffRoleSetInput{ID: anna, Role: staff.RoleMEMBER}, "LAST_OWNER role")
		s.refuses(t, salon.StaffArchiveInput{ID: anna}, "LAST_OWNER id")
		s.do(t, salon.StaffRoleSetInput{ID: ben, Role: staff.RoleOWNER})
		s.refuses(t, salon.StaffArchiveInput{ID: anna}, "LAST_OWNER id") // Ben cannot sign in
		check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Account.Create().SetStaffID(ben).SetEmail("ben@salon.example").SetPasswordHash("some").SetCreatedAt(civil.Instant(0)).Exec(ctx)
		}))
		s.do(t, salon.StaffArchiveInput{ID: anna})
	})
}

func TestOnlyTheOwnCalendarFeedMayBeChanged(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, err := s.StaffCalendarFeedRenew(by(t, actor.Member, "ben"), salon.StaffCalendarFeedRenewInput{StaffID: anna})
		same(t, "of somebody else", problemsOf(err)[0], "OWN_COLUMN_ONLY staffId")
		_, err = s.StaffCalendarFeedRenew(by(t, actor.Member, "ben"), salon.StaffCalendarFeedRenewInput{StaffID: ben})
		check(t, err)
	})
}

func TestCustomersSeeOnlyBookableServices(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.ServiceUpdateInput{ID: cut, BookableOnline: new(false)})
		s.do(t, salon.ServiceArchiveInput{ID: balayage})
		for name, test := range map[string]struct {
			as   context.Context
			want int
		}{
			"a client": {t.Context(), 2}, "a member": {by(t, actor.Member, "ben"), 4},
		} {
			services, err := s.Services(test.as, salon.ServiceFilter{IncludeArchived: true}, all)
			check(t, err)
			same(t, "services that "+name+" sees", len(services.Nodes), test.want)
			for _, id := range []string{cut, balayage} {
				found, err := s.Node(test.as, id)
				check(t, err)
				same(t, name+" finds "+id, found != nil, test.want == 4)
			}
		}
	})
}

func TestWithoutAFreshSignInProfilesBeginAsMembers(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		atTheTill := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: anna, PersonID: "prs_demo-anna", ByPIN: true})
		before := s.dump(t)["staff"]
		for name, input := range map[string]salon.StaffCreateInput{
			"a manager":                   {FirstName: "Fay", Role: staff.RoleMANAGER},
			"an owner":                    {FirstName: "Fay", Role: staff.RoleOWNER},
			"another profile of a person": {FirstName: "Fay", Role: staff.RoleMEMBER, SamePersonAs: new(anna)},
		} {
			if _, err := s.StaffCreate(atTheTill, input); !errors.Is(err, actor.ErrFreshSignInRequired) {
				t.Errorf("creating %s at the till: %v", name, err)
			}
		}
		same(t, "profiles", s.dump(t)["staff"], before)
		_, err := s.StaffCreate(atTheTill, salon.StaffCreateInput{FirstName: "Fay", Role: staff.RoleMEMBER})
		check(t, err)
		_, err = s.StaffDuplicateForVideo(atTheTill, salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
	})
}

func TestAnOwnerIsActiveSomewhere(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		activeIn := func(staffID string) []string {
			ids, err := s.store.Client().Branch.Query().Where(branch.HasMembershipsWith(branchmembership.StaffID(staffID), branchmembership.Active(true))).Order(branch.ByID()).IDs(t.Context())
			check(t, err)
			return ids
		}
		s.do(t, salon.StaffRoleSetInput{ID: david, Role: staff.RoleOWNER})
		same(t, "David, who works in West", activeIn(david), []string{west})
		s.do(t, salon.StaffBranchSetInput{StaffID: ben, BranchID: mitte, Active: false})
		s.do(t, salon.StaffRoleSetInput{ID: ben, Role: staff.RoleMANAGER})
		same(t, "Ben as a manager", len(activeIn(ben)), 0)
		before := s.sequences(t)
		s.do(t, salon.StaffRoleSetInput{ID: ben, Role: staff.RoleOWNER})
		same(t, "Ben as an owner", activeIn(ben), []string{mitte})
		same(t, "changes in Mitte", s.sequences(t)[mitte], before[mitte]+1)
		row, err := s.StaffCreate(byOwner(t), salon.StaffCreateInput{FirstName: "Gina", Role: staff.RoleMEMBER})
		check(t, err)
		s.do(t, salon.StaffRoleSetInput{ID: row.ID, Role: staff.RoleOWNER})
		same(t, "Gina, who was active nowhere", activeIn(row.ID), []string{mitte})
	})
}
