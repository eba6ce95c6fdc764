// Package web serves the API, the web applications and the pages of emailed links.
package web

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"visavis/frontend"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/embedding"
	"visavis/internal/link"
	"visavis/internal/picture"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/telemetry"
	bookpage "visavis/internal/web/book"
	"visavis/internal/web/calendarfeed"
	"visavis/internal/web/clientaddress"
	"visavis/internal/web/clientbrowser"
	"visavis/internal/web/confirm"
	"visavis/internal/web/cookie"
	"visavis/internal/web/customerdata"
	"visavis/internal/web/join"
	"visavis/internal/web/legal"
	"visavis/internal/web/manage"
	photopage "visavis/internal/web/photo"
	picturepage "visavis/internal/web/picture"
	"visavis/internal/web/ratelimit"
	"visavis/internal/web/welcome"
)

// home is the page after signing in.
const home = "/admin"

// apiPath is the path of the API.
const apiPath = "/graphql"

// Options are the parts of the server.
type Options struct {
	Config   config.Config
	Database *store.Store
	Clock    civil.Clock
	Logger   *slog.Logger
	Accounts *account.Accounts
	Jar      cookie.Jar
	Limits   *ratelimit.Limits
	API      http.Handler
	Salon    *salon.Salon
	Booking  *booking.Booking
	Sites    *embedding.Sites
	Pictures *picture.Library
	Metrics  *telemetry.Metrics // may be nil
	Traces   *telemetry.Traces  // may be nil
}

// NewHandler returns the handler of all public paths.
func NewHandler(options Options) (http.Handler, error) {
	api, err := crossOrigin(options.Config.PublicOrigin(), options.Sites, dated(options.Clock, options.API))
	if err != nil {
		return nil, err
	}
	pages := http.NewServeMux()
	pages.Handle(apiPath, api)
	admin, err := frontend.Admin()
	if err != nil {
		return nil, err
	}
	book, err := frontend.Book()
	if err != nil {
		return nil, err
	}
	booking := bookpage.Options{
		Pages: book, Salon: options.Salon, Pictures: options.Pictures, PublicURL: options.Config.PublicURL, Logger: options.Logger,
	}
	pages.Handle(link.BookPattern, bookpage.NewHandler(booking))
	pages.Handle("GET "+frontend.Loader, book)
	pages.Handle("/admin", admin)
	pages.Handle("/admin/", admin)
	pages.Handle("GET /{$}", bookpage.NewHome(booking, home, func(r *http.Request) bool { return options.Jar.Session(r) != "" }))
	if options.Config.Explorer {
		graphiQL, err := frontend.GraphiQL()
		if err != nil {
			return nil, err
		}
		pages.Handle("/graphiql", graphiQL)
		pages.Handle("/graphiql/", graphiQL)
	}
	roomScripts, err := frontend.RoomScripts()
	if err != nil {
		return nil, err
	}
	joining := join.NewHandler(join.Options{
		Database: options.Database, Pictures: options.Pictures, PublicURL: options.Config.PublicURL, Clock: options.Clock, Logger: options.Logger, Scripts: roomScripts,
	})
	pages.Handle(link.JoinPattern, joining)
	pages.Handle(link.JoinCalendarPattern, joining)
	pages.Handle(link.CalendarPattern, calendarfeed.NewHandler(calendarfeed.Options{Database: options.Database, Clock: options.Clock, Logger: options.Logger}))
	managePage, err := frontend.Manage()
	if err != nil {
		return nil, err
	}
	managing := manage.NewHandler(manage.Options{
		Page: managePage, Booking: options.Booking, Pictures: options.Pictures, PublicURL: options.Config.PublicURL, Clock: options.Clock, Logger: options.Logger,
	})
	pages.Handle(link.ManagePattern, managing)
	pages.Handle(link.ManageCalendarPattern, managing)
	shownPictures := picturepage.Options{Pictures: options.Pictures, Logger: options.Logger}
	pages.Handle(link.PicturePattern, picturepage.NewHandler(shownPictures))
	pages.Handle(link.SmallPicturePattern, picturepage.NewSmallHandler(shownPictures))
	photos := photopage.Options{Booking: options.Booking, Accounts: options.Accounts, Jar: options.Jar, Limits: options.Limits, Logger: options.Logger, Bounds: photopage.UsualBounds()}
	pages.Handle(link.PhotoPattern, photopage.NewHandler(photos))
	pages.Handle(link.PhotoUploadPattern, photopage.NewUploadHandler(photos))
	pages.Handle(link.LegalPattern, legal.NewHandler(legal.Options{Salon: options.Salon, Pictures: options.Pictures, Logger: options.Logger}))
	confirming := confirm.NewHandler(confirm.Options{Booking: options.Booking, Pictures: options.Pictures, Logger: options.Logger})
	pages.Handle(link.ConfirmPattern, limited(options.Limits, "confirm", confirming))
	data := customerdata.NewHandler(customerdata.Options{Booking: options.Booking, Pictures: options.Pictures, Logger: options.Logger})
	pages.Handle(link.CustomerDataPattern, limited(options.Limits, "data", data))
	entrance := welcome.NewHandler(welcome.Options{Accounts: options.Accounts, Jar: options.Jar, Home: home, Logger: options.Logger})
	pages.Handle(link.WelcomePattern, limited(options.Limits, "welcome", entrance))
	// Outside of the host check: load balancers use arbitrary addresses.
	mux := http.NewServeMux()
	mux.Handle("GET /healthz", http.HandlerFunc(healthy))
	mux.Handle("GET /readyz", ready(options.Database))
	mux.Handle("/", withWriteDeadline(writeTimeout, newHosts(options.Config.Addr, options.Config.PublicOrigin()).only(pages)))
	recorded := logged(options.Logger, options.Metrics, options.Traces, encryptedOnly(options.Config.PublicOrigin(), mux))
	return withClient(options.Config.ClientAddressHeader, recorded), nil
}

// withClient puts the client's address and browser into the context.
func withClient(addressHeader string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := clientbrowser.With(clientaddress.With(r.Context(), r, addressHeader), r)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// healthy answers that the process is running.
func healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// ready answers whether the database can be read and written.
func ready(database *store.Store) http.Handler {
	const patience = 2 * time.Second
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		if err := database.Ping(ctx); err != nil {
			http.Error(w, cmp.Or(store.Outage(err), store.ErrUnreachable).Error(), http.StatusServiceUnavailable)
			return
		}
		healthy(w, r)
	})
}

// logged counts, traces and logs each request without query string, body or address of a person. It logs the route's
// pattern, since a path may contain a secret.
func logged(logger *slog.Logger, metrics *telemetry.Metrics, traces *telemetry.Traces, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		r, span := traces.Request(r)
		recorder := &statusRecorder{ResponseWriter: w, request: r, span: span, status: http.StatusOK}
		next.ServeHTTP(recorder, r)
		took := time.Since(started)
		span.Answered(r.Pattern, r.Method, recorder.status)
		metrics.Request(r.Pattern, r.Method, recorder.status, took)
		line := slog.NewRecord(started.Add(took), slog.LevelInfo, "request", 0) // without asking for the caller, which is always this line
		line.AddAttrs(
			slog.String("method", r.Method),
			slog.String("route", r.Pattern),
			slog.Int("status", recorder.status),
			slog.Duration("took", took),
		)
		_ = logger.Handler().Handle(r.Context(), line)
	})
}

// statusRecorder records the status. A socket or event stream counts as answered when it opens.
type statusRecorder struct {
	http.ResponseWriter
	request *http.Request
	span    *telemetry.Request
	status  int
}

func (s *statusRecorder) WriteHeader(status int) {
	s.status = status
	if status == http.StatusSwitchingProtocols || strings.HasPrefix(s.Header().Get("Content-Type"), "text/event-stream") {
		s.span.Answered(s.request.Pattern, s.request.Method, status)
	}
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap gives transports access to deadlines, flushing and hijacking.
func (s *statusRecorder) Unwrap() http.ResponseWriter { return s.ResponseWriter }
