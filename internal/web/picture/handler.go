// Package picture serves logos and photos of people.
package picture

import (
	"log/slog"
	"net/http"
	"strconv"

	"visavis/internal/picture"
	"visavis/internal/web/linkpage"
)

// Options configure the handler.
type Options struct {
	Pictures *picture.Library
	Logger   *slog.Logger
}

// NewHandler serves [link.PicturePattern]. Pages of other sites may show the pictures; opened by itself, an SVG can do nothing.
func NewHandler(options Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		row, err := options.Pictures.Picture(r.Context(), r.PathValue("id"))
		switch {
		case err != nil:
			options.Logger.ErrorContext(r.Context(), "cannot read a picture", slog.Any("error", err))
			linkpage.Refuse(w, r, http.StatusServiceUnavailable, linkpage.Failed)
		case row == nil:
			http.NotFound(w, r)
		default:
			header := w.Header()
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
			header.Set("Content-Length", strconv.Itoa(len(row.Content)))
			header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			header.Set("Content-Type", row.ContentType)
			header.Set("Cross-Origin-Resource-Policy", "cross-origin")
			header.Set("X-Content-Type-Options", "nosniff")
			_, _ = w.Write(row.Content) // a failed write means that the client has disconnected
		}
	})
}
