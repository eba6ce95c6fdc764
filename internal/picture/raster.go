package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"visavis/internal/raster"
	"visavis/internal/upright"
)

// ofPixels decodes a picture of pixels, if there are not too many, makes it smaller, and encodes it anew: as PNG if some of it is
// transparent or it was a PNG before, otherwise as JPEG.
func ofPixels(content []byte) (Picture, error) {
	file, err := raster.Open(content, raster.Limits{Pixels: mostPixels, Side: mostBefore})
	if err != nil {
		return Picture{}, err
	}
	decoded, err := file.Decode()
	if err != nil {
		return Picture{}, err
	}
	small := smaller(decoded)
	if file.Format == "jpeg" {
		small = upright.Turned(small, upright.Orientation(content))
	}
	kept := Picture{ContentType: JPEG, Width: small.Bounds().Dx(), Height: small.Bounds().Dy()}
	var encoded bytes.Buffer
	if file.Format == "png" || !small.Opaque() {
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
