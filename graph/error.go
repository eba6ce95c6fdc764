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
	"visavis/internal/locale"
	"visavis/internal/problem"
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

var messages = map[string]locale.Text{
	internalError: {
		German:  "Bei uns ist etwas schiefgegangen. Versuche es noch einmal.",
		English: "Something went wrong on our side. Try again.",
	},
	shuttingDown: {
		German:  "Der Server wird beendet. Verbinde dich neu.",
		English: "The server is shutting down. Reconnect.",
	},
	tooSlow: {
		German:  "Die Änderungen wurden zu langsam gelesen. Verbinde dich neu und gib die letzte ID als after an.",
		English: "Changes were read too slowly. Reconnect and pass the last ID as after.",
	},
	answerTooLarge: {
		German:  "Die Antwort wäre zu groß. Frage weniger auf einmal ab.",
		English: "The response would be too large. Request less at once.",
	},
	timeout: {
		German:  "Die Antwort dauert zu lange. Frage weniger auf einmal ab oder versuche es später noch einmal.",
		English: "The response takes too long. Request less at once, or try again later.",
	},
	databaseUnavailable: {
		German:  "Unsere Datenbank ist gerade nicht erreichbar. Versuche es in ein paar Minuten noch einmal.",
		English: "Our database cannot be reached right now. Try again in a few minutes.",
	},
	storageFull: {
		German:  "Wir können gerade nichts speichern, weil unser Speicher voll ist. Versuche es später noch einmal oder ruf den Salon an.",
		English: "We cannot save anything right now, because our storage is full. Try again later, or call the salon.",
	},
	storageReadOnly: {
		German:  "Wir können gerade nichts speichern. Versuche es später noch einmal oder ruf den Salon an.",
		English: "We cannot save anything right now. Try again later, or call the salon.",
	},
	unauthenticated: {
		German:  "Du bist nicht angemeldet. Melde dich an.",
		English: "You are not signed in. Sign in first.",
	},
	tokenInvalid: {
		German:  "Dieses API-Token ist unbekannt, abgelaufen oder widerrufen. Lege ein neues an.",
		English: "This API token is unknown, expired or revoked. Create a new one.",
	},
	forbidden: {
		German:  "Dazu fehlt dir die Berechtigung. Frag die Salonleitung.",
		English: "You do not have permission to do this. Ask a manager.",
	},
	freshSignInRequired: {
		German:  "Dafür ist eine frische Anmeldung mit Passwort nötig. Bestätige dein Passwort, oder melde dich mit E-Mail und Passwort an.",
		English: "This requires a fresh sign-in by password. Confirm your password, or sign in with email and password.",
	},
	postRequired: {
		German:  "Die Antwort setzt ein Cookie, deshalb geht das nur mit POST. Sende eine POST-Anfrage.",
		English: "The response sets a cookie, so this works only by POST. Send a POST request.",
	},
	encryptionRequired: {
		German:  "Die Verbindung ist nicht verschlüsselt. Öffne die Seite mit https.",
		English: "The connection is not encrypted. Open the page with https.",
	},
	sameOriginRequired: {
		German:  "Die Anfrage kam von einer anderen Website. Benutze eine Seite dieses Servers.",
		English: "The request came from another site. Use a page of this server.",
	},
	rateLimited: {
		German:  "Das waren zu viele Anfragen. Warte einen Moment und versuche es dann noch einmal.",
		English: "Too many requests. Wait a moment, then try again.",
	},
	introspectionDisabled: {
		German:  "Dieser Server gibt sein Schema nicht preis. Frag den Betreiber danach.",
		English: "Introspection is disabled on this server. Ask its operator for the schema.",
	},
}

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
	case errors.Is(err, event.ErrClosed):
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
	return &gqlerror.Error{Message: messages[code].In(localeOf(ctx)), Extensions: map[string]any{"code": code}}
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
