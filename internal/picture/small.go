package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// Face is how the photo of a person stands beside their name, on pages and in mails. It is sharp on fine screens, where it is half as large.
var Face = Bounds{Width: 112, Height: 112, Bytes: 8_000, Cropped: true}

// Bounds limit a small copy of a picture.
type Bounds struct {
	Width, Height int  // in pixels
	Bytes         int  // of the file
	Cropped       bool // to the middle that has the shape of the bounds; otherwise all of the picture is shown
}

// Small returns a copy of a kept picture within bounds. It returns nil for an SVG, which has no pixels, and for a picture that needs more
// bytes even when it is a quarter as large.
func Small(kept Picture, most Bounds) (*Picture, error) {
	if kept.ContentType == SVG {
		return nil, nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(kept.Content))
	if err != nil {
		return nil, err
	}
	from := decoded.Bounds()
	if most.Cropped {
		from = middle(from, most.Width, most.Height)
	}
	width, height := Fit(from.Dx(), from.Dy(), most.Width, most.Height)
	for _, quarters := range []int{4, 3, 2, 1} {
		scaled := image.NewNRGBA(image.Rect(0, 0, max(1, width*quarters/4), max(1, height*quarters/4)))
		draw.CatmullRom.Scale(scaled, scaled.Bounds(), decoded, from, draw.Src, nil)
		small, err := smallest(scaled, kept.ContentType)
		if err != nil {
			return nil, err
		}
		if len(small.Content) <= most.Bytes {
			return &small, nil
		}
	}
	return nil, nil
}

// middle returns the largest part in the middle of a picture that has the shape of a width and a height.
func middle(of image.Rectangle, width, height int) image.Rectangle {
	size := image.Pt(of.Dx(), max(1, of.Dx()*height/width))
	if size.Y > of.Dy() {
		size = image.Pt(max(1, of.Dy()*width/height), of.Dy())
	}
	return image.Rectangle{Max: size}.Add(of.Min).Add(of.Size().Sub(size).Div(2))
}

// Fit returns the size of a picture within bounds: as it is, or made smaller.
func Fit(width, height, mostWidth, mostHeight int) (fitWidth, fitHeight int) {
	if width > mostWidth {
		width, height = mostWidth, height*mostWidth/width
	}
	if height > mostHeight {
		width, height = width*mostHeight/height, mostHeight
	}
	return max(1, width), max(1, height)
}

// smallest encodes a picture as JPEG if that takes fewer bytes or it was one before, otherwise as PNG, which alone may be transparent.
func smallest(drawn *image.NRGBA, contentType string) (Picture, error) {
	small := Picture{ContentType: PNG, Width: drawn.Bounds().Dx(), Height: drawn.Bounds().Dy()}
	var asPNG, asJPEG bytes.Buffer
	if contentType != JPEG {
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&asPNG, drawn); err != nil {
			return Picture{}, err
		}
		small.Content = asPNG.Bytes()
		if !drawn.Opaque() {
			return small, nil
		}
	}
	if err := jpeg.Encode(&asJPEG, drawn, &jpeg.Options{Quality: 85}); err != nil {
		return Picture{}, err
	}
	if contentType == JPEG || asJPEG.Len() < asPNG.Len() {
		small.ContentType, small.Content = JPEG, asJPEG.Bytes()
	}
	return small, nil
}
