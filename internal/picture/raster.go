package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // a format of image.Decode

	"visavis/internal/upright"
)

var (
	errTooManyPixels = errors.New("the picture has too many pixels")
	errEmpty         = errors.New("the picture is empty")
)

// raster decodes a picture of pixels, if there are not too many, makes it smaller, and encodes it anew: as PNG if some of it is
// transparent or it was a PNG before, otherwise as JPEG.
func raster(content []byte) (Picture, error) {
	described, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return Picture{}, err
	}
	if format != "png" && format != "jpeg" && format != "webp" { // another package may have made image know more
		return Picture{}, image.ErrFormat
	}
	if described.Width <= 0 || described.Height <= 0 {
		return Picture{}, errEmpty
	}
	if max(described.Width, described.Height) > mostBefore || described.Width > mostPixels/described.Height {
		return Picture{}, errTooManyPixels
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return Picture{}, err
	}
	small := smaller(decoded)
	if format == "jpeg" {
		small = upright.Turned(small, upright.Orientation(content))
	}
	kept := Picture{ContentType: JPEG, Width: small.Bounds().Dx(), Height: small.Bounds().Dy()}
	var encoded bytes.Buffer
	if format == "png" || !small.Opaque() {
		kept.ContentType = PNG
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		err = encoder.Encode(&encoded, small)
	} else {
		err = jpeg.Encode(&encoded, small, &jpeg.Options{Quality: 88})
	}
	kept.Content = encoded.Bytes()
	return kept, err
}

// smaller returns a copy of a picture whose sides are at most mostSide.
func smaller(picture image.Image) *image.NRGBA {
	from := picture.Bounds()
	longest := max(from.Dx(), from.Dy(), mostSide)
	scaled := func(side int) int { return max(1, side*mostSide/longest) }
	small := image.NewNRGBA(image.Rect(0, 0, scaled(from.Dx()), scaled(from.Dy())))
	draw.CatmullRom.Scale(small, small.Bounds(), picture, from, draw.Src, nil)
	return small
}
