package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"visavis/internal/picture"
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

func encoded(t *testing.T, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := encode(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func pngOf(t *testing.T, drawn image.Image) []byte {
	return encoded(t, func(file *bytes.Buffer) error { return png.Encode(file, drawn) })
}

func jpegOf(t *testing.T, drawn image.Image) []byte {
	return encoded(t, func(file *bytes.Buffer) error { return jpeg.Encode(file, drawn, nil) })
}

// withExif inserts an Exif block into a JPEG file: its orientation, and where it was taken.
func withExif(file []byte, orientation byte) []byte {
	exif := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00\x00taken at 52.52 N"
	block := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append(bytes.Clone(file[:2]), block...), file[2:]...)
}

// webp is a picture of one pixel.
const webp = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="

func TestPicturesAreEncodedAnew(t *testing.T) {
	transparent := halves(3, 2)
	transparent.SetNRGBA(0, 0, color.NRGBA{})
	tiny, err := base64.StdEncoding.DecodeString(webp)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		name          string
		file          []byte
		contentType   string
		width, height int
	}{
		{"PNG", pngOf(t, halves(30, 20)), picture.PNG, 30, 20},
		{"transparent PNG", pngOf(t, transparent), picture.PNG, 3, 2},
		{"JPEG", jpegOf(t, halves(30, 20)), picture.JPEG, 30, 20},
		{"JPEG of a phone held upright", withExif(jpegOf(t, halves(30, 20)), 6), picture.JPEG, 20, 30},
		{"WebP", tiny, picture.PNG, 1, 1},
		{"wide PNG", pngOf(t, halves(3200, 10)), picture.PNG, 800, 2},
		{"tall PNG", pngOf(t, halves(1, 3200)), picture.PNG, 1, 800},
	} {
		kept, err := picture.Accept(one.file, "content")
		if err != nil || kept.ContentType != one.contentType || kept.Width != one.width || kept.Height != one.height {
			t.Errorf("%s: a %s of %d × %d (%v)", one.name, kept.ContentType, kept.Width, kept.Height, err)
		}
		if decoded, _, err := image.Decode(bytes.NewReader(kept.Content)); err != nil || decoded.Bounds().Dx() != one.width {
			t.Errorf("%s: what is kept is no picture: %v", one.name, err)
		}
		if bytes.Contains(kept.Content, []byte("52.52")) {
			t.Errorf("%s: what is kept tells where it was taken", one.name)
		}
		again, err := picture.Accept(one.file, "content")
		if err != nil || again.ID() != kept.ID() {
			t.Errorf("%s: the same file has another ID (%v)", one.name, err)
		}
	}
}

// TestPicturesStandUpright has the red half of a picture be where the orientation says.
func TestPicturesStandUpright(t *testing.T) {
	for orientation, red := range map[byte]image.Point{
		1: {X: 8, Y: 2}, 2: {X: 8, Y: 2}, 3: {X: 8, Y: 13}, 4: {X: 8, Y: 13},
		5: {X: 2, Y: 8}, 6: {X: 13, Y: 8}, 7: {X: 13, Y: 8}, 8: {X: 2, Y: 8},
	} {
		kept, err := picture.Accept(withExif(jpegOf(t, halves(16, 16)), orientation), "content")
		if err != nil {
			t.Fatal(err)
		}
		decoded, _, err := image.Decode(bytes.NewReader(kept.Content))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, b, _ := decoded.At(red.X, red.Y).RGBA(); r < 0x8000 || b > 0x8000 {
			t.Errorf("orientation %d: %v is not red", orientation, red)
		}
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	animated := encoded(t, func(file *bytes.Buffer) error { return gif.Encode(file, halves(2, 2), nil) })
	huge := pngOf(t, halves(1, 1))
	copy(huge[16:], "\x00\x00\xff\xff\x00\x00\xff\xff") // 65,535 × 65,535 pixels, in its header
	for name, file := range map[string][]byte{
		"nothing":                nil,
		"text":                   []byte("a logo"),
		"HTML":                   []byte("<!doctype html><p>"),
		"GIF":                    animated,
		"a cut JPEG":             jpegOf(t, halves(300, 200))[:400],
		"billions of pixels":     huge,
		"a line of pixels":       pngOf(t, image.NewGray(image.Rect(0, 0, 1, 20_000))),
		"an SVG that is cut":     []byte(svg(`<path d="M0 0"`)),
		"an SVG without a size":  []byte(`<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>`),
		"an SVG with an entity":  []byte(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>` + svg(`<text>&a;</text>`)),
		"an SVG of no namespace": []byte(`<svg width="1" height="1"/>`),
		"a deep SVG":             []byte(svg(strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100))),
		"an SVG in UTF-16":       []byte(`<?xml version="1.0" encoding="UTF-16"?>` + svg("")),
	} {
		_, err := picture.Accept(file, "content")
		expectProblem(t, name, err, problem.PictureInvalid)
	}
	_, err := picture.Accept(make([]byte, picture.MostBytes+1), "content")
	expectProblem(t, "more than is allowed", err, problem.PictureTooLarge)
}

func expectProblem(t *testing.T, name string, err error, want problem.Code) {
	t.Helper()
	found := problem.Of(err)
	if len(found) != 1 || found[0].Code != want || found[0].Field[0] != "content" {
		t.Errorf("%s: %v, want %s", name, err, want)
	}
}

func svg(inner string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40.4 20">` + inner + `</svg>`
}

func TestAnSVGKeepsOnlyWhatDraws(t *testing.T) {
	const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40.4 20">`
	for given, want := range map[string]string{
		`<path d="M0 0h4" fill="#0f5c63"/>`:                                        `<path d="M0 0h4" fill="#0f5c63"></path>`,
		`<g onload="alert(1)" id="a"/>`:                                            `<g id="a"></g>`,
		`<script>alert(1)</script><rect/>`:                                         `<rect></rect>`,
		`<a href="https://elsewhere.example"><rect/></a>`:                          ``,
		`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>`: ``,
		`<image href="https://elsewhere.example/a.png"/>`:                          ``,
		`<use xlink:href="#a"/>`:                                                   `<use href="#a"></use>`,
		`<use href="https://elsewhere.example/a.svg#a"/>`:                          `<use></use>`,
		`<rect fill="url(#a)"/>`:                                                   `<rect fill="url(#a)"></rect>`,
		`<rect fill="url( 'https://elsewhere.example/a')"/>`:                       `<rect></rect>`,
		`<rect style="fill:UR\4c(//elsewhere.example)"/>`:                          `<rect></rect>`,
		`<style>.a{fill:red}</style>`:                                              `<style>.a{fill:red}</style>`,
		`<style>@import "//elsewhere.example";.a{fill:red}</style>`:                `<style></style>`,
		`<style>.a{fill:ur<!-- -->l(//elsewhere.example)}</style>`:                 `<style></style>`,
		`<style>.a{fill:ur<![CDATA[l(//elsewhere.example)]]>}</style>`:             `<style></style>`,
		`<style><desc/>@import "//elsewhere.example"</style>`:                      `<style></style>`,
		`<animate attributeName="href" to="javascript:alert(1)"/><rect/>`:          `<rect></rect>`,
		`<!-- who drew it --><title>A &amp; B</title>`:                             `<title>A &amp; B</title>`,
		`<text font-size="3">&lt;script&gt;</text>`:                                `<text font-size="3">&lt;script&gt;</text>`,
	} {
		kept, err := picture.Accept([]byte(svg(given)), "content")
		if got := string(kept.Content); err != nil || got != start+want+"</svg>" {
			t.Errorf("%s becomes %s (%v)", given, got, err)
		}
		if kept.Width != 40 || kept.Height != 20 {
			t.Errorf("%s is %d × %d", given, kept.Width, kept.Height)
		}
	}
}

func FuzzAccept(f *testing.F) {
	f.Add([]byte(svg(`<g><style>.a{fill:red}</style><use xlink:href="#a"/></g>`)))
	f.Add(withExif([]byte("\xff\xd8\xff\xd9"), 3))
	f.Fuzz(func(t *testing.T, file []byte) {
		kept, err := picture.Accept(file, "content")
		if err != nil {
			return
		}
		if kept.Width < 1 || kept.Height < 1 {
			t.Fatalf("%d × %d", kept.Width, kept.Height)
		}
		again, err := picture.Accept(kept.Content, "content")
		if len(kept.Content) <= picture.MostBytes && err != nil {
			t.Fatalf("what is kept is refused: %v", err)
		}
		if kept.ContentType != picture.SVG {
			return
		}
		if err == nil && !bytes.Equal(again.Content, kept.Content) {
			t.Fatalf("%q becomes %q", kept.Content, again.Content)
		}
		if err := xml.Unmarshal(kept.Content, new(struct{})); err != nil {
			t.Fatalf("%q is no XML: %v", kept.Content, err)
		}
	})
}
