package frontend

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io/fs"
	"net/http"
)

// noncePlaceholder stands in the built pages wherever the nonce of the answer belongs.
const noncePlaceholder = "NONCE_OF_THE_ANSWER"

// page serves one built page, with the policy for its nonce.
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

// ServeHTTP serves the page. Its nonce is a fresh one, so nobody may keep it.
func (p page) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	nonce := rand.Text()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", p.policy(nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	// A failed write means that the reader has gone.
	_, _ = w.Write(bytes.ReplaceAll(p.content, []byte(noncePlaceholder), []byte(nonce)))
}
