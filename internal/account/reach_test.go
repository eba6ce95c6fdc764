package account_test

import (
	"testing"

	"visavis/internal/account"
	"visavis/internal/actor"
)

// Clara manages Mitte. David works in West.
func TestManagersSetUpTillsAndAccessInTheirBranchesOnly(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asClara := actor.With(t.Context(), actor.Actor{Role: actor.Manager, StaffID: clara, PersonID: "prs_demo-clara", Branches: []string{mitte}, Fresh: true})
		_, _, err := s.DeviceEnroll(asClara, account.DeviceEnrollInput{BranchID: west, Name: "Fenster"})
		same(t, "a till in West", codes(err), "OWN_BRANCHES_ONLY branchId")
		window, _, err := s.DeviceEnroll(byOwner(t), account.DeviceEnrollInput{BranchID: west, Name: "Fenster"})
		check(t, err)
		same(t, "removing it", codes(s.DeviceRemove(asClara, account.DeviceRemoveInput{ID: window.ID})), "NOT_FOUND id")
		same(t, "tills", len(must(s.Devices(asClara, nil, all))(t).Nodes), 0)
		same(t, "tills of the owner", len(must(s.Devices(byOwner(t), nil, all))(t).Nodes), 1)
		same(t, "tills of a branch", len(must(s.Devices(byOwner(t), new(mitte), all))(t).Nodes), 0)
		same(t, "tills of the other", len(must(s.Devices(byOwner(t), new(west), all))(t).Nodes), 1)
		same(t, "tills of a foreign branch", len(must(s.Devices(asClara, new(west), all))(t).Nodes), 0)
		_, err = s.Devices(byOwner(t), new(david), all)
		same(t, "tills of a profile", codes(err), "ID_OF_ANOTHER_KIND branchId brn")
		_, err = s.StaffAccessSet(asClara, account.StaffAccessSetInput{StaffID: david, Password: new(password)})
		same(t, "David's access", codes(err), "NOT_FOUND staffId")
	})
}
