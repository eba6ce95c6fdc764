package link_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/link"
)

// TestEveryPathHasItsPattern routes each link and checks which page serves it.
func TestEveryPathHasItsPattern(t *testing.T) {
	mux := http.NewServeMux()
	patterns := []string{link.BookPattern, link.JoinPattern, link.JoinCalendarPattern, link.ManagePattern, link.ManageCalendarPattern, link.WelcomePattern, link.CalendarPattern, link.LegalPattern, link.PicturePattern, link.SmallPicturePattern}
	for _, pattern := range patterns {
		mux.Handle(pattern, http.NotFoundHandler())
	}
	for path, want := range map[string]string{
		link.Book("mitte"):            link.BookPattern,
		link.Join("SECRET"):           link.JoinPattern,
		link.JoinCalendar("SECRET"):   link.JoinCalendarPattern,
		link.Manage("SECRET"):         link.ManagePattern,
		link.ManageCalendar("SECRET"): link.ManageCalendarPattern,
		link.Welcome("SECRET"):        link.WelcomePattern,
		link.Calendar("SECRET"):       link.CalendarPattern,
		link.Picture("pic_a"):         link.PicturePattern,
		link.SmallPicture("pic_a"):    link.SmallPicturePattern,
		link.Legal("mitte", "TERMS"):  link.LegalPattern,

		link.Accessibility("mitte", "de"): link.LegalPattern,
	} {
		if _, got := mux.Handler(httptest.NewRequest(http.MethodGet, path, nil)); got != want {
			t.Errorf("%s leads to %q, want %q", path, got, want)
		}
	}
}

func TestASlugIsEscaped(t *testing.T) {
	if got, want := link.Book("a/b ü"), "/book/a%2Fb%20%C3%BC"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
