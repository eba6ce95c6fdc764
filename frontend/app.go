package frontend

import (
	"errors"
	"io/fs"
	"net/http"
)

// app serves one built web application.
type app struct {
	page   page // index.html
	assets fs.FS
	// loader is a script that pages of other sites load, and by it the assets; empty: there is none.
	loader string
	root   fs.FS
}

// What an application answers to addresses below its own: one page has none, in many each has its own, which the
// script reads.
const (
	onePage   = "/{$}"
	manyPages = "/{page...}"
)

// newApp returns the handler of the application in dist/<name> for the address /<name> and everything below. Without a
// build the handler tells how to make one.
func newApp(files fs.FS, name, below string, policy func(nonce string) string, loader string) (http.Handler, error) {
	root, err := fs.Sub(files, "dist/"+name)
	if err != nil {
		return nil, err
	}
	index, err := readPage(root, "index.html", policy)
	if errors.Is(err, fs.ErrNotExist) {
		return http.HandlerFunc(notBuilt), nil
	}
	if err != nil {
		return nil, err
	}
	assets, err := fs.Sub(root, "assets")
	if err != nil {
		return nil, err
	}
	a := &app{page: index, assets: assets, loader: loader, root: root}

	mux := http.NewServeMux()
	mux.Handle("GET /"+name, a.page)
	mux.Handle("GET /"+name+below, a.page)
	mux.HandleFunc("GET /"+name+"/assets/{file...}", a.serveAsset)
	if loader != "" {
		mux.HandleFunc("GET /"+name+"/"+loader, a.serveLoader)
	}
	return guarded(mux), nil
}

// guarded sets the headers that every answer has, errors included.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

func notBuilt(w http.ResponseWriter, _ *http.Request) {
	const advice = "This page is not built in. Run make build, then start the server again."
	http.Error(w, advice, http.StatusServiceUnavailable)
}
