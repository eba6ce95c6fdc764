package compose

import (
	"encoding/base64"
	htmltemplate "html/template"
	"strings"
)

// Picture is shown in the HTML of a message, which brings it along.
type Picture struct {
	Name          string // of its content, so that no other picture has it
	ContentType   string
	Width, Height int // as shown, in pixels
	Content       []byte
}

// ContentID names the picture for programs that read mail (RFC 2392).
func (p Picture) ContentID() string { return p.Name + "@visavis" }

// URL returns the address of the picture in the message.
func (p Picture) URL() htmltemplate.URL { return htmltemplate.URL("cid:" + p.ContentID()) }

// Page returns the HTML with its pictures inside, for those who have it without the message.
func (m *Message) Page() string {
	page := m.HTML
	for _, p := range m.Pictures {
		page = strings.ReplaceAll(page, string(p.URL()), "data:"+p.ContentType+";base64,"+base64.StdEncoding.EncodeToString(p.Content))
	}
	return page
}
