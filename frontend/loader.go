package frontend

import (
	"io/fs"
	"net/http"
)

// loader is the path of the script that embeds booking in other sites.
const loader = "/book/embed.js"

// Embed redirects from the permanent short address of the embed script to its path.
func Embed(w http.ResponseWriter, r *http.Request) {
	share(w)
	w.Header().Set("Cache-Control", keptForAWhile)
	http.Redirect(w, r, loader, http.StatusFound)
}

// keptForAWhile lets caches keep files with a permanent name for five minutes, then serve them while revalidating.
const keptForAWhile = "public, max-age=300, stale-while-revalidate=86400"

// serveLoader serves the embed script, whose name is permanent.
func (a *app) serveLoader(w http.ResponseWriter, r *http.Request) {
	content, err := fs.ReadFile(a.root, a.loader)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	share(w)
	w.Header().Set("Cache-Control", keptForAWhile)
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}

// share allows other sites to load the response, which is the same for everyone.
func share(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
}
