package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"visavis/internal/picture"
)

// noise returns a picture that hardly gets smaller by compression.
func noise(width, height int, alpha uint8) *image.NRGBA {
	random := rand.New(rand.NewPCG(1, 2))
	drawn := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			drawn.SetNRGBA(x, y, color.NRGBA{R: uint8(random.Uint32()), G: uint8(random.Uint32()), B: uint8(random.Uint32()), A: alpha})
		}
	}
	return drawn
}

func TestSmallCopies(t *testing.T) {
	logo, photo := picture.Bounds{Width: 480, Height: 144, Bytes: 20_000}, picture.Bounds{Width: 96, Height: 96, Bytes: 8_000, Cropped: true}
	transparent := halves(800, 800)
	transparent.SetNRGBA(0, 0, color.NRGBA{})
	for _, one := range []struct {
		name          string
		contentType   string
		content       []byte
		within        picture.Bounds
		want          string
		width, height int // 0: there is no copy
	}{
		{"as large as it was", picture.PNG, pngOf(t, halves(30, 20)), logo, picture.PNG, 30, 20},
		{"too wide", picture.JPEG, jpegOf(t, halves(800, 80)), logo, picture.JPEG, 480, 48},
		{"too tall", picture.PNG, pngOf(t, transparent), logo, picture.PNG, 144, 144},
		{"a line", picture.PNG, pngOf(t, halves(800, 1)), logo, picture.PNG, 480, 1},
		{"many bytes", picture.PNG, pngOf(t, noise(800, 240, 255)), logo, picture.JPEG, 240, 72},
		{"many bytes, transparent", picture.PNG, pngOf(t, noise(800, 240, 100)), logo, picture.PNG, 120, 36},
		{"too many bytes", picture.PNG, pngOf(t, noise(400, 400, 100)), picture.Bounds{Width: 400, Height: 400, Bytes: 1_000}, "", 0, 0},
		{"a drawing", picture.SVG, []byte("<svg/>"), logo, "", 0, 0},
		{"cropped, wide", picture.JPEG, jpegOf(t, halves(800, 400)), photo, picture.JPEG, 96, 96},
		{"cropped, tall", picture.JPEG, jpegOf(t, halves(40, 400)), photo, picture.JPEG, 40, 40},
	} {
		t.Run(one.name, func(t *testing.T) {
			small, err := picture.Small(picture.Picture{ContentType: one.contentType, Content: one.content}, one.within)
			if err != nil {
				t.Fatal(err)
			}
			if small == nil {
				if one.width != 0 {
					t.Fatal("there is no copy")
				}
				return
			}
			decoded, format, err := image.Decode(bytes.NewReader(small.Content))
			if err != nil {
				t.Fatal(err)
			}
			if small.ContentType != one.want || "image/"+format != one.want || small.Width != one.width || small.Height != one.height || decoded.Bounds().Size() != image.Pt(one.width, one.height) {
				t.Errorf("it is %s of %dx%d, a %s of %v", small.ContentType, small.Width, small.Height, format, decoded.Bounds().Size())
			}
			if len(small.Content) > one.within.Bytes {
				t.Errorf("it has %d bytes", len(small.Content))
			}
		})
	}
	if _, err := picture.Small(picture.Picture{ContentType: picture.PNG, Content: []byte("none")}, logo); err == nil {
		t.Error("what is no picture has a copy")
	}
}

// The middle of a picture that is red above and blue below is half of each.
func TestWhatIsCroppedIsTheMiddle(t *testing.T) {
	small, err := picture.Small(picture.Picture{ContentType: picture.PNG, Content: pngOf(t, halves(20, 100))}, picture.Bounds{Width: 10, Height: 10, Bytes: 8_000, Cropped: true})
	if err != nil {
		t.Fatal(err)
	}
	decoded, _, err := image.Decode(bytes.NewReader(small.Content))
	if err != nil {
		t.Fatal(err)
	}
	isRed := func(x, y int) bool { red, _, blue, _ := decoded.At(x, y).RGBA(); return red > blue }
	if !isRed(5, 0) || isRed(5, 9) {
		t.Error("the middle is not half red, half blue")
	}
}
