// Package brand shows the logo and the colors of a branch to its customers.
package brand

import (
	"context"
	"errors"
	"html/template"
	"log/slog"

	"visavis/ent"
	"visavis/internal/accent"
	"visavis/internal/link"
	"visavis/internal/picture"
	"visavis/internal/web/linkpage"
)

// Of returns the brand of a branch.
func Of(ctx context.Context, pictures *picture.Library, branch *ent.Branch) (linkpage.Brand, error) {
	shown := linkpage.Brand{Salon: branch.Name, Style: styleOf(accent.Of(branch.Accent))}
	if branch.LogoID == nil {
		return shown, nil
	}
	described, err := pictures.Described(ctx, []string{*branch.LogoID})
	if row := described[*branch.LogoID]; row != nil {
		shown.Logo = &linkpage.Logo{URL: link.Picture(row.ID), Width: row.Width, Height: row.Height, IsPhoto: row.ContentType != picture.SVG}
	}
	return shown, err
}

// Shown returns the brand of a branch for a page that can do without: if it cannot be read, that is logged, and the page has the usual look.
func Shown(ctx context.Context, logger *slog.Logger, pictures *picture.Library, branch *ent.Branch) linkpage.Brand {
	shown, err := Of(ctx, pictures, branch)
	if err != nil && !errors.Is(err, context.Canceled) {
		logger.ErrorContext(ctx, "cannot read a brand", slog.Any("error", err))
	}
	return shown
}

// styleOf returns a style sheet that sets the colors as custom properties, which the widget takes too; empty for the usual ones.
func styleOf(colors *accent.Scheme) template.CSS {
	if colors == nil {
		return ""
	}
	set := func(selector string, c accent.Colors) string {
		return selector + "{--visavis-accent:" + c.Accent + ";--visavis-on-accent:" + c.Text + "}"
	}
	// Colors are #rrggbb, as accent.Of has made them.
	return template.CSS(set(":root", colors.Light) + "@media (prefers-color-scheme:dark){" + set(":root", colors.Dark) + "}" +
		set("[data-theme=light]", colors.Light) + set("[data-theme=dark]", colors.Dark))
}
