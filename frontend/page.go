package frontend

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io/fs"
	"net/http"
	"strconv"

	"visavis/internal/web/contentcoding"
)

// noncePlaceholder is replaced by the response's nonce in built pages.
const noncePlaceholder = "NONCE_OF_THE_ANSWER"

// page serves a built page with a policy for its nonce.
type page struct {
	content []byte
	policy  func(nonce string) string
}

func readPage(root fs.FS, name string, policy func(nonce string) string) (page, error) {
	content, err := fs.ReadFile(root, name)
	if err != nil {
		return page{}, fmt.Errorf("read the page %s: %w", name, err)
	}
	return page{content, policy}, nil
}

// ServeHTTP serves the page with a new nonce, so the response must not be cached. It is compressed: a page has no secret, and no
// guess at its nonce helps with the next one.
func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	nonce := rand.Text()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", p.policy(nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Add("Vary", "Accept-Encoding")
	content := bytes.ReplaceAll(p.content, []byte(noncePlaceholder), []byte(nonce))
	if len(content) >= contentcoding.Smallest && contentcoding.Accepts(r.Header, contentcoding.Gzip) {
		w.Header().Set("Content-Encoding", contentcoding.Gzip)
		content = contentcoding.Compress(content)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}
