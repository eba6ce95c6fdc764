// Package raster opens pictures of pixels, within bounds of what it takes to decode them: a small file can ask for much.
package raster

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // a format of image.Decode
	_ "image/png"  // a format of image.Decode

	_ "golang.org/x/image/webp" // a format of image.Decode
)

// ErrTooLarge is the error of a picture that is beyond the limits.
var ErrTooLarge = errors.New("the picture is too large")

var errEmpty = errors.New("the picture is empty")

// mostMemory is how many bytes a picture may take while it is decoded.
const mostMemory = 200_000_000

// Limits bound what is opened.
type Limits struct {
	Pixels int // in all
	Side   int // pixels of the longer side
}

// A File is a picture that can be decoded.
type File struct {
	Format  string // "jpeg", "png" or "webp"
	Memory  int    // about how many bytes it takes to decode it
	content []byte
}

// Open reads the header of a JPEG, PNG or WebP file. The error is [ErrTooLarge] if it is beyond the limits, or would take much memory or time to
// decode, and another one if it is no such file.
func Open(content []byte, most Limits) (*File, error) {
	described, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	if format != "jpeg" && format != "png" && format != "webp" { // another package may have made image know more
		return nil, image.ErrFormat
	}
	width, height := described.Width, described.Height
	if width <= 0 || height <= 0 {
		return nil, errEmpty
	}
	if max(width, height) > most.Side || width > most.Pixels/height {
		return nil, ErrTooLarge
	}
	file := &File{Format: format, Memory: memoryOf(content, format, described), content: content}
	if file.Memory > mostMemory || bytes.Count(content, startOfScan) > mostScans {
		return nil, ErrTooLarge
	}
	return file, nil
}

// Decode returns the picture.
func (f *File) Decode() (image.Image, error) {
	decoded, _, err := image.Decode(bytes.NewReader(f.content))
	return decoded, err
}
