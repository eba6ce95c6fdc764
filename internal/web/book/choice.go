package book

import (
	_ "embed"
	"log/slog"
	"net/http"
	"net/url"

	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/web/linkpage"
)

//go:embed choice.html
var choiceMarkup string

//go:embed choice.css
var choiceStyle string

var choiceLayout = linkpage.New(choiceMarkup, choiceStyle, "'self'")

// shownAtOnce is the number of branches on a page of the choice.
const shownAtOnce = 20

// choice is the page on which customers choose a branch.
type choice struct {
	Options
	staffPath string // where staff sign in; empty: not shown
}

func newChoice(options Options) http.Handler { return &choice{Options: options} }

// NewHome returns the handler of the root: a choice of branches for customers, and a link for staff. Staff who are signed in, and whoever
// sets up the first branch, are led there at once.
func NewHome(options Options, staffPath string, isSignedIn func(*http.Request) bool) http.Handler {
	customers := &choice{options, staffPath}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if options.Salon == nil || isSignedIn(r) {
			http.Redirect(w, r, staffPath, http.StatusFound)
			return
		}
		customers.ServeHTTP(w, r)
	})
}

// choicePage is the data of the template.
type choicePage struct {
	Language  string
	Words     choiceWords
	HasSearch bool
	Search    string
	Branches  []place
	More      string // path of the next page; may be empty
	StaffPath string // may be empty
}

type choiceWords struct{ Title, Choose, Search, Find, None, Empty, More, ForStaff string }

type place struct{ Name, Place, Path string }

func (c *choice) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	l := locale.Choose(asked.Get("lang"), r.Header.Get("Accept-Language"))
	t := catalog.In(l)
	search, request := asked.Get("search"), pagination.Request{First: shownAtOnce}
	if after := asked.Get("after"); after != "" {
		request.After = &after
	}
	found, err := c.Salon.Branches(r.Context(), nonEmpty(search), nil, request)
	if problem.Of(err) != nil && request.After != nil { // perhaps not a token of ours
		request.After = nil
		found, err = c.Salon.Branches(r.Context(), nonEmpty(search), nil, request)
	}
	if problem.Of(err) != nil { // of the search
		found, err = &salon.BranchPage{PageInfo: &pagination.Info{}}, nil
	}
	if err != nil {
		c.Logger.ErrorContext(r.Context(), "cannot list the branches", slog.Any("error", err))
		linkpage.Refuse(w, r, http.StatusServiceUnavailable, func(locale.Locale) string { return linkpage.Failed(l) })
		return
	}
	isFirst := search == "" && request.After == nil
	if isFirst && len(found.Nodes) == 0 && c.staffPath != "" {
		http.Redirect(w, r, c.staffPath, http.StatusFound)
		return
	}
	if isFirst && len(found.Nodes) == 1 && c.staffPath == "" {
		http.Redirect(w, r, link.Book(found.Nodes[0].Slug), http.StatusFound)
		return
	}
	page := choicePage{
		Language: l.Tag().String(), Search: search, HasSearch: !isFirst || found.PageInfo.HasNextPage, StaffPath: c.staffPath,
		Words: choiceWords{t.title, t.choose, t.search, t.find, t.none, t.empty, t.more, t.forStaff},
	}
	for _, branch := range found.Nodes {
		page.Branches = append(page.Branches, place{branch.Name, placeOf(branch), link.Book(branch.Slug)})
	}
	if found.PageInfo.HasNextPage {
		page.More = "?" + url.Values{"after": {*found.PageInfo.EndCursor}, "search": {search}}.Encode()
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Vary", "Accept-Language")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if err := choiceLayout.Serve(w, http.StatusOK, page, linkpage.Brand{}); err != nil {
		c.Logger.ErrorContext(r.Context(), "cannot render the branches", slog.Any("error", err))
	}
}

func nonEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
