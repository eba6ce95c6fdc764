package photo

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	scaling "golang.org/x/image/draw"
)

// fitted returns a copy of a photo on white, whose sides are at most mostSide.
func fitted(photo image.Image) *image.NRGBA {
	width, height := photo.Bounds().Dx(), photo.Bounds().Dy()
	longest := max(width, height, mostSide)
	scaled := func(side int) int { return max(1, side*mostSide/longest) }
	smaller := averaged(photo, longest/mostSide)
	if smaller.Bounds() == image.Rect(0, 0, scaled(width), scaled(height)) {
		return smaller
	}
	result := image.NewNRGBA(image.Rect(0, 0, scaled(width), scaled(height)))
	// What is left to do is less than by half, where this one looks at every pixel, and takes no memory of its own.
	scaling.ApproxBiLinear.Scale(result, result.Bounds(), smaller, smaller.Bounds(), draw.Src, nil)
	return result
}

// averaged returns a copy of a photo on white, in which each pixel is the average of a square of so many by so many. It reads the photo by
// rows of squares, so that a large one is not copied as a whole.
func averaged(photo image.Image, side int) *image.NRGBA {
	from := photo.Bounds()
	small := image.NewNRGBA(image.Rect(0, 0, (from.Dx()+side-1)/side, (from.Dy()+side-1)/side))
	row := image.NewRGBA(image.Rect(0, 0, from.Dx(), min(side, from.Dy())))
	for y := range small.Bounds().Dy() {
		squares := image.Rect(0, 0, from.Dx(), min(side, from.Dy()-y*side))
		draw.Draw(row, squares, image.White, image.Point{}, draw.Src)
		draw.Draw(row, squares, photo, from.Min.Add(image.Pt(0, y*side)), draw.Over)
		for x := range small.Bounds().Dx() {
			square := image.Rect(x*side, 0, (x+1)*side, side).Intersect(squares)
			copy(small.Pix[small.PixOffset(x, y):], average(row, square))
		}
	}
	return small
}

// average returns the average of the pixels of a part of an opaque picture: red, green, blue and alpha.
func average(of *image.RGBA, part image.Rectangle) []byte {
	var red, green, blue int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		pixels := of.Pix[of.PixOffset(part.Min.X, y):][:4*part.Dx()]
		for at := 0; at < len(pixels); at += 4 {
			red, green, blue = red+int(pixels[at]), green+int(pixels[at+1]), blue+int(pixels[at+2])
		}
	}
	count := part.Dx() * part.Dy()
	return []byte{byte(red / count), byte(green / count), byte(blue / count), 0xff}
}

func encoded(photo *image.NRGBA) (Photo, error) {
	var file bytes.Buffer
	err := jpeg.Encode(&file, photo, &jpeg.Options{Quality: 88})
	return Photo{photo.Bounds().Dx(), photo.Bounds().Dy(), file.Bytes()}, err
}
