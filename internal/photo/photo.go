// Package photo makes photos of a consultation safe to keep: it decodes them within bounds, and encodes them anew, upright and without
// what cameras write into them.
package photo

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // a format of image.Decode
	_ "image/png"  // a format of image.Decode
	"runtime/debug"

	_ "golang.org/x/image/webp" // a format of image.Decode

	"visavis/internal/problem"
	"visavis/internal/upright"
)

// Bounds of what is accepted and kept.
const (
	MostBytes  = 12_000_000 // of a file
	mostPixels = 50_000_000
	// mostBefore is the longest side of what is accepted: to make a photo smaller takes memory for rows of it.
	mostBefore = 32_768
	// mostSide is the longest side of what is kept, in pixels.
	mostSide = 2048
)

// ContentType is that of a kept photo.
const ContentType = "image/jpeg"

// A Photo is a JPEG without metadata, upright.
type Photo struct {
	Width, Height int // in pixels
	Content       []byte
}

// An Encoder encodes one photo after another, since each takes much memory. It is safe for concurrent use.
type Encoder struct{ turn chan struct{} }

// NewEncoder returns an encoder. A process needs one.
func NewEncoder() *Encoder { return &Encoder{turn: make(chan struct{}, 1)} }

// Encode is the function of this name, when it is the photo's turn. The error is that of the context if it ends before.
func (e *Encoder) Encode(ctx context.Context, file []byte, field string) (Photo, error) {
	select {
	case e.turn <- struct{}{}:
		defer func() { <-e.turn }()
		return Encode(file, field)
	case <-ctx.Done():
		return Photo{}, ctx.Err()
	}
}

// Encode returns the photo in a JPEG, PNG or WebP file. What else it is given is a problem with the field.
func Encode(file []byte, field string) (Photo, error) {
	if len(file) > MostBytes {
		return Photo{}, TooLarge(field)
	}
	described, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || format != "jpeg" && format != "png" && format != "webp" { // another package may have made image know more
		return Photo{}, invalid(field)
	}
	width, height := described.Width, described.Height
	switch {
	case width <= 0 || height <= 0:
		return Photo{}, invalid(field)
	case max(width, height) > mostBefore || width > mostPixels/height:
		return Photo{}, TooLarge(field)
	}
	memory := memoryOf(file, format, described)
	if memory > mostMemory || bytes.Count(file, startOfScan) > mostScans {
		return Photo{}, TooLarge(field)
	}
	if memory > muchMemory {
		defer debug.FreeOSMemory() // or the next one would take as much again
	}
	decoded, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return Photo{}, invalid(field)
	}
	kept, err := encoded(upright.Turned(fitted(decoded), upright.Orientation(file)))
	if err != nil {
		return Photo{}, invalid(field)
	}
	return kept, nil
}

// TooLarge returns the problem of a file that has too many bytes or pixels.
func TooLarge(field string) *problem.Problem {
	return problem.New(problem.PhotoTooLarge, field, MostBytes/1_000_000, mostPixels/1_000_000)
}

func invalid(field string) error { return problem.New(problem.PhotoInvalid, field) }
