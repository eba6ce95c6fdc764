package photo_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/photo"
	photos "visavis/internal/web/photo"
)

func TestAPhotoTakesNoMoreMemoryThanItsSize(t *testing.T) {
	t.Parallel()
	content := make([]byte, 3_000_000)
	for name, test := range map[string]struct {
		body io.Reader
		most int
	}{
		"the length is said": {bytes.NewReader(content), len(content) + bytes.MinRead},
		"it is not":          {io.MultiReader(bytes.NewReader(content)), photo.MostBytes + bytes.MinRead},
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPut, "/", test.body)
		file, err := photos.Read(photos.UsualBounds(), httptest.NewRecorder(), request)
		if err != nil || len(file) != len(content) || cap(file) > test.most {
			t.Errorf("%s: %d of %d bytes (%v)", name, len(file), cap(file), err)
		}
	}
}
