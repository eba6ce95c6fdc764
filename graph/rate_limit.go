package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/internal/actor"
	"visavis/internal/web/clientaddress"
	"visavis/internal/web/ratelimit"
)

// A rateLimit says how often a mutation may be asked for: by one caller, and for one
// account. It counts mutations, not requests, whatever transport they come by.
type rateLimit struct {
	perCaller     ratelimit.Rule // by one address or one member of staff
	perAccount    ratelimit.Rule
	account       []string // the path to the argument that names it; none: there is none
	guessesSecret bool     // of something secret: one's address counts although one is signed in
}

func rateLimits() map[string]rateLimit {
	often := ratelimit.Rule{AtOnce: 30, Every: 2 * time.Second}
	seldom := ratelimit.Rule{AtOnce: 10, Every: 10 * time.Second}
	email, staffID := []string{"input", "email"}, []string{"input", "staffId"}
	return map[string]rateLimit{
		"signIn":               {ratelimit.Rule{AtOnce: 20, Every: 6 * time.Second}, ratelimit.Rule{AtOnce: 10, Every: time.Minute}, email, true},
		"signInByPin":          {often, often, staffID, true}, // its tries are counted in the database, too
		"ownerCreate":          {perCaller: seldom, guessesSecret: true},
		"accessLinkUse":        {perCaller: seldom, guessesSecret: true},
		"passwordResetRequest": {seldom, ratelimit.Rule{AtOnce: 3, Every: 10 * time.Minute}, email, true},
		"passwordChange":       {perCaller: seldom, guessesSecret: true},
		"pinChange":            {perCaller: seldom, guessesSecret: true},
		"appointmentHold":      {perCaller: often},
		"appointmentMove":      {perCaller: often},
		"appointmentCancel":    {perCaller: often},
		"appointmentBook": {
			perCaller:  ratelimit.Rule{AtOnce: 20, Every: 10 * time.Second},
			perAccount: ratelimit.Rule{AtOnce: 10, Every: 10 * time.Minute}, account: []string{"input", "customer", "email"},
		},
	}
}

// withinLimits refuses an operation before anything is done when a mutation in it is
// asked for too often.
func limitRate(limits *ratelimit.Limits) graphql.OperationMiddleware {
	rules := rateLimits()
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		operation := graphql.GetOperationContext(ctx)
		if !is(ctx, ast.Mutation) {
			return next(ctx)
		}
		for _, field := range graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Mutation"}) {
			rule, limited := rules[field.Name]
			if !limited {
				continue
			}
			if wait := rule.take(ctx, limits, field.Name, field.ArgumentMap(operation.Variables)); wait > 0 {
				return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{rateLimitError(ctx, wait)}})
			}
		}
		return next(ctx)
	}
}

// take counts a mutation for its caller, and for the account that it names. The
// address of members of staff counts for guesses alone: their clients may sit behind
// the same router.
func (r rateLimit) take(ctx context.Context, limits *ratelimit.Limits, mutation string, arguments map[string]any) (wait time.Duration) {
	who := actor.Of(ctx)
	if who.Role == actor.Anyone || r.guessesSecret {
		wait = limits.Take(r.perCaller, mutation, "address "+clientaddress.Of(ctx))
	}
	if wait == 0 && who.Role != actor.Anyone {
		wait = limits.Take(r.perCaller, mutation, "staff "+who.StaffID)
	}
	account := strings.ToLower(strings.TrimSpace(textAt(r.account, arguments)))
	if wait == 0 && account != "" {
		wait = limits.Take(r.perAccount, mutation, "account "+account)
	}
	return wait
}

// textAt finds a text in the arguments; empty when there is none.
func textAt(path []string, value any) string {
	for _, name := range path {
		fields, _ := value.(map[string]any)
		value = fields[name]
	}
	text, _ := value.(string)
	return text
}

// tooOften says how long to wait, in whole seconds.
func rateLimitError(ctx context.Context, wait time.Duration) *gqlerror.Error {
	err := codedError(ctx, rateLimited)
	err.Extensions["retryAfterSeconds"] = int((wait + time.Second - 1) / time.Second)
	return err
}
