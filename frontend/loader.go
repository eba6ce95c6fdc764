package frontend

import (
	"io/fs"
	"net/http"
)

// loader is where the script is that puts booking into pages of other sites: beside what it imports.
const loader = "/book/embed.js"

// Embed leads from the short address of the script, which stands in other sites' pages for good, to where it is.
func Embed(w http.ResponseWriter, r *http.Request) {
	share(w)
	w.Header().Set("Cache-Control", keptForAWhile)
	http.Redirect(w, r, loader, http.StatusFound)
}

// keptForAWhile is how long others may keep what has a name for good: five minutes, and then while they ask anew.
const keptForAWhile = "public, max-age=300, stale-while-revalidate=86400"

// serveLoader serves the script that pages of other sites load. Its name is for good.
func (a *app) serveLoader(w http.ResponseWriter, r *http.Request) {
	content, err := fs.ReadFile(a.root, a.loader)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	share(w)
	w.Header().Set("Cache-Control", keptForAWhile)
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	// A failed write means that the reader has gone.
	_, _ = w.Write(content)
}

// share lets pages of other sites use the answer. It is the same for everybody.
func share(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
}
