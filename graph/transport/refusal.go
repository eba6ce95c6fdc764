package transport

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The values of extensions.code in errors that a transport itself reports.
const (
	// CodeBadRequest marks a request that is not well formed or comes by the
	// wrong method or media type; the HTTP status tells which.
	CodeBadRequest = "BAD_REQUEST"
	// CodeForbidden marks a WebSocket from an origin that is not allowed.
	CodeForbidden = "FORBIDDEN"
	// CodeUnauthenticated marks the end of a stream whose client is signed in no
	// longer.
	CodeUnauthenticated = "UNAUTHENTICATED"
	// CodeTooManyOperations marks an operation beyond a socket's limit. The
	// socket stays open.
	CodeTooManyOperations = "TOO_MANY_OPERATIONS"
	// CodeUnavailable marks a request that the server cannot serve just now,
	// because it is shutting down or the request ran out of time.
	CodeUnavailable = "UNAVAILABLE"
	// CodeDatabaseUnavailable marks what was not done, or nobody knows whether it was, since the database does not answer.
	CodeDatabaseUnavailable = "DATABASE_UNAVAILABLE"
	// CodeStorageFull marks a change that there is no room for.
	CodeStorageFull = "STORAGE_FULL"
	// CodeStorageReadOnly marks a change that the database does not take.
	CodeStorageReadOnly = "STORAGE_READ_ONLY"
	// CodeInternal marks a defect of the server.
	CodeInternal = "INTERNAL"
)

// A refusal says why a request never reached the executor. Its message is a
// fixed sentence: what the client sent may hold a password.
type refusal struct {
	status  int
	code    string
	message string
}

func badRequest(message string) *refusal {
	return &refusal{http.StatusBadRequest, CodeBadRequest, message}
}

func shuttingDown() *refusal {
	return &refusal{http.StatusServiceUnavailable, CodeUnavailable, "The server is shutting down. Reconnect."}
}

func unauthorized() *graphql.Response {
	ended := refusal{http.StatusUnauthorized, CodeUnauthenticated, "The session or the API token has ended. Sign in again."}
	return ended.response()
}

func (r *refusal) response() *graphql.Response {
	return &graphql.Response{Errors: gqlerror.List{{
		Message:    r.message,
		Extensions: map[string]any{"code": r.code},
	}}}
}

func internalError() *graphql.Response {
	fault := refusal{http.StatusInternalServerError, CodeInternal, "Internal error."}
	return fault.response()
}
