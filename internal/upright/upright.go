// Package upright turns photos as the camera that took them was held.
package upright

import (
	"bytes"
	"encoding/binary"
	"image"
)

// Turned returns a picture turned and mirrored as its Exif orientation says, from 1, which is upright, to 8.
func Turned(picture *image.NRGBA, orientation int) *image.NRGBA {
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

// Orientation returns the Exif orientation of a JPEG, PNG or WebP file, 0 if it has none.
func Orientation(file []byte) int {
	switch {
	case bytes.HasPrefix(file, []byte("\xff\xd8")):
		return ofJPEG(file[2:])
	case bytes.HasPrefix(file, []byte("\x89PNG\r\n\x1a\n")):
		return ofPNG(file[8:])
	case len(file) >= 12 && string(file[:4]) == "RIFF" && string(file[8:12]) == "WEBP":
		return ofWebP(file[12:])
	}
	return 0
}

// header precedes the TIFF file in a JPEG segment, and in some WebP files.
const header = "Exif\x00\x00"

// ofJPEG reads the segments after the start of the image.
func ofJPEG(rest []byte) int {
	const (
		application1 = 0xe1
		startOfScan  = 0xda
	)
	for len(rest) >= 4 && rest[0] == 0xff && rest[1] != startOfScan {
		marker, length := rest[1], int(binary.BigEndian.Uint16(rest[2:]))
		if length < 2 || 2+length > len(rest) {
			return 0
		}
		if tiff, isExif := bytes.CutPrefix(rest[4:2+length], []byte(header)); marker == application1 && isExif {
			return ofTIFF(tiff)
		}
		rest = rest[2+length:]
	}
	return 0
}

// ofPNG reads the chunks after the signature: each has a length, a name and a checksum.
func ofPNG(rest []byte) int {
	for len(rest) >= 12 {
		length := uint64(binary.BigEndian.Uint32(rest))
		if length > uint64(len(rest)-12) {
			return 0
		}
		if string(rest[4:8]) == "eXIf" {
			return ofTIFF(rest[8 : 8+length])
		}
		rest = rest[12+length:]
	}
	return 0
}

// ofWebP reads the chunks after the signature: each has a name and a length, and is of an even size.
func ofWebP(rest []byte) int {
	for len(rest) >= 8 {
		length := uint64(binary.LittleEndian.Uint32(rest[4:]))
		if length > uint64(len(rest)-8) {
			return 0
		}
		if string(rest[:4]) == "EXIF" {
			return ofTIFF(bytes.TrimPrefix(rest[8:8+length], []byte(header)))
		}
		rest = rest[min(uint64(len(rest)), 8+length+length%2):]
	}
	return 0
}

// ofTIFF returns the orientation in the first directory of a TIFF file, 0 if it has none.
func ofTIFF(tiff []byte) int {
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
