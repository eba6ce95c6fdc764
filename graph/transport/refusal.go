package transport

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Values of extensions.code in errors that a transport reports.
const (
	// CodeBadRequest marks a malformed request, or one with the wrong method or
	// media type; the HTTP status distinguishes them.
	CodeBadRequest = "BAD_REQUEST"
	// CodeForbidden marks a WebSocket from an origin that is not allowed.
	CodeForbidden = "FORBIDDEN"
	// CodeUnauthenticated marks the end of a stream whose session or token has
	// ended.
	CodeUnauthenticated = "UNAUTHENTICATED"
	// CodeTooManyOperations marks an operation beyond a socket's limit. The
	// socket stays open.
	CodeTooManyOperations = "TOO_MANY_OPERATIONS"
	// CodeTooManyConnections marks a socket or an event stream beyond a limit of its
	// caller, or of all together.
	CodeTooManyConnections = "TOO_MANY_CONNECTIONS"
	// CodeUnavailable marks a request that the server cannot serve right now,
	// because it is shutting down or the request timed out.
	CodeUnavailable = "UNAVAILABLE"
	// CodeDatabaseUnavailable marks an operation that failed, or whose outcome is
	// unknown, because the database does not respond.
	CodeDatabaseUnavailable = "DATABASE_UNAVAILABLE"
	// CodeStorageFull marks a write that failed because the storage is full.
	CodeStorageFull = "STORAGE_FULL"
	// CodeStorageReadOnly marks a write that failed because the database is
	// read-only.
	CodeStorageReadOnly = "STORAGE_READ_ONLY"
	// CodeInternal marks a defect of the server.
	CodeInternal = "INTERNAL"
)

// A refusal is the error of a request that never reached the executor. Its message is
// fixed, because the request may contain a password.
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

func tooManyConnections() *refusal {
	return &refusal{http.StatusTooManyRequests, CodeTooManyConnections, "Too many open connections. Close some, then try again."}
}

func tooManyOperations() *refusal {
	return &refusal{http.StatusTooManyRequests, CodeTooManyOperations, "Too many operations on your connections. Complete some, then try again."}
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
