// Package picture makes pictures that salons add safe to show: it decodes them within bounds, and encodes them anew.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"visavis/internal/id"
	"visavis/internal/problem"
)

// Bounds of what is accepted and kept.
const (
	MostBytes  = 90_000 // of what is added; base64 of it fits into a request
	mostPixels = 16_000_000
	// mostBefore is the longest side of what is accepted: to make a picture smaller takes memory for each pixel of its sides.
	mostBefore = 16_384
	// mostSide is the longest side of what is kept, in pixels. Longer ones are made smaller.
	mostSide = 800
	// mostKept limits what is kept, in bytes: a WebP may be many times as large in an older format.
	mostKept = 400_000
)

// Content types of what is kept.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
	SVG  = "image/svg+xml"
)

// A Picture is safe to show. It has no metadata, and stands upright.
type Picture struct {
	ContentType string
	Width       int // in pixels; of an SVG, its own size
	Height      int
	Content     []byte
}

// ID returns the identifier of the picture: the same content has the same.
func (p Picture) ID() string {
	sum := sha256.Sum256(append([]byte(p.ContentType), p.Content...))
	return string(id.Picture) + "_" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:])[:26])
}

// Accept returns the picture in a PNG, JPEG, WebP or SVG file. What else it is given is a problem with the field.
func Accept(content []byte, field string) (Picture, error) {
	if len(content) > MostBytes {
		return Picture{}, problem.New(problem.PictureTooLarge, field, MostBytes/1000)
	}
	accept := ofPixels
	if isXML(content) {
		accept = vector
	}
	kept, err := accept(content)
	if err != nil {
		return Picture{}, problem.New(problem.PictureInvalid, field)
	}
	if len(kept.Content) > mostKept {
		return Picture{}, problem.New(problem.PictureTooLarge, field, MostBytes/1000)
	}
	return kept, nil
}

// isXML reports whether a file begins like XML, after a byte order mark and white space. No other format does.
func isXML(content []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("<"))
}
