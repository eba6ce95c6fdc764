// Package contentcoding compresses responses for clients that accept it.
package contentcoding

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// Gzip is the content coding that every browser accepts.
const Gzip = "gzip"

// Smallest is the length in bytes from which compressing is worth it: shorter responses fit into one packet anyway.
const Smallest = 1 << 10

// Accepts reports whether the request accepts a response in the coding: its quality, or else that of "*", is above zero.
func Accepts(request http.Header, coding string) bool {
	accepted := false
	for _, line := range request["Accept-Encoding"] {
		for offer := range strings.SplitSeq(line, ",") {
			name, parameters, _ := strings.Cut(offer, ";")
			switch name = strings.TrimSpace(name); {
			case strings.EqualFold(name, coding):
				return isPositive(parameters)
			case name == "*":
				accepted = isPositive(parameters)
			}
		}
	}
	return accepted
}

// isPositive reports whether the parameters of an offer have no quality, or one above zero.
func isPositive(parameters string) bool {
	name, value, weighted := strings.Cut(parameters, "=")
	if !weighted || !strings.EqualFold(strings.TrimSpace(name), "q") {
		return strings.TrimSpace(parameters) == ""
	}
	quality, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return err == nil && quality > 0
}

// level compresses lists of start times to a thirtieth at nearly a gigabyte per second. Higher levels save few bytes more.
const level = 3

var writers = sync.Pool{New: func() any {
	writer, err := gzip.NewWriterLevel(io.Discard, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	return writer
}}

// Compress returns the pieces together, compressed by [Gzip].
func Compress(pieces ...[]byte) []byte {
	var compressed bytes.Buffer
	writer := writers.Get().(*gzip.Writer)
	defer writers.Put(writer)
	writer.Reset(&compressed)
	for _, piece := range pieces {
		_, _ = writer.Write(piece) // a buffer returns no errors
	}
	_ = writer.Close()
	return compressed.Bytes()
}
