package frontend

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strconv"
	"strings"

	"visavis/internal/locale"
	"visavis/internal/web/contentcoding"
)

// noncePlaceholder is replaced by the response's nonce in built pages.
const noncePlaceholder = "NONCE_OF_THE_ANSWER"

// page serves a built page with a policy for its nonce, in the language that the request prefers.
type page struct {
	content map[locale.Locale][]byte
	policy  func(nonce string) string
}

// readPage reads a page such as index.html, and the same in other languages such as index.fr.html. A language without a file gets
// the former.
func readPage(root fs.FS, name string, policy func(nonce string) string) (page, error) {
	standard, err := fs.ReadFile(root, name)
	if err != nil {
		return page{}, fmt.Errorf("read the page %s: %w", name, err)
	}
	p := page{map[locale.Locale][]byte{}, policy}
	for _, l := range locale.All() {
		content, err := fs.ReadFile(root, strings.TrimSuffix(name, ".html")+"."+l.Tag().String()+".html")
		if errors.Is(err, fs.ErrNotExist) {
			content = standard
		} else if err != nil {
			return page{}, fmt.Errorf("read the page %s: %w", name, err)
		}
		p.content[l] = content
	}
	return p, nil
}

// ServeHTTP serves the page with a new nonce, so the response must not be cached. It is compressed: a page has no secret, and no
// guess at its nonce helps with the next one.
func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	nonce := rand.Text()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", p.policy(nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Permissions-Policy", devicesOf(r.Context()))
	w.Header().Add("Vary", "Accept-Encoding, Accept-Language")
	language := locale.Choose(r.URL.Query().Get("lang"), r.Header.Get("Accept-Language"))
	content := bytes.ReplaceAll(Written(r.Context(), p.content[language]), []byte(noncePlaceholder), []byte(nonce))
	if len(content) >= contentcoding.Smallest && contentcoding.Accepts(r.Header, contentcoding.Gzip) {
		w.Header().Set("Content-Encoding", contentcoding.Gzip)
		content = contentcoding.Compress(content)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}
