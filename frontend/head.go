package frontend

import (
	"bytes"
	"context"
	"html/template"

	"visavis/internal/web/linkpage"
)

// Head is what a page tells about the salon before its scripts run, as HTML.
type Head struct {
	Meta   []byte // title, description and what programs read, instead of the page's own; nil: those
	Style  []byte // style elements
	Header []byte // shown above the page's content
}

var headMarkup = template.Must(template.New("head").Funcs(template.FuncMap{"logoStyle": func() template.CSS { return linkpage.LogoStyle }}).Parse(
	`{{define "style"}}{{with .Style}}<style nonce="` + noncePlaceholder + `">{{.}}</style>{{end}}{{if .Logo}}<style nonce="` + noncePlaceholder + `">{{logoStyle}}</style>{{end}}{{end}}` +
		`{{define "header"}}{{with .Logo}}<header><img class="logo" src="{{.URL}}" width="{{.Width}}" height="{{.Height}}" alt="{{$.Salon}}"></header>{{end}}{{end}}`))

// HeadOf returns the head of a page with a brand, and with meta elements if there are any.
func HeadOf(b linkpage.Brand, meta []byte) (Head, error) {
	var style, header bytes.Buffer
	if err := headMarkup.ExecuteTemplate(&style, "style", b); err != nil {
		return Head{}, err
	}
	err := headMarkup.ExecuteTemplate(&header, "header", b)
	return Head{Meta: meta, Style: style.Bytes(), Header: header.Bytes()}, err
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
