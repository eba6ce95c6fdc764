package frontend

import (
	"bytes"
	"context"
)

// Head is what a page tells about the salon before its scripts run, as HTML.
type Head struct {
	Meta   []byte // title, description and what programs read, instead of the page's own; nil: those
	Style  []byte // a style element
	Header []byte // shown above the page's content
}

// Nonce stands for the response's nonce in a [Head].
const Nonce = noncePlaceholder

// Marks in built pages.
var (
	metaStart = []byte("<!--meta-->")
	metaEnd   = []byte("<!--/meta-->")
	header    = []byte("<!--header-->")
)

type headKey struct{}

// WithHead returns a context whose page has the head.
func WithHead(ctx context.Context, head Head) context.Context {
	return context.WithValue(ctx, headKey{}, head)
}

// Written returns a built page with the head of the context, or with its own.
func Written(ctx context.Context, content []byte) []byte {
	head, _ := ctx.Value(headKey{}).(Head)
	if start, end := bytes.Index(content, metaStart), bytes.Index(content, metaEnd); head.Meta != nil && 0 <= start && start < end {
		content = bytes.Join([][]byte{content[:start], head.Meta, content[end:]}, nil)
	}
	content = bytes.Replace(content, metaStart, nil, 1)
	content = bytes.Replace(content, metaEnd, head.Style, 1)
	return bytes.Replace(content, header, head.Header, 1)
}
