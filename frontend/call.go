package frontend

import (
	"errors"
	"io/fs"
	"net/http"

	"visavis/internal/link"
)

// withCalls serves the admin app at the addresses of the staff's pages of calls as a document of its own: the only one that may open camera,
// microphone and screen. next serves all other addresses.
func withCalls(next http.Handler, files fs.FS) (http.Handler, error) {
	call, err := readPage(files, "dist/admin/index.html", callPolicy)
	if errors.Is(err, fs.ErrNotExist) {
		return next, nil // it says that it is not built
	}
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", next)
	mux.Handle("GET "+link.AdminRoom("{appointment}"), withDevices(guarded(call)))
	return mux, nil
}
