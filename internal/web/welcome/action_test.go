package welcome_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/store"
)

func TestTheOwnerIsMadeAndSignedIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.post(t, s.ownerLink(t), owner())
		if a.status != http.StatusSeeOther || a.body != "" {
			t.Fatalf("%d\n%s", a.status, a.body)
		}
		who := s.who(t, a)
		profile := s.store.Client().Staff.GetX(t.Context(), who.StaffID)
		if who.Role != actor.Owner || profile.DisplayName != "Olga Ostermann" {
			t.Errorf("%q is signed in as %v", profile.DisplayName, who.Role)
		}
		if s.links(t) != 0 {
			t.Error("the link is still there")
		}
		_, err := s.accounts.SignIn(t.Context(), account.SignInInput{Email: "olga@salon.example", Password: password})
		check(t, err)
	})
}

func TestAnOwnerNeedsNoLastName(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		who := s.who(t, s.post(t, s.ownerLink(t), with(owner(), "lastName", "")))
		if got := s.store.Client().Staff.GetX(t.Context(), who.StaffID).DisplayName; got != "Olga" {
			t.Errorf("the owner is %q", got)
		}
	})
}

func TestAMemberOfStaffChoosesPasswordAndPIN(t *testing.T) {
	for name, pin := range map[string]string{"both": pin, "the password alone": ""} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				// What was told is not asked for: nobody changes their address here.
				a := s.post(t, s.staffLink(t), with(with(member(), "pin", pin), "email", "mallory@evil.example"))
				if who := s.who(t, a); who.StaffID != ben || who.Role != actor.Member {
					t.Errorf("%v is signed in", who)
				}
				if s.links(t) != 0 {
					t.Error("the link is still there")
				}
				row := s.store.Client().Staff.GetX(t.Context(), ben).QueryAccount().OnlyX(t.Context())
				if (row.PinHash != "") != (pin != "") || row.Email != bensMail {
					t.Errorf("the PIN is set: %v", row.PinHash != "")
				}
				_, err := s.accounts.SignIn(t.Context(), account.SignInInput{Email: bensMail, Password: password})
				check(t, err)
			})
		})
	}
}

// Other entrances' fields do nothing at this one.
func TestALinkOfStaffMakesNoOwner(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		if who := s.who(t, s.post(t, s.staffLink(t), owner())); who.StaffID != ben || who.Role != actor.Member {
			t.Errorf("%v is signed in", who)
		}
	})
}

func TestWhatIsWrongIsSaidBesideItsField(t *testing.T) {
	for name, test := range map[string]struct {
		staff bool
		typed url.Values
		wrong []string // in the order of the form
		says  string
	}{
		"nothing typed by an owner": {false, nil, []string{"firstName", "email", "password"}, "Das darf nicht leer sein."},
		"no name":                   {false, with(owner(), "firstName", "\u200b"), []string{"firstName"}, "Das darf nicht leer sein."},
		"a long name":               {false, with(owner(), "lastName", strings.Repeat("x", 101)), []string{"lastName"}, "Verwende höchstens 100 Zeichen."},
		"no address":                {false, with(owner(), "email", "olga"), []string{"email"}, "Das ist keine E-Mail-Adresse."},
		"an address twice wrong":    {false, with(owner(), "email", strings.Repeat("x", 255)), []string{"email"}, "Das ist zu lang."},
		"an address that is taken":  {false, with(owner(), "email", bensMail), []string{"email"}, "Das ist schon vergeben."},
		"the address as password":   {false, with(owner(), "password", "olga@salon.EXAMPLE"), []string{"password"}, "leicht zu erraten"},
		"a short password":          {false, with(owner(), "password", "7 signs"), []string{"password"}, "mindestens 8 Zeichen"},
		"a common password":         {false, with(owner(), "password", "password1"), []string{"password"}, "leicht zu erraten"},
		"two things":                {false, with(with(owner(), "email", "olga"), "password", "x"), []string{"email", "password"}, "mindestens 8 Zeichen"},
		"nothing typed by staff":    {true, nil, []string{"password"}, "Das darf nicht leer sein."},
		"a PIN alone":               {true, with(member(), "password", ""), []string{"password"}, "Das darf nicht leer sein."},
		"a short password by staff": {true, with(member(), "password", "7 signs"), []string{"password"}, "mindestens 8 Zeichen"},
		"a short PIN":               {true, with(member(), "pin", "739"), []string{"pin"}, "Eine PIN hat 4 bis 8 Ziffern."},
		"a long PIN":                {true, with(member(), "pin", "739157391"), []string{"pin"}, "Eine PIN hat 4 bis 8 Ziffern."},
		"a PIN of letters":          {true, with(member(), "pin", "drei"), []string{"pin"}, "Eine PIN hat 4 bis 8 Ziffern."},
		"a simple PIN":              {true, with(member(), "pin", "2345"), []string{"pin"}, "leicht zu erraten"},
		"both by staff":             {true, with(with(member(), "pin", "0000"), "password", "x"), []string{"password", "pin"}, "leicht zu erraten"},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				// Ben is there with an account, so that his address is taken.
				secret, right := s.staffLink(t), member()
				if !test.staff {
					secret, right = s.ownerLink(t), owner()
				}
				links := s.links(t)
				page := s.post(t, secret, test.typed)
				if page.status != http.StatusUnprocessableEntity {
					t.Fatalf("%d %q", page.status, page.heading)
				}
				expectPart(t, page, test.says)
				expectFaults(t, page, test.wrong)
				expectTyped(t, page, test.typed)
				if s.links(t) != links {
					t.Error("the link is used up")
				}
				if got := s.post(t, secret, right).status; got != http.StatusSeeOther {
					t.Errorf("then the form is answered %d", got)
				}
			})
		})
	}
}

// expectFaults expects these inputs to be marked as wrong, and no others.
func expectFaults(t *testing.T, page answer, names []string) {
	t.Helper()
	for name, attributes := range page.inputs(t) {
		wrong := slices.Contains(names, name)
		_, focused := attributes["autofocus"]
		if (attributes["aria-invalid"] == "true") != wrong || focused != (name == names[0]) ||
			strings.Contains(attributes["aria-describedby"], name+"-problem") != wrong {
			t.Errorf("%s is wrong: %v; it is %v", name, wrong, attributes)
		}
	}
	last := 0
	for _, name := range names {
		at := strings.Index(page.body, `<a href="#`+name+`">`)
		if at <= last {
			t.Errorf("the list does not name %s in its place", name)
		}
		last = at
	}
	if title := cutBefore(page.body, "<title>"); !strings.HasPrefix(title, "Bitte prüfe deine Eingaben · ") {
		t.Errorf("the title is %.40s", title)
	}
}

// expectTyped expects what was typed to be there still, but for what is secret.
func expectTyped(t *testing.T, page answer, typed url.Values) {
	t.Helper()
	for name, attributes := range page.inputs(t) {
		_, fixed := attributes["readonly"]
		switch got := attributes["value"]; {
		case fixed:
		case name == "password" || name == "pin":
			if got != "" {
				t.Errorf("%s is shown: %q", name, got)
			}
		case got != typed.Get(name):
			t.Errorf("%s is %q, typed was %q", name, got, typed.Get(name))
		}
	}
}

func TestWhatIsWrongIsSaidInEnglish(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		page := s.ask(t, s.request(t, http.MethodPost, s.ownerLink(t), with(owner(), "password", "7 signs"), "en"))
		expectPart(t, page, "Check what you entered")
		expectPart(t, page, "Password: The password is too short. Use at least 8 characters.")
	})
}

func TestWhatPeopleTypeStaysText(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		page := s.post(t, s.ownerLink(t), with(with(owner(), "email", `"onfocus="x`), "firstName", `"><script>alert(1)</script>`))
		if strings.Contains(page.body, "<script") || page.inputs(t)["email"]["onfocus"] != "" {
			t.Errorf("what was typed is markup:\n%s", page.body)
		}
	})
}

// Somebody has taken the address away meanwhile: they cannot mend that here, but learn it.
func TestAProblemOfWhatIsFixedIsSaid(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.staffLink(t)
		s.write(t, func(ctx context.Context, tx *store.Tx) {
			tx.Account.Delete().ExecX(ctx)
			tx.Staff.UpdateOneID(ben).SetEmail("").ExecX(ctx)
		})
		page := s.post(t, secret, member())
		if page.status != http.StatusUnprocessableEntity {
			t.Errorf("%d", page.status)
		}
		expectPart(t, page, "E-Mail: Das darf nicht leer sein.")
	})
}

func TestALinkOpensOnceToTwoAtTheSameTime(t *testing.T) {
	for name, kind := range map[string]struct {
		link  func(*testSalon, *testing.T) string
		typed func() url.Values
	}{
		"the owner's": {(*testSalon).ownerLink, owner},
		"of staff":    {(*testSalon).staffLink, member},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				secret := kind.link(s, t)
				sessions := s.store.Client().Session.Query()
				statuses := make([]int, 4)
				var all sync.WaitGroup
				for i := range statuses {
					request := s.request(t, http.MethodPost, secret, kind.typed(), "de")
					all.Go(func() {
						response, err := http.DefaultTransport.RoundTrip(request)
						if err != nil {
							t.Error(err)
							return
						}
						statuses[i] = response.StatusCode
						_ = response.Body.Close()
					})
				}
				all.Wait()
				slices.Sort(statuses)
				if !slices.Equal(statuses, []int{303, 404, 404, 404}) {
					t.Errorf("they are answered %v", statuses)
				}
				if got := sessions.CountX(t.Context()); got != 1 {
					t.Errorf("%d are signed in", got)
				}
			})
		})
	}
}
