package ical

import (
	"bytes"
	"net/http"
	"time"

	"visavis/internal/civil"
	"visavis/internal/link"
)

// Serve answers a request with the entry as a file.
func (c CustomerEntry) Serve(w http.ResponseWriter, r *http.Request, now civil.Instant) {
	w.Header().Set("Content-Disposition", `inline; filename="`+link.CalendarEntry+`"`)
	w.Header().Set("Content-Type", ContentType)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(c.File(now)))
}
