package frontend

import (
	"io/fs"
	"net/http"
)

// pushWorker is the permanent name of the admin's service worker, which shows pushes as notifications.
const pushWorker = "push.js"

// pushWorkerPolicy is the Content-Security-Policy of the service worker itself. It loads nothing but icons.
const pushWorkerPolicy = "default-src 'none'; img-src 'self'"

// pushing serves the service worker of a built app at /admin/push.js: a browser gives it the pages beside and below.
func pushing(root fs.FS, next http.Handler) http.Handler {
	worker := &app{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /admin/"+pushWorker, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", pushWorkerPolicy)
		worker.serveFile(w, r, root, pushWorker, "no-cache")
	})
	mux.Handle("/", next)
	return guarded(mux)
}
