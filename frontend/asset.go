package frontend

import (
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// contentTypes says what we serve, so that nothing hangs on the tables of the host.
var contentTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ttf":   "font/ttf",
	".woff2": "font/woff2",
}

// codings are the content codings of the build, the best first, with the ending of their files.
var codings = []struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}}

// serveAsset serves a file whose name holds the hash of its content, so that it may be kept forever.
func (a *app) serveAsset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	contentType, known := contentTypes[path.Ext(name)]
	content, coding, err := a.read(name, strings.Join(r.Header.Values("Accept-Encoding"), ","))
	if !known || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Vary", "Accept-Encoding")
	if a.loader != "" {
		share(w)
	}
	if coding != "" {
		w.Header().Set("Content-Encoding", coding)
	}
	// A failed write means that the reader has gone.
	_, _ = w.Write(content)
}

// read returns the content of an asset in the best coding that the build has and the reader accepts.
func (a *app) read(name, accepted string) (content []byte, coding string, err error) {
	for _, c := range codings {
		if !accepts(accepted, c.name) {
			continue
		}
		if content, err := fs.ReadFile(a.assets, name+c.ending); err == nil {
			return content, c.name, nil
		}
	}
	content, err = fs.ReadFile(a.assets, name)
	return content, "", err
}

// accepts reports whether an Accept-Encoding header names the coding, other than to refuse it.
func accepts(header, coding string) bool {
	for offer := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(offer, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		_, value, weighted := strings.Cut(weight, "=")
		quality, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		return !weighted || err == nil && quality > 0
	}
	return false
}
