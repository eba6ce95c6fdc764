package picture

import (
	"encoding/binary"
	"image"
)

// upright turns and mirrors a picture as its Exif orientation says, from 1, which is upright, to 8.
func upright(picture *image.NRGBA, orientation int) *image.NRGBA {
	if orientation < 2 || orientation > 8 {
		return picture
	}
	width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
	isTurned := orientation >= 5 // by a quarter
	turned := image.Rect(0, 0, width, height)
	if isTurned {
		turned = image.Rect(0, 0, height, width)
	}
	result := image.NewNRGBA(turned)
	for y := range height {
		for x := range width {
			toX, toY := x, y
			switch orientation {
			case 2:
				toX = width - 1 - x
			case 3:
				toX, toY = width-1-x, height-1-y
			case 4:
				toY = height - 1 - y
			case 5:
				toX, toY = y, x
			case 6:
				toX, toY = height-1-y, x
			case 7:
				toX, toY = height-1-y, width-1-x
			case 8:
				toX, toY = y, width-1-x
			}
			result.SetNRGBA(toX, toY, picture.NRGBAAt(x, y))
		}
	}
	return result
}

// orientation returns the Exif orientation of a JPEG file, 0 if it has none.
func orientation(jpeg []byte) int {
	const (
		application1 = 0xe1
		startOfScan  = 0xda
		header       = "Exif\x00\x00"
	)
	rest := jpeg[2:] // after the start of the image
	for len(rest) >= 4 && rest[0] == 0xff && rest[1] != startOfScan {
		marker, length := rest[1], int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || 2+length > len(rest) {
			return 0
		}
		if segment := rest[4 : 2+length]; marker == application1 && len(segment) > len(header) && string(segment[:len(header)]) == header {
			return orientationOf(segment[len(header):])
		}
		rest = rest[2+length:]
	}
	return 0
}

// orientationOf returns the orientation in the first directory of a TIFF file, 0 if it has none.
func orientationOf(tiff []byte) int {
	const (
		entrySize      = 12
		orientationTag = 0x0112
	)
	var order binary.ByteOrder = binary.LittleEndian
	if len(tiff) < 8 {
		return 0
	}
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	start := uint64(order.Uint32(tiff[4:]))
	if start+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[start+2:]
	for range order.Uint16(tiff[start:]) {
		if len(entries) < entrySize {
			return 0
		}
		if order.Uint16(entries) == orientationTag {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[entrySize:]
	}
	return 0
}
