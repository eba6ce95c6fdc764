package graph

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"visavis/graph/generated"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/embedding"
	"visavis/internal/event"
	"visavis/internal/mail"
	"visavis/internal/picture"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/telemetry"
	"visavis/internal/web/cookie"
	"visavis/internal/web/ratelimit"
)

// Options configure the API.
type Options struct {
	Salon       *salon.Salon
	Booking     *booking.Booking
	Accounts    *account.Accounts
	Trail       *audit.Trail
	Limits      *ratelimit.Limits
	Jar         cookie.Jar
	Mail        *mail.Mail
	Sites       *embedding.Sites
	Pictures    *picture.Library
	Rooms       *room.Rooms
	Feed        *event.Feed
	Logger      *slog.Logger
	Metrics     *telemetry.Metrics     // nil disables counting
	Traces      *telemetry.Traces      // nil disables tracing
	Connections *transport.Connections // closes sockets and streams at shutdown
	Origins     []string               // other origins whose pages may open a socket
	PublicURL   string                 // base URL of the server, without a trailing slash
	Explorer    bool                   // whether introspection is enabled, for everyone
}

// tokenLimit is the maximum number of tokens of one document.
const tokenLimit = 1000

// batchWait is how long a loader collects keys before it reads them as one batch.
const batchWait = time.Millisecond

// NewHandler returns a handler that serves the API over HTTP, server-sent events and WebSocket.
func NewHandler(options Options) http.Handler {
	return newHandler(options, answerLimit)
}

func newHandler(options Options, answerLimit int64) http.Handler {
	schema := withAccessNotes(withoutDefer(generated.NewExecutableSchema(generated.Config{}).Schema()))
	resolver := &Resolver{
		salon: options.Salon, booking: options.Booking, accounts: options.Accounts, trail: options.Trail,
		mail: options.Mail, sites: options.Sites, pictures: options.Pictures, rooms: options.Rooms, feed: options.Feed, publicURL: options.PublicURL,
	}
	server := executor.New(generated.NewExecutableSchema(generated.Config{
		Schema:    schema,
		Resolvers: resolver,
	}))
	documents := newDocumentCache()
	server.SetParserTokenLimit(tokenLimit)
	server.SetQueryCache(documents)
	server.SetDefaultRulesFn(validationRules(options.Explorer))
	server.Use(documentLimit{accepted: documents})
	server.Use(exactVariables{schema})
	if options.Explorer {
		server.Use(extension.Introspection{})
	} else {
		server.Use(noIntrospection{})
	}
	server.SetErrorPresenter(presenter(options.Logger))
	server.SetRecoverFunc(recoverer(options.Logger))
	server.AroundOperations(instrument(options.Metrics, options.Traces))
	guard := access{options.Accounts, options.Logger}
	server.AroundOperations(guard.authorizeOperation)
	server.AroundOperations(limitRate(options.Limits, options.Accounts, options.Logger, limitObserver(options)))
	server.AroundOperations(newAnswerCache(options.Booking).aroundOperation)
	server.AroundOperations(newSharedEvents(options.Feed).aroundOperation)
	server.AroundRootFields(guard.authorizeMutation)
	server.AroundResponses(buildAnswer(answerLimit, func() *loaders {
		return newLoaders(options.Salon, options.Booking, options.Accounts, options.Pictures, options.Trail, options.Rooms, batchWait)
	}))
	server.AroundFields(limitField)
	return &transport.Server{
		Executor: server,
		WebSocket: transport.WebSocket{
			Connections: options.Connections, Origins: options.Origins, Init: resolver.authenticateSocket, Caller: resolver.connectionCaller, Ended: resolver.sessionEnded,
		},
		SSE:     transport.SSE{Connections: options.Connections, Caller: resolver.connectionCaller, Ended: resolver.sessionEnded},
		HTTP:    transport.HTTP{Compressible: isCompressible},
		Context: callerContext(options.Jar),
	}
}
