package book_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"visavis/frontend"
	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/picture"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/web/book"
)

// page is a built page, of which the server replaces the marked parts.
const page = "<!--meta--><title>Usual</title><!--/meta--><!--header--><main></main>"

type testSite struct {
	t       *testing.T
	setUp   *salon.Salon
	library *picture.Library
	options book.Options
}

func newSite(t *testing.T, database *store.Store) *testSite {
	t.Helper()
	logger := slog.New(slog.DiscardHandler)
	feed := event.NewFeed(database, logger)
	t.Cleanup(feed.Close)
	setUp, library := salon.New(database, feed, demotest.Now), picture.NewLibrary(database, demotest.Now)
	pages := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write(frontend.Written(r.Context(), []byte(page)))
	})
	return &testSite{t, setUp, library, book.Options{Pages: pages, Salon: setUp, Pictures: library, PublicURL: "https://salon.example", Logger: logger}}
}

func (s *testSite) get(handler http.Handler, path, language string) *httptest.ResponseRecorder {
	request := httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil)
	request.Header.Set("Accept-Language", language)
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer
}

func (s *testSite) expect(answer *httptest.ResponseRecorder, parts ...string) {
	s.t.Helper()
	for _, part := range parts {
		if !strings.Contains(answer.Body.String(), part) {
			s.t.Errorf("the page lacks %s:\n%s", part, answer.Body)
		}
	}
}

// brand gives Salon Mitte a logo of pixels and a color.
func (s *testSite) brand() {
	s.t.Helper()
	var file strings.Builder
	if err := png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 60, 20))); err != nil {
		s.t.Fatal(err)
	}
	ctx := actor.With(s.t.Context(), actor.Actor{Role: actor.Owner})
	logo, err := s.library.PictureAdd(ctx, picture.PictureAddInput{Content: base64.StdEncoding.EncodeToString([]byte(file.String()))})
	if err != nil {
		s.t.Fatal(err)
	}
	if _, _, err := s.setUp.BranchUpdate(ctx, salon.BranchUpdateInput{ID: "brn_demo-mitte", LogoID: &logo.ID, Accent: new("#ffd400")}); err != nil {
		s.t.Fatal(err)
	}
}

func TestABookingPageTellsWhoseItIs(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := newSite(t, database)
		handler := book.NewHandler(s.options)
		plain := s.get(handler, link.Book("mitte"), "de")
		s.expect(plain, "<title>Termin buchen · Salon Mitte</title>", "Auguststraße 12, 10117 Berlin",
			`<link rel="canonical" href="https://salon.example/book/mitte">`, `<meta property="og:locale" content="de_DE">`)
		if body := plain.Body.String(); strings.Contains(body, "Usual") || strings.Contains(body, "og:image") || strings.Contains(body, "<img") || strings.Contains(body, "<!--") {
			t.Errorf("without a logo, the page is %s", body)
		}
		s.brand()
		for language, want := range map[string][]string{
			"en": {"<title>Book appointment · Salon Mitte</title>", "en_GB"},
			"fr": {"<title>Réserver un rendez-vous · Salon Mitte</title>", "fr_FR"},
			"tr": {"<title>Randevu al · Salon Mitte</title>", "tr_TR"},
		} {
			s.expect(s.get(handler, link.Book("mitte"), language), append(want,
				`<meta property="og:image" content="https://salon.example/pictures/pic_`, `<meta property="og:image:width" content="60">`,
				`width="60" height="20" alt="Salon Mitte">`, "--visavis-accent:#877000", "--visavis-accent:#ffd400")...)
		}
		s.expect(s.get(handler, link.Book("nowhere"), "de"), "<title>Usual</title>")
	})
}

func TestSearchEnginesReadWhatIsOffered(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := newSite(t, database)
		answer := s.get(book.NewHandler(s.options), link.Book("mitte"), "de")
		found := regexp.MustCompile(`<script type="application/ld\+json" nonce="\w+">(.*)</script>`).FindStringSubmatch(answer.Body.String())
		if found == nil {
			t.Fatal(answer.Body)
		}
		var data struct {
			Type   string                                      `json:"@type"`
			Hours  []struct{ DayOfWeek, Opens, Closes string } `json:"openingHoursSpecification"`
			Offers []struct {
				Item          struct{ Name string } `json:"itemOffered"`
				Price         string
				PriceCurrency string
			} `json:"makesOffer"`
		}
		if err := json.Unmarshal([]byte(found[1]), &data); err != nil {
			t.Fatal(err)
		}
		if data.Type != "LocalBusiness" || fmt.Sprint(data.Hours[0]) != "{Tuesday 09:00 19:00}" || fmt.Sprint(data.Offers[1]) != "{{Farbberatung} 25.00 EUR}" {
			t.Errorf("they read %+v", data)
		}
	})
}

func TestCustomersChooseABranch(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := newSite(t, database)
		isSignedIn := false
		choice := book.NewHandler(s.options)
		home := book.NewHome(s.options, "/admin", func(*http.Request) bool { return isSignedIn })
		for _, path := range []string{"/book/", "/"} {
			handler := map[string]http.Handler{"/book/": choice, "/": home}[path]
			answer := s.get(handler, path, "de")
			s.expect(answer, "Wo möchtest du buchen?", `<a href="/book/mitte"><strong>Salon Mitte</strong> <span>Auguststraße 12, 10117 Berlin</span></a>`, `href="/book/west"`)
			if got, want := strings.Contains(answer.Body.String(), `href="/admin"`), path == "/"; got != want {
				t.Errorf("%s leads staff to sign in: %v", path, got)
			}
		}
		s.expect(s.get(choice, "/book/?search=kant", "tr"), "Nerede randevu almak istiyorsunuz?", "Salon West", `value="kant"`)
		s.expect(s.get(choice, "/book/?search=%3Cnowhere%3E", "fr"), "Aucun salon trouvé", `value="&lt;nowhere&gt;"`)
		s.expect(s.get(choice, "/book/?search=%00%ff", "en"), "No branch found")
		s.expect(s.get(choice, "/book/?after=unknown", "en"), "Salon Mitte")
		isSignedIn = true
		if answer := s.get(home, "/", "de"); answer.Code != http.StatusFound || answer.Header().Get("Location") != "/admin" {
			t.Errorf("who is signed in is answered %d", answer.Code)
		}
	})
}

func TestALongChoiceHasPages(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := newSite(t, database)
		owner := actor.With(t.Context(), actor.Actor{Role: actor.Owner})
		for i := range 25 { // more than one page has
			if _, err := s.setUp.BranchCreate(owner, salon.BranchCreateInput{Name: fmt.Sprintf("Zweig %02d", i), TimeZone: "Europe/Berlin", Locale: "DE"}); err != nil {
				t.Fatal(err)
			}
		}
		first := s.get(book.NewHandler(s.options), "/book/", "de")
		s.expect(first, `role="search"`, "Weitere Filialen")
		more := regexp.MustCompile(`class="more" href="([^"]*)"`).FindStringSubmatch(first.Body.String())
		s.expect(s.get(book.NewHandler(s.options), "/book/"+strings.ReplaceAll(more[1], "&amp;", "&"), "de"), "Zweig 24")
	})
}
