package account_test

import (
	"context"
	"testing"
	"time"

	of "visavis/ent/account"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/store"
)

// olga is the owner of a salon that has none yet.
func olga(link string) account.OwnerCreateInput {
	return account.OwnerCreateInput{Secret: link, FirstName: "Olga", LastName: new("Ohm"), Email: "Olga@Salon.example", Password: password}
}

func TestTheOwnerComesByALink(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		link := must(s.OwnerLink(t.Context()))(t)
		begun := must(s.OwnerCreate(t.Context(), olga(link)))(t)
		same(t, "the name", begun.Staff.DisplayName, "Olga Ohm")
		same(t, "bookable", begun.Staff.BookableOnline, false)
		who := s.actorOf(t, begun.Secret)
		same(t, "the role", who.Role, actor.Owner)
		same(t, "the profile", who.StaffID, begun.Staff.ID)
		must(s.signInBy(t, "olga@salon.example", password))(t)

		same(t, "a link afterwards", must(s.OwnerLink(t.Context()))(t), "")
		s.refuses(t, "the same once more", "LINK_USED secret", func() error {
			_, err := s.OwnerCreate(t.Context(), olga(link))
			return err
		})
	})
}

func TestEveryPrintedLinkOpensUntilOneIsUsed(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		first, second, third := must(s.OwnerLink(t.Context()))(t), must(s.OwnerLink(t.Context()))(t), must(s.OwnerLink(t.Context()))(t)
		same(t, "two are the same", first == second || second == third, false)
		must(s.OwnerCreate(t.Context(), olga(second)))(t)
		for _, link := range []string{first, second, third} {
			_, err := s.OwnerCreate(t.Context(), olga(link))
			same(t, "another one", codes(err), "LINK_USED secret")
		}
	})
}

func TestTwoWhoUseTwoPrintedLinksAtOnceAreOneOwner(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		results := make(chan error)
		for _, link := range []string{must(s.OwnerLink(t.Context()))(t), must(s.OwnerLink(t.Context()))(t)} {
			go func() {
				input := olga(link)
				input.Email = link + "@salon.example"
				_, err := s.OwnerCreate(t.Context(), input)
				results <- err
			}()
		}
		one, other := codes(<-results), codes(<-results)
		if one+other != "LINK_USED secret" {
			t.Errorf("%q and %q", one, other)
		}
		same(t, "profiles", s.store.Client().Staff.Query().CountX(t.Context()), 1)
		same(t, "people", s.store.Client().Person.Query().CountX(t.Context()), 1)
		same(t, "sessions", s.store.Client().Session.Query().CountX(t.Context()), 1)
	})
}

func TestWhatDoesNotMakeAnOwner(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		link := must(s.OwnerLink(t.Context()))(t)
		for what, test := range map[string]struct {
			change func(*account.OwnerCreateInput)
			want   string
		}{
			"another link":        {func(i *account.OwnerCreateInput) { i.Secret += "A" }, "LINK_USED secret"},
			"no link":             {func(i *account.OwnerCreateInput) { i.Secret = "" }, "LINK_USED secret"},
			"no name":             {func(i *account.OwnerCreateInput) { i.FirstName = "" }, "REQUIRED firstName"},
			"no address":          {func(i *account.OwnerCreateInput) { i.Email = "" }, "REQUIRED email"},
			"what is no address":  {func(i *account.OwnerCreateInput) { i.Email = "olga" }, "EMAIL_INVALID email"},
			"no password":         {func(i *account.OwnerCreateInput) { i.Password = "" }, "REQUIRED password"},
			"a short password":    {func(i *account.OwnerCreateInput) { i.Password = "7 Monde" }, "PASSWORD_TOO_SHORT password 8"},
			"a common password":   {func(i *account.OwnerCreateInput) { i.Password = "Password" }, "PASSWORD_COMMON password"},
			"one's own address":   {func(i *account.OwnerCreateInput) { i.Password = "OLGA@salon.example" }, "PASSWORD_COMMON password"},
			"nothing that counts": {func(i *account.OwnerCreateInput) { *i = account.OwnerCreateInput{} }, "REQUIRED firstName, REQUIRED password, REQUIRED email, LINK_USED secret"},
		} {
			input := olga(link)
			test.change(&input)
			s.refuses(t, what, test.want, func() error {
				_, err := s.OwnerCreate(t.Context(), input)
				return err
			})
		}
		input := olga(link)
		input.LastName = nil
		same(t, "the name of an owner without a last one", must(s.OwnerCreate(t.Context(), input))(t).Staff.DisplayName, "Olga")
	})
}

func TestAPrintedLinkOpensForAWeek(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		early := must(s.OwnerLink(t.Context()))(t)
		s.advance(7*day - time.Second)
		late := must(s.OwnerLink(t.Context()))(t)
		s.advance(time.Second)
		_, err := s.OwnerCreate(t.Context(), olga(early))
		same(t, "after a week", codes(err), "LINK_USED secret")
		s.advance(7*day - 2*time.Second)
		must(s.OwnerCreate(t.Context(), olga(late)))(t)
	})
}

func TestTheLinkOfAMemberMakesNoOwnerNorTheOtherWayRound(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		printed := must(s.OwnerLink(t.Context()))(t)
		owner := must(s.OwnerCreate(t.Context(), olga(printed)))(t).Staff.ID
		sent := s.link(t, owner)
		_, err := s.OwnerCreate(t.Context(), olga(sent))
		same(t, "the link of a member", codes(err), "LINK_USED secret")
		_, err = s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: printed, Password: new(password)})
		same(t, "the link of an owner", codes(err), "LINK_USED secret")
		must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: sent, Password: new(password)}))(t)
	})
}

func TestALinkIsPrintedAsLongAsNobodyCanSignInAsOwner(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		same(t, "as Anna can sign in", must(s.OwnerLink(t.Context()))(t), "")
		check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Account.Update().Where(of.StaffID(anna)).SetPasswordHash("").Exec(ctx)
		}))
		link := must(s.OwnerLink(t.Context()))(t)
		input := olga(link)
		input.Email = "ben@salon.example"
		s.refuses(t, "an address that is Ben's", "TAKEN email", func() error {
			_, err := s.OwnerCreate(t.Context(), input)
			return err
		})
		must(s.OwnerCreate(t.Context(), olga(link)))(t)
	})
}
