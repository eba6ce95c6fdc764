package account_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

// token creates a token that is valid for a day.
func (s *testSalon) token(t *testing.T, ctx context.Context, role staff.Role) (row *ent.APIToken, text string) {
	t.Helper()
	row, text, err := s.APITokenCreate(ctx, account.APITokenCreateInput{Name: "Kassenbuch", Role: role, ValidDays: 1})
	check(t, err)
	return row, text
}

// program returns the actor of a token.
func (s *testSalon) program(t *testing.T, token string) (actor.Actor, error) {
	t.Helper()
	return s.Who(t.Context(), account.Credentials{Token: token})
}

func TestAProgramActsWithItsToken(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, text := s.token(t, s.as(t, s.signIn(t, clara)), staff.RoleMEMBER)
		same(t, "begins with the prefix", strings.HasPrefix(text, "visavis_"), true)
		who := must(s.program(t, text))(t)
		same(t, "who", who, actor.Actor{Role: actor.Member, StaffID: clara, PersonID: "prs_demo-clara", Branches: []string{"brn_demo-mitte"}, TokenID: row.ID})
		beside, err := s.Who(t.Context(), account.Credentials{Token: text, Session: s.signIn(t, anna)})
		check(t, err)
		same(t, "who, beside a session", beside, who)
	})
}

// The answer of the first try is lost, and with it the text.
func TestARetryCreatesNoSecondToken(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asClara := s.as(t, s.signIn(t, clara))
		input := account.APITokenCreateInput{Name: "Kassenbuch", Role: staff.RoleMEMBER, ValidDays: 1, IdempotencyKey: new("a-key-of-a-program")}
		first, lost, err := s.APITokenCreate(asClara, input)
		check(t, err)
		again, text, err := s.APITokenCreate(asClara, input)
		check(t, err)
		same(t, "the token", again.ID, first.ID)
		same(t, "who acts by its text", must(s.program(t, text))(t).TokenID, first.ID)
		_, err = s.program(t, lost)
		same(t, "by the text that was lost", errors.Is(err, account.ErrTokenUnknown), true)
		asAnna := s.as(t, s.signIn(t, anna))
		s.refuses(t, "by somebody else", "IDEMPOTENCY_KEY_REUSED idempotencyKey", func() error {
			_, _, err := s.APITokenCreate(asAnna, input)
			return err
		})
	})
}

func TestATokenHasAtMostTheRoleOfItsCreator(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asClara, asAnna := s.as(t, s.signIn(t, clara)), s.as(t, s.signIn(t, anna))
		for _, test := range []struct {
			by   context.Context
			role staff.Role
			want string
		}{
			{asClara, staff.RoleMEMBER, ""},
			{asClara, staff.RoleMANAGER, ""},
			{asClara, staff.RoleOWNER, "ROLE_TOO_HIGH role"},
			{asAnna, staff.RoleOWNER, ""},
		} {
			_, _, err := s.APITokenCreate(test.by, account.APITokenCreateInput{Name: "Kassenbuch", Role: test.role, ValidDays: 1})
			same(t, "a token of the role "+string(test.role), codes(err), test.want)
		}
	})
}

func TestATokenFollowsTheRoleOfItsProfile(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, text := s.token(t, s.as(t, s.signIn(t, clara)), staff.RoleMANAGER)
		for _, test := range []struct{ profile, token actor.Role }{
			{actor.Member, actor.Member}, {actor.Manager, actor.Manager}, {actor.Owner, actor.Manager},
		} {
			_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: clara, Role: test.profile.Name()})
			check(t, err)
			same(t, "as the profile is "+string(test.profile.Name()), must(s.program(t, text))(t).Role, test.token)
		}
	})
}

func TestWhichTokensAreMade(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asClara := s.as(t, s.signIn(t, clara))
		for what, test := range map[string]struct {
			name string
			days int
			want string
		}{
			"for a day":          {"Kassenbuch", 1, ""},
			"for a leap year":    {"Kassenbuch", 366, ""},
			"for longer":         {"Kassenbuch", 367, "OUT_OF_RANGE validDays 1 366"},
			"for no day":         {"Kassenbuch", 0, "OUT_OF_RANGE validDays 1 366"},
			"for less":           {"Kassenbuch", -1, "OUT_OF_RANGE validDays 1 366"},
			"without a name":     {" \x00", 1, "REQUIRED name"},
			"with a long name":   {strings.Repeat("n", 101), 1, "TOO_LONG name 100"},
			"with nothing right": {"", 0, "REQUIRED name, OUT_OF_RANGE validDays 1 366"},
		} {
			_, _, err := s.APITokenCreate(asClara, account.APITokenCreateInput{Name: test.name, Role: staff.RoleMEMBER, ValidDays: test.days})
			same(t, "a token "+what, codes(err), test.want)
		}
	})
}

func TestWhatATokenEndsWith(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for what, end := range map[string]func(row *ent.APIToken){
			"its last day": func(*ent.APIToken) { s.advance(day) },
			"being revoked": func(row *ent.APIToken) {
				check(t, s.APITokenRevoke(byManager(t), account.APITokenRevokeInput{ID: row.ID}))
			},
			"the access of its profile": func(*ent.APIToken) {
				must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: clara}))(t)
			},
		} {
			row, text := s.token(t, byManager(t), staff.RoleMEMBER)
			s.advance(day - time.Second)
			must(s.program(t, text))(t)
			s.advance(time.Second - day)
			end(row)
			if _, err := s.program(t, text); !errors.Is(err, account.ErrTokenUnknown) {
				t.Errorf("it does not end with %s: %v", what, err)
			}
			s.set(t, account.StaffAccessSetInput{StaffID: clara, Password: new(password)})
		}
		_, text := s.token(t, byManager(t), staff.RoleMEMBER)
		s.archive(t, clara)
		if _, err := s.program(t, text); !errors.Is(err, account.ErrTokenUnknown) {
			t.Errorf("it does not end with its profile: %v", err)
		}
		for _, unknown := range []string{"x", "visavis_", text + "A", strings.TrimPrefix(text, "visavis_"), "\x00", "\xff"} {
			if _, err := s.program(t, unknown); !errors.Is(err, account.ErrTokenUnknown) {
				t.Errorf("%q: %v", unknown, err)
			}
		}
	})
}

func TestWhoRevokesATokenAndSeesIt(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asAnna, asClara := s.as(t, s.signIn(t, anna)), s.as(t, s.signIn(t, clara))
		annas, _ := s.token(t, asAnna, staff.RoleMEMBER)
		claras, _ := s.token(t, asClara, staff.RoleMEMBER)
		second, _ := s.token(t, asClara, staff.RoleMEMBER)
		same(t, "tokens that Anna sees", len(must(s.APITokens(asAnna, all))(t).Nodes), 3)
		same(t, "tokens that Clara sees", len(must(s.APITokens(asClara, all))(t).Nodes), 2)
		for _, test := range []struct {
			what string
			by   context.Context
			id   string
			want string
		}{
			{"the owner's by the manager", asClara, annas.ID, "NOT_FOUND id"},
			{"the manager's own", asClara, claras.ID, ""},
			{"the same once more", asClara, claras.ID, "NOT_FOUND id"},
			{"the manager's by the owner", asAnna, second.ID, ""},
			{"the owner's own", asAnna, annas.ID, ""},
			{"none", asAnna, "tok_nothing", "NOT_FOUND id"},
			{"something else", asAnna, clara, "ID_OF_ANOTHER_KIND id tok"},
			{"what no database takes", asAnna, "tok_\x00", "ID_OF_ANOTHER_KIND id tok"},
		} {
			same(t, "revoking "+test.what, codes(s.APITokenRevoke(test.by, account.APITokenRevokeInput{ID: test.id})), test.want)
		}
	})
}

func TestTheLastUseOfATokenIsNotedToTheHour(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		row, text := s.token(t, byManager(t), staff.RoleMEMBER)
		begun := s.clock()
		who := must(s.program(t, text))(t)
		same(t, "used before", row.LastUsedAt == nil, true)
		for _, step := range []struct{ passes, noted time.Duration }{
			{0, 0}, {30 * time.Minute, 0}, {29*time.Minute + 59*time.Second, 0}, {time.Second, time.Hour}, {50 * time.Minute, time.Hour}, {5 * time.Hour, 6*time.Hour + 50*time.Minute},
		} {
			s.advance(step.passes)
			check(t, s.Used(t.Context(), who))
			same(t, "the last use", *s.store.Client().APIToken.GetX(t.Context(), row.ID).LastUsedAt, begun.Add(step.noted))
		}
		check(t, s.APITokenRevoke(byManager(t), account.APITokenRevokeInput{ID: row.ID}))
		check(t, s.Used(t.Context(), who))
	})
}
