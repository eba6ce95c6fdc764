package raster_test

import (
	"bytes"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"visavis/internal/raster"
)

func encoded(t *testing.T, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := encode(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// progressive returns the headers of a progressive JPEG of three colors with so many scans.
func progressive(side uint16, scans int) []byte {
	high, low := byte(side>>8), byte(side)
	file := []byte{0xff, 0xd8, 0xff, 0xc2, 0, 17, 8, high, low, high, low, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0}
	return append(file, bytes.Repeat([]byte{0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0}, scans)...)
}

func TestOpen(t *testing.T) {
	asPNG := func(picture image.Image) []byte {
		return encoded(t, func(file *bytes.Buffer) error { return png.Encode(file, picture) })
	}
	asJPEG := encoded(t, func(file *bytes.Buffer) error { return jpeg.Encode(file, image.NewRGBA(image.Rect(0, 0, 30, 20)), nil) })
	asGIF := encoded(t, func(file *bytes.Buffer) error { return gif.Encode(file, image.NewGray(image.Rect(0, 0, 2, 2)), nil) })
	most := raster.Limits{Pixels: 50_000_000, Side: 10_000}
	for _, one := range []struct {
		name   string
		file   []byte
		most   raster.Limits
		memory int // -1: it is too large; 0: it is no picture
	}{
		{"JPEG", asJPEG, most, 30 * 20 * 3},
		{"gray PNG", asPNG(image.NewGray(image.Rect(0, 0, 30, 20))), most, 30 * 20},
		{"PNG of fine colors", asPNG(image.NewNRGBA64(image.Rect(0, 0, 30, 20))), most, 30 * 20 * 8},
		{"progressive JPEG", progressive(100, 1), most, 100 * 100 * 15},
		{"progressive JPEG as a phone may write it", progressive(3600, 10), most, 3600 * 3600 * 15},
		{"small file that asks for much memory", progressive(3700, 1), most, -1},
		{"small file that asks for much time", progressive(100, 101), most, -1},
		{"as long as is allowed", asJPEG, raster.Limits{Pixels: 600, Side: 30}, 30 * 20 * 3},
		{"a side too long", asJPEG, raster.Limits{Pixels: 600, Side: 29}, -1},
		{"a pixel too many", asJPEG, raster.Limits{Pixels: 599, Side: 30}, -1},
		{"GIF", asGIF, most, 0},
		{"text", []byte("a picture"), most, 0},
		{"nothing", nil, most, 0},
	} {
		file, err := raster.Open(one.file, one.most)
		switch {
		case one.memory < 0:
			if !errors.Is(err, raster.ErrTooLarge) {
				t.Errorf("%s: %v, want it too large", one.name, err)
			}
		case one.memory == 0:
			if err == nil || errors.Is(err, raster.ErrTooLarge) {
				t.Errorf("%s: %v, want another error", one.name, err)
			}
		case err != nil || file.Memory != one.memory:
			t.Errorf("%s: %+v (%v), want %d bytes", one.name, file, err, one.memory)
		}
	}
}
