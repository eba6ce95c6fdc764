package raster

import (
	"bytes"
	"image"
	"image/color"
)

const (
	// mostScans is how many passes over its pixels a JPEG may have. Cameras and programs write about ten at most; each takes time.
	mostScans = 100
	// interlacing is where a PNG says whether it is interlaced.
	interlacing = 28
)

// Markers of JPEG files. They occur in no data of pixels, but perhaps in metadata: then a file is taken for more than it is.
var (
	startOfScan = []byte{0xff, 0xda}
	progressive = []byte{0xff, 0xc2}
)

// memoryOf returns about how many bytes it takes to decode a file of a format.
func memoryOf(file []byte, format string, described image.Config) int {
	pixels := described.Width * described.Height
	switch format {
	case "jpeg":
		return pixels * bytesInJPEG(described.ColorModel, bytes.Contains(file, progressive))
	case "png":
		if len(file) > interlacing && file[interlacing] != 0 {
			pixels *= 2 // the picture, and one pass after the other
		}
		return pixels * bytesInPNG(described.ColorModel)
	default: // WebP
		return pixels * 4
	}
}

// bytesInJPEG returns how many bytes a pixel takes, if every color is as fine as the picture.
func bytesInJPEG(model color.Model, isProgressive bool) int {
	colors, converted := 3, 0
	switch model {
	case color.GrayModel:
		colors = 1
	case color.CMYKModel:
		colors, converted = 4, 4
	case color.RGBAModel:
		converted = 4
	}
	if isProgressive {
		return colors*(1+4) + converted // all coefficients are kept until the last scan
	}
	return colors + converted
}

// bytesInPNG returns how many bytes a pixel takes.
func bytesInPNG(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.RGBAModel, color.NRGBAModel:
		return 4
	case color.Gray16Model:
		return 2
	default: // gray, or a palette
		return 1
	}
}
