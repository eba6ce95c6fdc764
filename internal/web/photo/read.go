package photo

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"time"

	"visavis/internal/photo"
)

// piece is small enough for the slowest networks.
const piece = 16 << 10

// read reads the body of a request, which is slower than requests usually may be. Who sends nothing any more is disconnected. It takes no
// more memory than the photo.
func (b Bounds) read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength > photo.MostBytes {
		return nil, &http.MaxBytesError{Limit: photo.MostBytes}
	}
	controller, body, ends := http.NewResponseController(w), http.MaxBytesReader(w, r.Body, photo.MostBytes), time.Now().Add(b.Body)
	size := r.ContentLength
	if size < 0 { // it is not said
		size = photo.MostBytes
	}
	file := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead)) // which does not grow
	for {
		deadline := time.Now().Add(b.Piece)
		if deadline.After(ends) {
			deadline = ends
		}
		_ = controller.SetReadDeadline(deadline) // if it is not supported, nothing is limited
		_, err := io.CopyN(file, body, piece)
		if errors.Is(err, io.EOF) {
			return file.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}
