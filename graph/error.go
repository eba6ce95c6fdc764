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
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/locale"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Codes of errors that no form can repair.
const (
	internalError    = "INTERNAL"
	shuttingDown     = "SHUTTING_DOWN"
	tooSlow          = "TOO_SLOW"
	documentTooLarge = "DOCUMENT_TOO_LARGE" // each limit has its own sentence
	answerTooLarge   = "ANSWER_TOO_LARGE"
	timeout          = "TIMEOUT"

	databaseUnavailable = transport.CodeDatabaseUnavailable
	storageFull         = transport.CodeStorageFull
	storageReadOnly     = transport.CodeStorageReadOnly

	unauthenticated    = "UNAUTHENTICATED"
	tokenInvalid       = "TOKEN_INVALID"
	forbidden          = "FORBIDDEN"
	passwordRequired   = "PASSWORD_REQUIRED"
	postRequired       = "POST_REQUIRED"
	encryptionRequired = "ENCRYPTION_REQUIRED"
	sameOriginRequired = "SAME_ORIGIN_REQUIRED"
	rateLimited        = "RATE_LIMITED"

	introspectionDisabled = "INTROSPECTION_DISABLED"
)

var sentences = map[string]locale.Text{
	internalError: {
		German:  "Das ist unser Fehler. Versuche es noch einmal.",
		English: "This is our fault. Try again.",
	},
	shuttingDown: {
		German:  "Der Server wird beendet. Verbinde dich neu.",
		English: "The server is shutting down. Connect again.",
	},
	tooSlow: {
		German:  "Die Änderungen wurden nicht schnell genug gelesen. Verbinde dich neu, mit der letzten ID als after.",
		English: "The changes were not read fast enough. Connect again, with the last ID as after.",
	},
	answerTooLarge: {
		German:  "Die Antwort wäre zu groß. Frage weniger auf einmal ab.",
		English: "The answer would be too large. Ask for less at once.",
	},
	timeout: {
		German:  "Die Antwort dauert zu lange. Frage weniger auf einmal ab oder versuche es später noch einmal.",
		English: "The answer takes too long. Ask for less at once, or try again later.",
	},
	databaseUnavailable: {
		German:  "Wir kommen gerade nicht an unsere Daten. Versuche es in ein paar Minuten noch einmal.",
		English: "We cannot get at our data just now. Try again in a few minutes.",
	},
	storageFull: {
		German:  "Wir können gerade nichts speichern, denn unser Speicher ist voll. Versuche es später noch einmal oder ruf den Salon an.",
		English: "We cannot save anything just now, as our storage is full. Try again later, or call the salon.",
	},
	storageReadOnly: {
		German:  "Wir können gerade nichts speichern. Versuche es später noch einmal oder ruf den Salon an.",
		English: "We cannot save anything just now. Try again later, or call the salon.",
	},
	unauthenticated: {
		German:  "Melde dich an.",
		English: "Sign in first.",
	},
	tokenInvalid: {
		German:  "Dieses API-Token gilt nicht oder nicht mehr. Lege ein neues an.",
		English: "This API token is not valid, or no longer. Make a new one.",
	},
	forbidden: {
		German:  "Das darfst du nicht. Frag jemanden, der den Salon leitet.",
		English: "You may not do this. Ask somebody who manages the salon.",
	},
	passwordRequired: {
		German:  "Melde dich dafür mit E-Mail und Passwort an.",
		English: "Sign in with e-mail and password for this.",
	},
	postRequired: {
		German:  "Das geht nur mit POST: Die Antwort bringt ein Cookie mit.",
		English: "This works by POST alone: the answer brings a cookie.",
	},
	encryptionRequired: {
		German:  "Über eine unverschlüsselte Verbindung geht das nicht. Rufe die Seite mit https auf.",
		English: "This does not work on an unencrypted connection. Open the page by https.",
	},
	sameOriginRequired: {
		German:  "Das geht nur auf einer Seite dieses Servers.",
		English: "This works on a page of this server alone.",
	},
	rateLimited: {
		German:  "Das war zu oft. Warte einen Moment und versuche es dann noch einmal.",
		English: "That was too often. Wait a moment, then try again.",
	},
	introspectionDisabled: {
		German:  "Dieser Server verrät sein Schema nicht.",
		English: "This server does not tell its schema.",
	},
}

// presenter lets out only what is meant for the caller; everything else is
// logged and called an internal error. An answer that is cut short has one error
// of its own.
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		if !answerOf(ctx).reports() {
			return nil
		}
		var wrapped *gqlerror.Error
		if errors.As(err, &wrapped) && wrapped.Err == nil {
			return wrapped // about the document, by the parser or the executor
		}
		public := publicError(ctx, err)
		if wrapped != nil {
			public.Path, public.Locations = wrapped.Path, wrapped.Locations
			nameField(public)
		}
		if public.Path == nil {
			public.Path = graphql.GetPath(ctx)
		}
		if isOurs(public) && ctx.Err() == nil {
			logger.ErrorContext(ctx, "an operation failed", slog.String("path", public.Path.String()), slog.Any("error", err))
		}
		return public
	}
}

// isOurs tells whether those who run the server have to hear of an error.
func isOurs(public *gqlerror.Error) bool {
	code, _ := public.Extensions["code"].(string)
	return code == internalError || code == databaseUnavailable || code == storageFull || code == storageReadOnly
}

// publicError says in the caller's language what the error means.
func publicError(ctx context.Context, err error) *gqlerror.Error {
	if problems := problem.Of(err); len(problems) > 0 {
		return ofProblem(ctx, problems[0])
	}
	var format *civil.FormatError
	var plain problemCode
	switch {
	case errors.As(err, &format) && formatCodes[format.Kind] != "":
		return ofProblem(ctx, &problem.Problem{Code: formatCodes[format.Kind]})
	case errors.As(err, &plain):
		return coded(ctx, string(plain))
	case errors.Is(err, account.ErrTokenUnknown):
		return coded(ctx, tokenInvalid)
	case errors.Is(err, event.ErrSlow):
		return coded(ctx, tooSlow)
	case errors.Is(err, event.ErrClosed):
		return coded(ctx, shuttingDown)
	case store.Outage(err) != nil:
		return coded(ctx, outageCodes[store.Outage(err)])
	default:
		return coded(ctx, internalError)
	}
}

var outageCodes = map[error]string{
	store.ErrUnreachable: databaseUnavailable,
	store.ErrFull:        storageFull,
	store.ErrReadOnly:    storageReadOnly,
}

// problemCode is an error that its code says all about.
type problemCode string

func (c problemCode) Error() string { return string(c) }

var formatCodes = map[string]problem.Code{
	"Instant":   problem.InstantInvalid,
	"LocalDate": problem.DateInvalid,
	"LocalTime": problem.TimeInvalid,
	"Duration":  problem.DurationInvalid,
}

func ofProblem(ctx context.Context, p *problem.Problem) *gqlerror.Error {
	extensions := map[string]any{"code": p.Code}
	if p.Field != nil {
		extensions["field"] = p.Field
	}
	return &gqlerror.Error{Message: p.In(localeOf(ctx)), Extensions: extensions}
}

func coded(ctx context.Context, code string) *gqlerror.Error {
	return &gqlerror.Error{Message: sentences[code].In(localeOf(ctx)), Extensions: map[string]any{"code": code}}
}

// nameField tells the field of a malformed scalar, which only the error's path
// knows: whatever comes behind the field of the operation.
func nameField(public *gqlerror.Error) {
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

// recoverer turns a panic into an internal error. What was panicked with may
// hold personal data; the stack does not.
func recoverer(logger *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, cause any) error {
		logger.ErrorContext(ctx, "an operation panicked",
			slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		return errPanic
	}
}

var errPanic = errors.New("a resolver panicked")
