package frontend

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
)

// noncePlaceholder stands in the built pages wherever the nonce of the answer belongs.
const noncePlaceholder = "NONCE_OF_THE_ANSWER"

// app serves one built web application.
type app struct {
	page   []byte // index.html
	policy func(nonce string) string
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

// newApp gives the handler of the application in dist/<name> for the address /<name> and everything below. Without a
// build the handler tells how to make one.
func newApp(files fs.FS, name, below string, policy func(nonce string) string, loader string) (http.Handler, error) {
	root, err := fs.Sub(files, "dist/"+name)
	if err != nil {
		return nil, err
	}
	page, err := fs.ReadFile(root, "index.html")
	if errors.Is(err, fs.ErrNotExist) {
		return http.HandlerFunc(notBuilt), nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the page of %s: %w", name, err)
	}
	assets, err := fs.Sub(root, "assets")
	if err != nil {
		return nil, err
	}
	a := &app{page: page, policy: policy, assets: assets, loader: loader, root: root}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /"+name, a.servePage)
	mux.HandleFunc("GET /"+name+below, a.servePage)
	mux.HandleFunc("GET /"+name+"/assets/{file...}", a.serveAsset)
	if loader != "" {
		mux.HandleFunc("GET /"+name+"/"+loader, a.serveLoader)
	}
	return guarded(mux), nil
}

// servePage serves the page. Its nonce is a fresh one, so nobody may keep it.
func (a *app) servePage(w http.ResponseWriter, _ *http.Request) {
	nonce := rand.Text()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", a.policy(nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	// A failed write means that the reader has gone.
	_, _ = w.Write(bytes.ReplaceAll(a.page, []byte(noncePlaceholder), []byte(nonce)))
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
	const advice = "This page is not built in. Run `npm ci && npm run build` in frontend, then build the server again."
	http.Error(w, advice, http.StatusServiceUnavailable)
}
