package frontend

import (
	"net/http"
)

// Loader is the permanent address of the script that embeds booking in other sites.
const Loader = "/embed.js"

// keptForAWhile lets caches keep files with a permanent name for five minutes, then serve them while revalidating.
const keptForAWhile = "public, max-age=300, stale-while-revalidate=86400"

// serveLoader serves the embed script, whose name is permanent.
func (a *app) serveLoader(w http.ResponseWriter, r *http.Request) {
	a.serveFile(w, r, a.root, a.loader, keptForAWhile)
}

// share allows other sites to load the response, which is the same for everyone.
func share(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
}
