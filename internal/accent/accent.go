// Package accent chooses the colors in which customers see what they can press, so that each can be read.
package accent

import (
	"fmt"
	"math"
)

// enough is the contrast that text needs, by WCAG 2.2.
const enough = 4.5

// The grounds of the pages, and what accents are mixed with.
var (
	paper = color{0xfb, 0xfa, 0xf8}
	night = color{0x16, 0x1a, 0x19}
	white = color{255, 255, 255}
	black = color{0, 0, 0}
)

// Scheme is a wanted accent with its colors, all as #rrggbb.
type Scheme struct {
	Color string
	Light Colors
	Dark  Colors
}

// Colors are those on light or on dark ground.
type Colors struct {
	Accent string
	Text   string // on the accent
}

// Of returns the colors for a wanted accent, #rrggbb. Where it cannot be told from the ground, it is darkened or lightened as much as is
// needed. It returns nil for anything else.
func Of(wanted string) *Scheme {
	var c color
	if _, err := fmt.Sscanf(wanted, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		return nil
	}
	return &Scheme{Color: wanted, Light: c.on(paper, black).colors(), Dark: c.on(night, white).colors()}
}

// color is red, green and blue.
type color [3]uint8

func (c color) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// on returns the color, mixed with as much of another as it needs to be read on the ground.
func (c color) on(ground, other color) color {
	const steps = 64
	mixed := c
	for step := 1; contrast(mixed, ground) < enough; step++ {
		for i := range mixed {
			mixed[i] = uint8((int(c[i])*(steps-step) + int(other[i])*step) / steps)
		}
	}
	return mixed
}

func (c color) colors() Colors {
	text := black
	if contrast(c, white) >= enough {
		text = white
	}
	return Colors{Accent: c.String(), Text: text.String()}
}

// contrast returns the contrast of two colors, from 1 to 21.
func contrast(a, b color) float64 {
	lighter, darker := max(a.luminance(), b.luminance()), min(a.luminance(), b.luminance())
	return (lighter + 0.05) / (darker + 0.05)
}

func (c color) luminance() float64 {
	var linear [3]float64
	for i, part := range c {
		share := float64(part) / 255
		if share <= 0.04045 {
			linear[i] = share / 12.92
		} else {
			linear[i] = math.Pow((share+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*linear[0] + 0.7152*linear[1] + 0.0722*linear[2]
}
