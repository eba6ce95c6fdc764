package transport

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

const (
	mediaTypeJSON        = "application/json"
	mediaTypeResponse    = "application/graphql-response+json"
	mediaTypeEventStream = "text/event-stream"
)

// A mediaRange is one member of an Accept header.
type mediaRange struct {
	mediaType string
	quality   float64
}

// mediaRanges returns what the request accepts, in the client's order. It skips
// malformed members and those that ask for an encoding other than UTF-8.
func mediaRanges(header http.Header) []mediaRange {
	var ranges []mediaRange
	for member := range strings.SplitSeq(strings.Join(header.Values("Accept"), ","), ",") {
		mediaType, parameters, err := mime.ParseMediaType(member)
		if err != nil || !isUTF8(parameters) {
			continue
		}
		quality := 1.0
		if text, ok := parameters["q"]; ok {
			if quality, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		ranges = append(ranges, mediaRange{mediaType, quality})
	}
	return ranges
}

func isUTF8(parameters map[string]string) bool {
	charset, ok := parameters["charset"]
	return !ok || strings.EqualFold(charset, "utf-8")
}

// negotiate returns the media type of a response over plain HTTP. GraphQL's media
// type wins if it is named with at least the quality of JSON; a client that
// accepts anything gets plain JSON, as it probably knows nothing newer.
func negotiate(header http.Header) (mediaType string, ok bool) {
	if len(header.Values("Accept")) == 0 {
		return mediaTypeJSON, true
	}
	ranges := mediaRanges(header)
	plain, _ := qualityOf(ranges, mediaTypeJSON)
	response, named := qualityOf(ranges, mediaTypeResponse)
	switch {
	case response > plain, response == plain && named && response > 0:
		return mediaTypeResponse, true
	case plain > 0:
		return mediaTypeJSON, true
	}
	return mediaTypeJSON, false
}

// qualityOf returns the quality from the most specific range that matches the media
// type, and whether that range names it without a wildcard.
func qualityOf(ranges []mediaRange, mediaType string) (quality float64, named bool) {
	family, _, _ := strings.Cut(mediaType, "/")
	for _, pattern := range []string{mediaType, family + "/*", "*/*"} {
		for _, candidate := range ranges {
			if candidate.mediaType == pattern {
				return candidate.quality, pattern == mediaType
			}
		}
	}
	return 0, false
}

// prefersEventStream reports whether the client prefers an event stream to JSON.
// Several clients list both on every request and expect a plain response.
func prefersEventStream(header http.Header) bool {
	best := mediaRange{}
	for _, candidate := range mediaRanges(header) {
		switch candidate.mediaType {
		case mediaTypeJSON, mediaTypeResponse, mediaTypeEventStream:
			if candidate.quality > best.quality {
				best = candidate
			}
		}
	}
	return best.mediaType == mediaTypeEventStream
}

// upgradesToWebSocket reports whether the request asks for a WebSocket. Other upgrades
// do not count: some HTTP clients offer HTTP/2 with every request.
func upgradesToWebSocket(request *http.Request) bool {
	for protocol := range strings.SplitSeq(strings.Join(request.Header.Values("Upgrade"), ","), ",") {
		if strings.EqualFold(strings.TrimSpace(protocol), "websocket") {
			return true
		}
	}
	return false
}
