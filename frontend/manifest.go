package frontend

import (
	"embed"
	"encoding/json"
	"net/http"
	"strconv"

	"visavis/internal/locale"
)

// icons are those of the installed admin app.
//
//go:embed admin/icons/*.png
var icons embed.FS

// manifest describes the admin app to browsers that install it.
type manifest struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description"`
	Language    string         `json:"lang"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Background  string         `json:"background_color"`
	Theme       string         `json:"theme_color"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

func manifestIn(l locale.Locale) manifest {
	t := catalog.In(l)
	icon := func(name, sizes, purpose string) manifestIcon {
		return manifestIcon{"/admin/icons/" + name, sizes, "image/png", purpose}
	}
	return manifest{
		ID: "/admin/", Name: t.name, ShortName: "Visavis", Description: t.description, Language: t.language,
		StartURL: "/admin/", Scope: "/admin/", Display: "standalone", Background: "#fbfaf8", Theme: "#0f5c63",
		Icons: []manifestIcon{
			icon("192.png", "192x192", "any"), icon("512.png", "512x512", "any"),
			icon("maskable.png", "512x512", "maskable"), // its edges may be cut off
		},
	}
}

// dayLong lets caches keep what has no content hash in its name.
const dayLong = "public, max-age=86400"

// serveManifest serves the manifest in the language that the request prefers.
func serveManifest(w http.ResponseWriter, r *http.Request) {
	content, err := json.Marshal(manifestIn(locale.Choose("", r.Header.Get("Accept-Language"))))
	if err != nil {
		panic(err) // it is plain
	}
	w.Header().Set("Cache-Control", dayLong)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Content-Type", "application/manifest+json")
	w.Header().Set("Vary", "Accept-Language")
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}

// serveIcon serves an icon of the admin app.
func serveIcon(w http.ResponseWriter, r *http.Request) {
	content, err := icons.ReadFile("admin/icons/" + r.PathValue("file"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", dayLong)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Content-Type", "image/png")
	// A failed write means that the client has disconnected.
	_, _ = w.Write(content)
}

// installable adds what browsers need to install the admin app.
func installable(next http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /admin/manifest.webmanifest", serveManifest)
	mux.HandleFunc("GET /admin/icons/{file}", serveIcon)
	mux.Handle("/", next)
	return guarded(mux)
}
