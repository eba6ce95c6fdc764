package demo

import (
	"cmp"
	"context"
	"slices"

	"visavis/ent"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/store"
)

// SignIn holds the credentials of a staff member of the demo salon.
type SignIn struct{ Role, Email, Password, PIN string }

// knownPassword is for a demo that only this machine can reach.
const knownPassword = "visavis-demo"

const demoPIN = "480271"

// signingIn are the members of the team who have access, one with each role.
var signingIn = []string{"Anna", "Ben", "Clara", "Frida"}

// CreateSignIns creates accounts for some staff members of the demo salon that have none, and returns their credentials,
// with the known password unless another is passed. It returns nil in any other salon.
func CreateSignIns(ctx context.Context, s *store.Store, accounts *account.Accounts, password string) ([]SignIn, error) {
	ctx = actor.With(ctx, actor.Actor{Role: actor.Owner, IsServer: true})
	var list []SignIn
	for _, m := range team {
		if !slices.Contains(signingIn, m.name) {
			continue
		}
		row, err := s.Client().Staff.Get(ctx, m.staffID())
		if err != nil {
			if ent.IsNotFound(err) {
				return nil, nil
			}
			return nil, err
		}
		exists, err := row.QueryAccount().Exist(ctx)
		if err != nil {
			return nil, err
		}
		signIn := SignIn{string(m.role), row.Email, cmp.Or(password, knownPassword), demoPIN}
		list = append(list, signIn)
		if exists {
			continue
		}
		if _, err := accounts.StaffAccessSet(ctx, account.StaffAccessSetInput{StaffID: row.ID, Password: &signIn.Password, PIN: &signIn.PIN}); err != nil {
			return nil, err
		}
	}
	return list, nil
}
