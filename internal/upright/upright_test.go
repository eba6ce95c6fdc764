package upright_test

import (
	"encoding/binary"
	"strings"
	"testing"

	"visavis/internal/upright"
)

// tiff has one entry: the orientation.
func tiff(order binary.AppendByteOrder, mark string, orientation uint16) string {
	file := order.AppendUint16([]byte(mark), 42)
	file = order.AppendUint32(file, 8)
	file = order.AppendUint16(file, 1)
	file = order.AppendUint16(order.AppendUint16(file, 0x0112), 3)
	file = order.AppendUint32(file, 1)
	return string(order.AppendUint16(file, orientation)) + "\x00\x00"
}

func TestOrientationsAreFoundInEveryFormat(t *testing.T) {
	little, big := tiff(binary.LittleEndian, "II", 6), tiff(binary.BigEndian, "MM", 6)
	jpeg := func(exif string) string {
		return "\xff\xd8\xff\xe0\x00\x04ab\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(exif)+8))) + "Exif\x00\x00" + exif + "\xff\xda\x00\x00"
	}
	png := func(exif string) string {
		return "\x89PNG\r\n\x1a\n\x00\x00\x00\x01IHDRxsumm" + string(binary.BigEndian.AppendUint32(nil, uint32(len(exif)))) + "eXIf" + exif + "summ"
	}
	webp := func(exif string) string {
		return "RIFFsizeWEBPVP8X\x01\x00\x00\x00x\x00EXIF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(exif)))) + exif
	}
	for name, test := range map[string]struct {
		file string
		want int
	}{
		"JPEG":                         {jpeg(little), 6},
		"JPEG, the other byte order":   {jpeg(big), 6},
		"PNG":                          {png(big), 6},
		"WebP":                         {webp(little), 6},
		"WebP with the header of JPEG": {webp("Exif\x00\x00" + little), 6},
		"cut in the directory":         {webp(little[:14]), 0},
		"a length past the end":        {strings.TrimSuffix(png(big), "summ"), 0},
		"a directory past the end":     {jpeg("II*\x00\xff\xff\xff\xff"), 0},
		"another tag":                  {jpeg(strings.Replace(little, "\x12\x01", "\x13\x01", 1)), 0},
		"no picture":                   {"Exif\x00\x00" + little, 0},
		"nothing":                      {"", 0},
	} {
		if got := upright.Orientation([]byte(test.file)); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
}
