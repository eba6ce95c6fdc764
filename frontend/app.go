package frontend

import (
	"errors"
	"io/fs"
	"net/http"
)

// app serves a built web application.
type app struct {
	page   page // index.html
	assets fs.FS
	// loader is a script that pages of other sites load, and by it the assets; empty: there is none.
	loader string
	root   fs.FS
}

// What an application serves below its own address: a single-page app nothing, a multi-page app its page, whose script
// reads the address.
const (
	onePage   = "/{$}"
	manyPages = "/{page...}"
)

// newApp returns the handler of the application in dist/<name> for /<name> and everything below. If it is not built,
// the handler responds with instructions.
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
		mux.HandleFunc("GET /"+name+"/"+loader, a.serveLoader) // its address in snippets of before
		mux.HandleFunc("GET "+Loader, a.serveLoader)
	}
	return guarded(mux), nil
}

// guarded sets security headers on every response, including errors.
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
