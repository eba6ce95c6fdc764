package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/room"
	"visavis/internal/store"
)

// Codes of errors that correcting the input cannot fix.
const (
	internalError    = "INTERNAL"
	shuttingDown     = "SHUTTING_DOWN"
	tooSlow          = "TOO_SLOW"
	documentTooLarge = "DOCUMENT_TOO_LARGE" // each limit has its own message
	answerTooLarge   = "ANSWER_TOO_LARGE"
	timeout          = "TIMEOUT"

	databaseUnavailable = transport.CodeDatabaseUnavailable
	storageFull         = transport.CodeStorageFull
	storageReadOnly     = transport.CodeStorageReadOnly

	unauthenticated     = "UNAUTHENTICATED"
	tokenInvalid        = "TOKEN_INVALID"
	forbidden           = "FORBIDDEN"
	freshSignInRequired = "FRESH_SIGN_IN_REQUIRED"
	postRequired        = "POST_REQUIRED"
	encryptionRequired  = "ENCRYPTION_REQUIRED"
	sameOriginRequired  = "SAME_ORIGIN_REQUIRED"
	rateLimited         = "RATE_LIMITED"

	introspectionDisabled = "INTROSPECTION_DISABLED"
)

// presenter returns only errors that are meant for the caller; all others are logged
// and replaced by an internal error. Errors of a truncated response are dropped.
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		if !answerOf(ctx).allowsError() {
			return nil
		}
		var wrapped *gqlerror.Error
		if errors.As(err, &wrapped) && wrapped.Err == nil {
			return wrapped // from the parser or the executor, about the document
		}
		public := publicError(ctx, err)
		if wrapped != nil {
			public.Path, public.Locations = wrapped.Path, wrapped.Locations
			addFieldPath(public)
		}
		if public.Path == nil {
			public.Path = graphql.GetPath(ctx)
		}
		if isServerFault(public) && ctx.Err() == nil {
			logger.ErrorContext(ctx, "operation failed", slog.String("path", public.Path.String()), slog.Any("error", err))
		}
		return public
	}
}

// isServerFault reports whether the operator of the server needs to see an error.
func isServerFault(public *gqlerror.Error) bool {
	code, _ := public.Extensions["code"].(string)
	return code == internalError || code == databaseUnavailable || code == storageFull || code == storageReadOnly
}

// publicError returns the error that the caller gets, in the caller's language.
func publicError(ctx context.Context, err error) *gqlerror.Error {
	if problems := problem.Of(err); len(problems) > 0 {
		return problemError(ctx, problems[0])
	}
	var format *civil.FormatError
	var plain problemCode
	switch {
	case errors.As(err, &format) && formatCodes[format.Kind] != "":
		return problemError(ctx, &problem.Problem{Code: formatCodes[format.Kind]})
	case errors.As(err, &plain):
		return codedError(ctx, string(plain))
	case errors.Is(err, actor.ErrFreshSignInRequired):
		return codedError(ctx, freshSignInRequired)
	case errors.Is(err, account.ErrTokenUnknown):
		return codedError(ctx, tokenInvalid)
	case errors.Is(err, account.ErrBusy):
		return rateLimitError(ctx, account.BusyFor)
	case errors.Is(err, event.ErrSlow):
		return codedError(ctx, tooSlow)
	case errors.Is(err, event.ErrClosed), errors.Is(err, room.ErrClosed):
		return codedError(ctx, shuttingDown)
	case store.Outage(err) != nil:
		return codedError(ctx, outageCodes[store.Outage(err)])
	default:
		return codedError(ctx, internalError)
	}
}

var outageCodes = map[error]string{
	store.ErrUnreachable: databaseUnavailable,
	store.ErrFull:        storageFull,
	store.ErrReadOnly:    storageReadOnly,
	store.ErrReplaced:    databaseUnavailable,
	store.ErrDamaged:     databaseUnavailable,
}

// problemCode is an error that consists of its code.
type problemCode string

func (c problemCode) Error() string { return string(c) }

var formatCodes = map[string]problem.Code{
	"Instant":   problem.InstantInvalid,
	"LocalDate": problem.DateInvalid,
	"LocalTime": problem.TimeInvalid,
	"Duration":  problem.DurationInvalid,
	"TimeZone":  problem.TimeZoneUnknown,
}

func problemError(ctx context.Context, p *problem.Problem) *gqlerror.Error {
	extensions := map[string]any{"code": p.Code}
	if p.Field != nil {
		extensions["field"] = p.Field
	}
	return &gqlerror.Error{Message: p.In(localeOf(ctx)), Extensions: extensions}
}

func codedError(ctx context.Context, code string) *gqlerror.Error {
	return &gqlerror.Error{Message: catalog.In(localeOf(ctx)).messages[code], Extensions: map[string]any{"code": code}}
}

// addFieldPath sets the input field of a malformed scalar. Only the error's path
// contains it: it is the part after the operation's field.
func addFieldPath(public *gqlerror.Error) {
	if _, isProblem := public.Extensions["code"].(problem.Code); !isProblem || public.Extensions["field"] != nil || len(public.Path) == 0 {
		return
	}
	field := []string{}
	for _, element := range public.Path[1:] {
		switch element := element.(type) {
		case ast.PathName:
			field = append(field, string(element))
		case ast.PathIndex:
			field = append(field, fmt.Sprint(int(element)))
		}
	}
	public.Extensions["field"] = field
}

// recoverer turns a panic into an internal error. It logs the stack and the type of
// the panic's value, but not the value, which may hold personal data.
func recoverer(logger *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, cause any) error {
		logger.ErrorContext(ctx, "operation panicked",
			slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		return errPanic
	}
}

var errPanic = errors.New("a resolver panicked")

// sentenceOf returns the sentence of a problem in the caller's language; nil if there is none.
func sentenceOf(ctx context.Context, p *problem.Problem) *string {
	if p == nil {
		return nil
	}
	return new(p.In(localeOf(ctx)))
}
