package welcome_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"visavis/internal/store"
)

const (
	week = 7 * 24 * time.Hour

	goneInGerman  = "Dieser Link funktioniert nicht mehr"
	goneInEnglish = "This link no longer works"
)

// expect asks for the page in both languages, and by HEAD, which says no more.
func (s *testSalon) expect(t *testing.T, secret string, status int, german, english string) {
	t.Helper()
	for accept, want := range map[string][2]string{
		"de": {"de", german}, "de-AT,de;q=0.8,en;q=0.5": {"de", german}, "en": {"en", english}, "fr": {"en", english}, "": {"en", english},
	} {
		page := s.get(t, secret, accept)
		if page.status != status || page.heading != want[1] || page.language(t) != want[0] {
			t.Errorf("in %q: %d %q, in %q", accept, page.status, page.heading, page.language(t))
		}
	}
	if head := s.ask(t, s.request(t, http.MethodHead, secret, nil, "de")); head.status != status || head.body != "" {
		t.Errorf("HEAD is answered %d %q", head.status, head.body)
	}
}

func TestTheOwnersLinkAsksForAnAccount(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		s.expect(t, secret, http.StatusOK, "Willkommen", "Welcome")
		page := s.get(t, secret, "de")
		for _, part := range []string{"noch niemand die Rolle Inhaber/in", "Mindestens 8 Zeichen", "drei Wörter", "<button>Konto anlegen</button>"} {
			expectPart(t, page, part)
		}
		expectPart(t, s.get(t, secret, "en"), "<button>Create account</button>")
		expectInputs(t, page, map[string]string{"firstName": "given-name", "lastName": "family-name", "email": "username", "password": "new-password"})
		if main := cutBefore(page.body, "<main>"); strings.Contains(main, "autofocus") || strings.Contains(main, "aria-invalid") {
			t.Error("something is wrong with an empty form")
		}
	})
}

func TestTheLinkOfAMemberOfStaffAsksForPasswordAndPIN(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.staffLink(t)
		s.expect(t, secret, http.StatusOK, "Dein Zugang", "Your access")
		page := s.get(t, secret, "de")
		for _, part := range []string{bensName, "Neues Passwort", "drei Wörter", "System-PIN", "4 bis 8 Ziffern", "für die Kasse", "Bleibt das Feld leer"} {
			expectPart(t, page, part)
		}
		expectPart(t, s.get(t, secret, "en"), "<button>Save and sign in</button>")
		inputs := expectInputs(t, page, map[string]string{"email": "username", "password": "new-password", "pin": "off"})
		if _, fixed := inputs["email"]["readonly"]; !fixed || inputs["email"]["value"] != bensMail {
			t.Errorf("the address is %v", inputs["email"])
		}
		if inputs["pin"]["inputmode"] != "numeric" || inputs["password"]["type"] != "password" {
			t.Errorf("the inputs are %v", inputs)
		}
	})
}

// expectInputs expects these, and what browsers may fill them in with.
func expectInputs(t *testing.T, page answer, autocomplete map[string]string) map[string]map[string]string {
	t.Helper()
	inputs := page.inputs(t)
	if len(inputs) != len(autocomplete) {
		t.Errorf("there are %d inputs", len(inputs))
	}
	for name, want := range autocomplete {
		if got := inputs[name]["autocomplete"]; got != want {
			t.Errorf("%s is filled in with %q", name, got)
		}
		_, required := inputs[name]["required"]
		_, fixed := inputs[name]["readonly"]
		if optional := name == "lastName" || name == "pin" || fixed; required == optional {
			t.Errorf("%s is required: %v", name, required)
		}
	}
	return inputs
}

func expectPart(t *testing.T, a answer, part string) {
	t.Helper()
	if main := cutBefore(a.body, "<main>"); !strings.Contains(main, part) {
		t.Errorf("the page has no %s:\n%s", part, main)
	}
}

func TestALinkThatDoesNotOpenLooksTheSameWhyever(t *testing.T) {
	// Each returns the secret of a link, and what one would type.
	for name, given := range map[string]func(*testing.T, *testSalon) (string, url.Values){
		"the owner's, used": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.ownerLink(t)
			s.post(t, secret, owner())
			return secret, owner()
		},
		"the owner's, when there is an owner by another link": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret, other := s.ownerLink(t), s.ownerLink(t)
			s.post(t, other, owner())
			return secret, owner()
		},
		"the owner's, when there is an owner by no link": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.ownerLink(t)
			s.write(t, func(ctx context.Context, tx *store.Tx) {
				person := tx.Person.Create().SaveX(ctx)
				profile := tx.Staff.Create().SetPersonID(person.ID).SetFirstName("O").SetDisplayName("O").SetColor("#000000").SetRole("OWNER").SaveX(ctx)
				tx.Account.Create().SetStaffID(profile.ID).SetEmail("o@salon.example").SetPasswordHash("x").SetCreatedAt(s.clock()).ExecX(ctx)
			})
			return secret, owner()
		},
		"the owner's, expired": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.ownerLink(t)
			s.pass(week)
			return secret, owner()
		},
		"of staff, used": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.staffLink(t)
			s.post(t, secret, member())
			return secret, member()
		},
		"of staff, expired": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.staffLink(t)
			s.pass(week)
			return secret, member()
		},
		"of staff, archived": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.staffLink(t)
			s.write(t, func(ctx context.Context, tx *store.Tx) { tx.Staff.UpdateOneID(ben).SetArchivedAt(s.clock()).ExecX(ctx) })
			return secret, member()
		},
		"of staff, when there is a newer one": func(t *testing.T, s *testSalon) (string, url.Values) {
			secret := s.staffLink(t)
			s.staffLink(t)
			return secret, member()
		},
		"unknown":          func(*testing.T, *testSalon) (string, url.Values) { return "UNKNOWN", owner() },
		"no text":          func(*testing.T, *testSalon) (string, url.Values) { return "%00%FF", member() },
		"an ID of a staff": func(t *testing.T, s *testSalon) (string, url.Values) { s.staffLink(t); return ben, member() },
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				secret, typed := given(t, s)
				sessions := s.store.Client().Session.Query().CountX(t.Context())
				s.expect(t, secret, http.StatusNotFound, goneInGerman, goneInEnglish)
				page, posted := s.get(t, secret, "de"), s.post(t, secret, typed)
				if posted.status != http.StatusNotFound || posted.body != page.body {
					t.Errorf("the form is answered %d %q", posted.status, posted.heading)
				}
				if unknown := s.get(t, "NEVERWAS", "de"); unknown.body != page.body {
					t.Error("it tells itself from one that never was")
				}
				if got := s.store.Client().Session.Query().CountX(t.Context()); got != sessions {
					t.Error("somebody is signed in")
				}
			})
		})
	}
}

func TestALinkOpensToItsLastSecond(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		s.pass(week - time.Second)
		s.expect(t, secret, http.StatusOK, "Willkommen", "Welcome")
	})
}

func TestToLookUsesNothingUp(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		before := s.links(t)
		for range 3 {
			s.expect(t, secret, http.StatusOK, "Willkommen", "Welcome")
		}
		if got := s.links(t); got != before {
			t.Errorf("of %d links %d are left", before, got)
		}
		if got := s.post(t, secret, owner()).status; got != http.StatusSeeOther {
			t.Errorf("then the form is answered %d", got)
		}
	})
}

func TestWhatTheSalonHasWrittenStaysText(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.staffLink(t)
		s.write(t, func(ctx context.Context, tx *store.Tx) {
			tx.Staff.UpdateOneID(ben).SetDisplayName(`<script>alert(1)</script>"><img src=x>`).ExecX(ctx)
		})
		page := s.get(t, secret, "de")
		for _, part := range []string{"<script", "<img"} {
			if strings.Contains(page.body, part) {
				t.Errorf("the page has %s", part)
			}
		}
	})
}
