package photo

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"time"

	"visavis/internal/photo"
)

const (
	// pieceTime is how long a client may take to send a piece, and bodyTime to send a photo.
	pieceTime = 10 * time.Second
	bodyTime  = 2 * time.Minute
	// piece is small enough for the slowest networks.
	piece = 16 << 10
)

// read reads the body of a request, which is slower than requests usually may be. Who sends nothing any more is disconnected.
func read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.ContentLength > photo.MostBytes {
		return nil, &http.MaxBytesError{Limit: photo.MostBytes}
	}
	controller, body, ends := http.NewResponseController(w), http.MaxBytesReader(w, r.Body, photo.MostBytes), time.Now().Add(bodyTime)
	var file bytes.Buffer
	for {
		deadline := time.Now().Add(pieceTime)
		if deadline.After(ends) {
			deadline = ends
		}
		_ = controller.SetReadDeadline(deadline) // if it is not supported, nothing is limited
		_, err := io.CopyN(&file, body, piece)
		if errors.Is(err, io.EOF) {
			return file.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}
