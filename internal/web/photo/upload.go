package photo

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"time"

	"visavis/internal/actor"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/photo"
	"visavis/internal/problem"
	"visavis/internal/web/linkpage"
	"visavis/internal/web/ratelimit"
)

// uploading limits how many photos one person sends.
var uploading = ratelimit.Rule{AtOnce: 40, Every: 3 * time.Second}

// NewUploadHandler serves [link.PhotoUploadPattern]: it keeps the photo in the body of a request, and answers 201 with its ID, or 200 if an
// earlier request has kept it. Whatever is wrong is told as JSON, with a code and a sentence.
func NewUploadHandler(options Options) http.Handler {
	sending := newPlaces(options.Bounds)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		a := answer{w, locale.Negotiate(r.Header.Get("Accept-Language"))}
		if !options.Jar.IsOwn(r) {
			a.refuse(http.StatusForbidden, "CROSS_ORIGIN", catalog.In(a.locale).foreign)
			return
		}
		ctx, err := options.signedIn(r)
		if err != nil {
			options.failUpload(a, r, err)
			return
		}
		upload, err := options.Booking.PhotoUpload(ctx, r.PathValue("token"))
		if err != nil {
			options.failUpload(a, r, err)
			return
		}
		if upload == nil {
			a.problem(problem.New(problem.NotFound, "token"))
			return
		}
		person := "staff " + actor.Of(ctx).StaffID
		if wait := options.Limits.Take(uploading, "photo", person); wait > 0 {
			w.Header().Set("Retry-After", ratelimit.RetryAfter(wait))
			a.refuse(http.StatusTooManyRequests, "RATE_LIMITED", catalog.In(a.locale).often)
			return
		}
		leave, taken := sending.take(ctx, person, options.Bounds.Turn)
		if !taken {
			w.Header().Set("Retry-After", "5")
			a.refuse(http.StatusServiceUnavailable, "BUSY", catalog.In(a.locale).busy)
			return
		}
		defer leave()
		file, err := options.Bounds.read(w, r)
		if err != nil {
			a.unread(err)
			return
		}
		kept, isNew, err := options.Booking.ConsultationPhotoKeep(ctx, upload, file)
		if problems := problem.Of(err); len(problems) > 0 {
			a.problem(problems[0])
			return
		}
		if err != nil {
			options.failUpload(a, r, err)
			return
		}
		status := http.StatusOK
		if isNew {
			status = http.StatusCreated
			w.Header().Set("Location", link.Photo(kept.ID))
		}
		a.write(status, map[string]string{"id": kept.ID})
	})
}

func (options Options) failUpload(a answer, r *http.Request, err error) {
	options.log(r.Context(), err)
	a.refuse(http.StatusServiceUnavailable, "INTERNAL", linkpage.Failed(a.locale))
}

// An answer is written to a program, for somebody who reads a language.
type answer struct {
	http.ResponseWriter
	locale locale.Locale
}

func (a answer) write(status int, content map[string]string) {
	a.Header().Set("Content-Type", "application/json")
	a.Header().Set("X-Content-Type-Options", "nosniff")
	a.WriteHeader(status)
	_ = json.NewEncoder(a).Encode(content) // a failed write means that the client has disconnected
}

func (a answer) refuse(status int, code, sentence string) {
	a.write(status, map[string]string{"code": code, "message": sentence})
}

func (a answer) problem(p *problem.Problem) {
	status := http.StatusUnprocessableEntity
	switch p.Code {
	case problem.NotFound:
		status = http.StatusNotFound
	case problem.TooManyPhotos:
		status = http.StatusConflict
	case problem.PhotoTooLarge:
		status = http.StatusRequestEntityTooLarge
	}
	a.refuse(status, string(p.Code), p.In(a.locale))
}

// unread refuses a body that could not be read.
func (a answer) unread(err error) {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		a.problem(photo.TooLarge("file"))
	case errors.Is(err, os.ErrDeadlineExceeded):
		a.refuse(http.StatusRequestTimeout, "TIMEOUT", catalog.In(a.locale).slow)
	default:
		a.refuse(http.StatusBadRequest, "INCOMPLETE", catalog.In(a.locale).slow)
	}
}
