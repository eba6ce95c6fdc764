package frontend

import (
	"errors"
	"io/fs"
	"net/http"
)

// Manage returns the handler of the page on which a customer moves or cancels an appointment, at any address. Its
// assets are served by [Book].
func Manage() (http.Handler, error) { return newManage(dist) }

func newManage(files fs.FS) (http.Handler, error) {
	p, err := readPage(files, "dist/book/manage.html", managePolicy)
	if errors.Is(err, fs.ErrNotExist) {
		return http.HandlerFunc(notBuilt), nil
	}
	return guarded(p), err
}
