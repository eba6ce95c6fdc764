package frontend

import (
	"io/fs"
	"net/http"
	"path"
	"strconv"

	"visavis/internal/web/contentcoding"
)

// contentTypes replaces the host's tables of file types.
var contentTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ttf":   "font/ttf",
	".woff2": "font/woff2",
}

// codings are the content codings of the build with their file extensions, the best first.
var codings = []struct{ name, ending string }{{"br", ".br"}, {contentcoding.Gzip, ".gz"}}

// serveAsset serves a file with a content hash in its name, which may be cached forever.
func (a *app) serveAsset(w http.ResponseWriter, r *http.Request) {
	a.serveFile(w, r, a.assets, r.PathValue("file"), "public, max-age=31536000, immutable")
}

// serveFile serves a built file, which caches may keep as they are told, in the best coding that the build has and the client accepts.
func (a *app) serveFile(w http.ResponseWriter, r *http.Request, folder fs.FS, name, kept string) {
	contentType, known := contentTypes[path.Ext(name)]
	content, coding, err := read(folder, name, r.Header)
	if !known || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", kept)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Vary", "Accept-Encoding")
	if a.loader != "" {
		share(w)
	}
	if coding != "" {
		w.Header().Set("Content-Encoding", coding)
	}
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}

func read(folder fs.FS, name string, request http.Header) (content []byte, coding string, err error) {
	for _, c := range codings {
		if !contentcoding.Accepts(request, c.name) {
			continue
		}
		if content, err := fs.ReadFile(folder, name+c.ending); err == nil {
			return content, c.name, nil
		}
	}
	content, err = fs.ReadFile(folder, name)
	return content, "", err
}
