package contentcoding

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestAccepts(t *testing.T) {
	for _, test := range []struct {
		header string
		want   bool
	}{
		{"", false},
		{"identity", false},
		{"gzip", true},
		{"GZIP", true},
		{"deflate, gzip, br", true},
		{"br,gzip ; q=0.001", true},
		{"gzip;Q=1.0", true},
		{"gzip;q=0", false},
		{"gzip;q=0.000, *", false},
		{"*", true},
		{"*, gzip;q=0", false},
		{"*;q=0", false},
		{"br, *;q=0.1", true},
		{"gzip;q=nonsense", false},
		{"gzip;level=9", false},
		{"xgzip, gzipx, x-gzip", false},
	} {
		header := http.Header{"Accept-Encoding": {test.header}}
		if got := Accepts(header, Gzip); got != test.want {
			t.Errorf("%q accepts gzip: %t, want %t", test.header, got, test.want)
		}
	}
	if Accepts(http.Header{}, Gzip) {
		t.Error("a request without the header accepts gzip")
	}
	if !Accepts(http.Header{"Accept-Encoding": {"br", "gzip"}}, Gzip) {
		t.Error("the second line of the header is ignored")
	}
}

// Any decoder reads what is written, also by a writer that is used again.
func TestCompress(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("A salon opens at nine. ", 10_000)} {
		half := len(text) / 2
		compressed := Compress([]byte(text[:half]), []byte(text[half:]))
		reader, err := gzip.NewReader(bytes.NewReader(compressed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(reader); string(got) != text || err != nil {
			t.Errorf("%d bytes become %d (%v)", len(text), len(got), err)
		}
		if len(text) > Smallest && len(compressed) > len(text)/50 {
			t.Errorf("%d bytes are compressed to %d", len(text), len(compressed))
		}
	}
}
