// Package photo makes photos of a consultation safe to keep: it decodes them within bounds, and encodes them anew, upright and without
// what cameras write into them.
package photo

import (
	"context"
	"errors"
	"runtime/debug"

	"visavis/internal/problem"
	"visavis/internal/raster"
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
	// muchMemory is how many bytes are given back to the system at once.
	muchMemory = 50_000_000
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
	opened, err := raster.Open(file, raster.Limits{Pixels: mostPixels, Side: mostBefore})
	if errors.Is(err, raster.ErrTooLarge) {
		return Photo{}, TooLarge(field)
	}
	if err != nil {
		return Photo{}, invalid(field)
	}
	if opened.Memory > muchMemory {
		defer debug.FreeOSMemory() // or the next one would take as much again
	}
	decoded, err := opened.Decode()
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
