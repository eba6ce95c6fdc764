// Package picture serves logos and photos of people.
package picture

import (
	"context"
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
func NewHandler(options Options) http.Handler { return options.handler(options.whole) }

// NewSmallHandler serves [link.SmallPicturePattern] in the same way. Of an SVG, which is small in any size, there is no other copy.
func NewSmallHandler(options Options) http.Handler {
	return options.handler(func(ctx context.Context, pictureID string) (*picture.Picture, error) {
		small, err := options.Pictures.Small(ctx, pictureID, picture.Face)
		if small != nil || err != nil {
			return small, err
		}
		return options.whole(ctx, pictureID)
	})
}

func (options Options) whole(ctx context.Context, pictureID string) (*picture.Picture, error) {
	row, err := options.Pictures.Picture(ctx, pictureID)
	if row == nil || err != nil {
		return nil, err
	}
	return &picture.Picture{ContentType: row.ContentType, Content: row.Content}, nil
}

// handler serves the pictures that are found by their IDs.
func (options Options) handler(find func(ctx context.Context, pictureID string) (*picture.Picture, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		found, err := find(r.Context(), r.PathValue("id"))
		switch {
		case err != nil:
			options.Logger.ErrorContext(r.Context(), "cannot read a picture", slog.Any("error", err))
			linkpage.Refuse(w, r, http.StatusServiceUnavailable, linkpage.Failed)
		case found == nil:
			http.NotFound(w, r)
		default:
			header := w.Header()
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
			header.Set("Content-Length", strconv.Itoa(len(found.Content)))
			header.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			header.Set("Content-Type", found.ContentType)
			header.Set("Cross-Origin-Resource-Policy", "cross-origin")
			header.Set("X-Content-Type-Options", "nosniff")
			_, _ = w.Write(found.Content) // a failed write means that the client has disconnected
		}
	})
}
