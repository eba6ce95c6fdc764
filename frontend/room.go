package frontend

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"visavis/internal/locale"
)

// Marks around what the built page of a room loads.
const (
	scriptsStart = "<!--scripts-->"
	scriptsEnd   = "</head>"
)

// RoomScripts returns a function that returns the elements by which the page of a join link becomes live, in a language, with the nonce of
// the response. It is nil if the page is not built: the join link works without.
func RoomScripts() (func(l locale.Locale, nonce string) template.HTML, error) {
	return roomScripts(dist)
}

func roomScripts(files fs.FS) (func(l locale.Locale, nonce string) template.HTML, error) {
	p, err := readPage(files, "dist/book/room.html", nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	elements := map[locale.Locale]string{}
	for l, content := range p.content {
		_, after, found := strings.Cut(string(content), scriptsStart)
		between, _, ends := strings.Cut(after, scriptsEnd)
		if !found || !ends {
			return nil, fmt.Errorf("the page of a room in %s has no scripts", l)
		}
		elements[l] = strings.TrimSpace(between) + "\n"
	}
	return func(l locale.Locale, nonce string) template.HTML {
		return template.HTML(strings.ReplaceAll(elements[l], noncePlaceholder, nonce)) // built, and therefore trusted
	}, nil
}
