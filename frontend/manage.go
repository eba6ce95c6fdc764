package frontend

import (
	"errors"
	"io/fs"
	"net/http"
)

// Manage serves the page on which the client of an appointment moves or cancels it, at whatever address it has. What it
// loads is among what [Book] serves.
func Manage() (http.Handler, error) { return newManage(dist) }

func newManage(files fs.FS) (http.Handler, error) {
	p, err := readPage(files, "dist/book/manage.html", managePolicy)
	if errors.Is(err, fs.ErrNotExist) {
		return http.HandlerFunc(notBuilt), nil
	}
	return guarded(p), err
}
