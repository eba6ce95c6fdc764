package salon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/internal/civil"
	"visavis/internal/embedding"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestSitesThatEmbedAreAllowedAndRemoved stands here, since this package's tests have a database anyway.
func TestSitesThatEmbedAreAllowedAndRemoved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx, now := t.Context(), civil.Instant(1795420800)
		sites := embedding.New(s, func() civil.Instant { return now }, []string{"https://configured.example"})
		other := embedding.New(s, func() civil.Instant { return now }, nil) // another server of the same database
		expect := func(what, origin string, want bool) {
			t.Helper()
			if got := sites.Allows(ctx, origin); got != want {
				t.Errorf("%s, %s is allowed: %v", what, origin, got)
			}
		}
		expect("at first", "https://salon.example", false)
		expect("at first", "https://configured.example", true)
		add := func(origin string) *ent.EmbeddingSite {
			t.Helper()
			site, err := sites.EmbeddingSiteAdd(ctx, embedding.EmbeddingSiteAddInput{Origin: origin})
			check(t, err)
			return site
		}
		site := add("https://Salon.example:443/termin")
		same(t, "the origin", site.Origin, "https://salon.example")
		expect("at once", "https://salon.example", true)
		if other.Allows(ctx, "https://salon.example") != true {
			t.Error("the other server, which has not been asked yet, does not know of it")
		}
		same(t, "added again", add("salon.example").ID, site.ID)

		removed, err := sites.EmbeddingSiteRemove(ctx, embedding.EmbeddingSiteRemoveInput{ID: site.ID})
		check(t, err)
		same(t, "the removed ID", removed, site.ID)
		expect("once removed", "https://salon.example", false)
		now++
		if other.Allows(ctx, "https://salon.example") {
			t.Error("a second later, the other server still allows it")
		}

		var actions []string
		for _, entry := range s.Client().AuditEntry.Query().Order(ent.Asc(auditentry.FieldID)).AllX(ctx) {
			actions = append(actions, entry.Action+" "+entry.SubjectID)
		}
		slices.Sort(actions)
		same(t, "the audit trail", strings.Join(actions, ", "), "embeddingSiteAdd "+site.ID+", embeddingSiteRemove "+site.ID)

		for origin, code := range map[string]problem.Code{
			"https://*.salon.example": problem.OriginWildcard, "*": problem.OriginWildcard, "": problem.OriginInvalid, "ftp://salon.example": problem.OriginInvalid,
			"https://anna:secret@salon.example": problem.OriginInvalid,
		} {
			_, err := sites.EmbeddingSiteAdd(ctx, embedding.EmbeddingSiteAddInput{Origin: origin})
			if found := problem.Of(err); len(found) != 1 || found[0].Code != code || !slices.Equal(found[0].Field, []string{"origin"}) {
				t.Errorf("%q: %v, want %s", origin, err, code)
			}
		}
		for siteID, code := range map[string]problem.Code{site.ID: problem.NotFound, id.EmbeddingSite.New(): problem.NotFound, mitte: problem.IDOfAnotherKind} {
			_, err := sites.EmbeddingSiteRemove(ctx, embedding.EmbeddingSiteRemoveInput{ID: siteID})
			if found := problem.Of(err); len(found) != 1 || found[0].Code != code || !slices.Equal(found[0].Field, []string{"id"}) {
				t.Errorf("%q: %v, want %s", siteID, err, code)
			}
		}
		for i := range 100 {
			add(fmt.Sprintf("https://salon-%d.example", i))
		}
		if _, err := sites.EmbeddingSiteAdd(ctx, embedding.EmbeddingSiteAddInput{Origin: "one-more.example"}); len(problem.Of(err)) != 1 || problem.Of(err)[0].Code != problem.TooMany {
			t.Errorf("a hundred and one sites: %v", err)
		}
	})
}

// TestSitesStandWhenTheDatabaseIsGone checks that a database that does not answer takes no site away.
func TestSitesStandWhenTheDatabaseIsGone(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	now := civil.Instant(1795420800)
	sites := embedding.New(s, func() civil.Instant { return now }, nil)
	_, err := sites.EmbeddingSiteAdd(t.Context(), embedding.EmbeddingSiteAddInput{Origin: "salon.example"})
	check(t, err)
	if !sites.Allows(t.Context(), "https://salon.example") {
		t.Error("it is not allowed")
	}
	check(t, s.Close())
	now++
	if !sites.Allows(t.Context(), "https://salon.example") {
		t.Error("it is not allowed once the database is closed")
	}
}

func TestBookableStaffAreThoseWhoOfferABookableService(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		offering := func(branchID string) string {
			staff, err := s.BookableStaffOf(t.Context(), []string{mitte, west})
			check(t, err)
			names := []string{}
			for _, profile := range staff[branchID] {
				names = append(names, profile.DisplayName)
			}
			return strings.Join(names, ", ")
		}
		before := offering(mitte)
		if !strings.HasPrefix(before, "Anna") || !strings.Contains(before, "Ella") {
			t.Errorf("at first, in Mitte: %s", before)
		}
		for _, online := range []bool{false, true} {
			s.do(t, salon.StaffUpdateInput{ID: ella, BookableOnline: &online})
			if got := strings.Contains(offering(mitte), "Ella"); got != online {
				t.Errorf("Ella, who can be booked online: %v, is among %s", online, offering(mitte))
			}
		}
	})
}
