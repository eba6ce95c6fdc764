package photo_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"visavis/internal/photo"
	"visavis/internal/problem"
)

// halves returns a picture that is red above and blue below.
func halves(width, height int) *image.NRGBA {
	drawn := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: 255, A: 255}
			if y >= height/2 {
				c = color.NRGBA{B: 255, A: 255}
			}
			drawn.SetNRGBA(x, y, c)
		}
	}
	return drawn
}

func encoded(t testing.TB, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := encode(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func pngOf(t testing.TB, drawn image.Image) []byte {
	return encoded(t, func(file *bytes.Buffer) error { return png.Encode(file, drawn) })
}

func jpegOf(t testing.TB, drawn image.Image) []byte {
	return encoded(t, func(file *bytes.Buffer) error { return jpeg.Encode(file, drawn, nil) })
}

// webpOf is a picture of one pixel.
func webpOf(t testing.TB) []byte {
	file, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// withExif inserts an Exif block into a JPEG file: its orientation, and where it was taken.
func withExif(file []byte, orientation byte) []byte {
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00\x00GPS 52.52 N"
	block := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append(bytes.Clone(file[:2]), block...), file[2:]...)
}

// progressiveOf returns the headers of a progressive JPEG file of so many pixels, colors and scans.
func progressiveOf(width, height uint16, colors byte, scans int) []byte {
	file := []byte{0xff, 0xd8, 0xff, 0xc2, 0, 8 + 3*colors, 8, byte(height >> 8), byte(height), byte(width >> 8), byte(width), colors}
	for i := range colors {
		file = append(file, i+1, 0x11, 0)
	}
	return append(file, bytes.Repeat([]byte{0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0}, scans)...)
}

// deepPNG returns a PNG file that claims so many pixels of 16 bits a color.
func deepPNG(t testing.TB, width, height uint32, isInterlaced bool) []byte {
	file := claiming(t, width, height)
	file[24], file[25] = 16, 6
	if isInterlaced {
		file[28] = 1
	}
	return withSum(file)
}

// claiming returns a PNG file that claims so many pixels in its header.
func claiming(t testing.TB, width, height uint32) []byte {
	file := pngOf(t, halves(1, 1))
	for i, side := range []uint32{width, height} {
		copy(file[16+4*i:], []byte{byte(side >> 24), byte(side >> 16), byte(side >> 8), byte(side)})
	}
	return withSum(file)
}

// withSum sets the checksum of the header of a PNG file.
func withSum(file []byte) []byte {
	sum := crc32.ChecksumIEEE(file[12:29])
	copy(file[29:], []byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
	return file
}

func TestPhotosAreEncodedAnew(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 30, 20))
	for _, one := range []struct {
		name          string
		file          []byte
		width, height int
	}{
		{"JPEG", jpegOf(t, halves(30, 20)), 30, 20},
		{"PNG", pngOf(t, halves(30, 20)), 30, 20},
		{"WebP", webpOf(t), 1, 1},
		{"transparent PNG", pngOf(t, clear), 30, 20},
		{"grey PNG", pngOf(t, image.NewGray16(image.Rect(0, 0, 30, 20))), 30, 20},
		{"JPEG of a phone held upright", withExif(jpegOf(t, halves(30, 20)), 6), 20, 30},
		{"as large as is kept", jpegOf(t, halves(2048, 10)), 2048, 10},
		{"a little larger", jpegOf(t, halves(2049, 1024)), 2048, 1023},
		{"half as large again", jpegOf(t, halves(3000, 2000)), 2048, 1365},
		{"more than twice as large", jpegOf(t, halves(60, 4200)), 29, 2048},
		{"a line of pixels", pngOf(t, image.NewGray(image.Rect(0, 0, 1, 20_000))), 1, 2048},
	} {
		kept, err := photo.Encode(one.file, "file")
		if err != nil || kept.Width != one.width || kept.Height != one.height {
			t.Errorf("%s: %d × %d (%v), want %d × %d", one.name, kept.Width, kept.Height, err, one.width, one.height)
			continue
		}
		described, format, err := image.DecodeConfig(bytes.NewReader(kept.Content))
		if err != nil || format != "jpeg" || described.Width != one.width || described.Height != one.height {
			t.Errorf("%s: what is kept is a %s of %d × %d (%v)", one.name, format, described.Width, described.Height, err)
		}
		for _, metadata := range []string{"52.52", "Exif"} {
			if bytes.Contains(kept.Content, []byte(metadata)) {
				t.Errorf("%s: what is kept has %s", one.name, metadata)
			}
		}
	}
}

func TestPhotosStandUpright(t *testing.T) {
	for orientation, red := range map[byte]image.Point{
		0: {X: 8, Y: 2}, 1: {X: 8, Y: 2}, 2: {X: 8, Y: 2}, 3: {X: 8, Y: 13}, 4: {X: 8, Y: 13},
		5: {X: 2, Y: 8}, 6: {X: 13, Y: 8}, 7: {X: 13, Y: 8}, 8: {X: 2, Y: 8}, 9: {X: 8, Y: 2},
	} {
		kept, err := photo.Encode(withExif(jpegOf(t, halves(16, 16)), orientation), "file")
		if err != nil {
			t.Fatal(err)
		}
		if got := colorAt(t, kept, red); got != "red" {
			t.Errorf("orientation %d: %v is %s", orientation, red, got)
		}
	}
}

func TestColorsStay(t *testing.T) {
	for name, file := range map[string][]byte{
		"as it is": jpegOf(t, halves(40, 40)), "smaller": jpegOf(t, halves(400, 3000)), "much smaller": pngOf(t, halves(100, 9001)),
	} {
		kept, err := photo.Encode(file, "file")
		if err != nil {
			t.Fatal(err)
		}
		above, below := colorAt(t, kept, image.Pt(kept.Width-1, 0)), colorAt(t, kept, image.Pt(kept.Width-1, kept.Height-1))
		if above != "red" || below != "blue" {
			t.Errorf("%s: %s above and %s below", name, above, below)
		}
	}
	kept, err := photo.Encode(pngOf(t, image.NewNRGBA(image.Rect(0, 0, 9, 9))), "file")
	if err != nil || colorAt(t, kept, image.Pt(4, 4)) != "white" {
		t.Errorf("what is transparent is not white (%v)", err)
	}
}

func colorAt(t *testing.T, of photo.Photo, at image.Point) string {
	t.Helper()
	decoded, err := jpeg.Decode(bytes.NewReader(of.Content))
	if err != nil {
		t.Fatal(err)
	}
	const much, little = 0xe000, 0x2000
	switch r, g, b, _ := decoded.At(at.X, at.Y).RGBA(); {
	case r > much && g > much && b > much:
		return "white"
	case r > much && g < little && b < little:
		return "red"
	case b > much && g < little && r < little:
		return "blue"
	default:
		return "another color"
	}
}

func TestWhatIsNoPhotoIsRefused(t *testing.T) {
	for _, one := range []struct {
		name string
		file []byte
		want problem.Code
	}{
		{"nothing", nil, problem.PhotoInvalid},
		{"text", []byte("a photo"), problem.PhotoInvalid},
		{"HTML", []byte("<!doctype html><p>"), problem.PhotoInvalid},
		{"SVG", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`), problem.PhotoInvalid},
		{"GIF", encoded(t, func(file *bytes.Buffer) error { return gif.Encode(file, halves(2, 2), nil) }), problem.PhotoInvalid},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), problem.PhotoInvalid},
		{"a cut JPEG", jpegOf(t, halves(300, 200))[:400], problem.PhotoInvalid},
		{"a cut PNG", pngOf(t, halves(300, 200))[:60], problem.PhotoInvalid},
		{"a cut WebP", webpOf(t)[:30], problem.PhotoInvalid},
		{"a PNG without a side", claiming(t, 0, 1), problem.PhotoInvalid},
		{"a bomb of 60,000 × 60,000", claiming(t, 60_000, 60_000), problem.PhotoTooLarge},
		{"a bomb of 32,000 × 32,000", claiming(t, 32_000, 32_000), problem.PhotoTooLarge},
		{"a long bomb", claiming(t, 1, 40_000), problem.PhotoTooLarge},
		{"a progressive bomb of 7,000 × 7,000", progressiveOf(7000, 7000, 3, 1), problem.PhotoTooLarge},
		{"a bomb of many passes", progressiveOf(100, 100, 1, 101), problem.PhotoTooLarge},
		{"a bomb of deep colors", deepPNG(t, 6000, 6000, false), problem.PhotoTooLarge},
		{"a bomb of deep colors in passes", deepPNG(t, 4000, 4000, true), problem.PhotoTooLarge},
		{"no bomb, but without pixels", progressiveOf(3000, 4000, 3, 10), problem.PhotoInvalid},
		{"no bomb, but nothing follows", deepPNG(t, 4000, 4000, false), problem.PhotoInvalid},
		{"more bytes than allowed", append(jpegOf(t, halves(8, 8)), make([]byte, photo.MostBytes)...), problem.PhotoTooLarge},
	} {
		_, err := photo.Encode(one.file, "file")
		found := problem.Of(err)
		if len(found) != 1 || found[0].Code != one.want || found[0].Field[0] != "file" {
			t.Errorf("%s: %v, want %s", one.name, err, one.want)
		}
	}
}

func TestWaitingForATurnEndsWithTheContext(t *testing.T) {
	encoder := photo.NewEncoder()
	if kept, err := encoder.Encode(t.Context(), jpegOf(t, halves(8, 8)), "file"); err != nil || kept.Width != 8 {
		t.Errorf("%v, %v", kept, err)
	}
	free := encoder.Occupy()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := encoder.Encode(ctx, jpegOf(t, halves(8, 8)), "file"); !errors.Is(err, context.Canceled) {
		t.Errorf("while another is encoded: %v", err)
	}
	free()
	if _, err := encoder.Encode(t.Context(), jpegOf(t, halves(8, 8)), "file"); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func FuzzEncode(f *testing.F) {
	for _, file := range [][]byte{
		jpegOf(f, halves(9, 5)), withExif(jpegOf(f, halves(9, 5)), 6), pngOf(f, halves(9, 5)), webpOf(f), claiming(f, 60_000, 60_000), nil,
	} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		kept, err := photo.Encode(file, "file")
		if err != nil {
			if len(problem.Of(err)) != 1 {
				t.Fatalf("no problem, but %v", err)
			}
			return
		}
		described, format, err := image.DecodeConfig(bytes.NewReader(kept.Content))
		if err != nil || format != "jpeg" || described.Width != kept.Width || described.Height != kept.Height || max(kept.Width, kept.Height) > 2048 {
			t.Fatalf("%d × %d: %s %v (%v)", kept.Width, kept.Height, format, described, err)
		}
	})
}
