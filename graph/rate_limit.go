package graph

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/web/clientaddress"
	"visavis/internal/web/ratelimit"
)

// A rateLimit limits a mutation per caller and per account. It counts mutations rather
// than requests, over all transports.
type rateLimit struct {
	perCaller     ratelimit.Rule // per client address or staff member
	perAccount    ratelimit.Rule
	account       []string // path to the argument that identifies the account; empty if none does
	guessesSecret bool     // so the client address counts even for signed-in callers

	// perNetwork limits strangers in one network to less than perAccount, so that they alone cannot use it up. Zero: no limit.
	perNetwork ratelimit.Rule
}

func rateLimits() map[string]rateLimit {
	lenient := ratelimit.Rule{AtOnce: 30, Every: 2 * time.Second}
	strict := ratelimit.Rule{AtOnce: 10, Every: 10 * time.Second}
	email, staffID := []string{"input", "email"}, []string{"input", "staffId"}
	return map[string]rateLimit{
		"signIn": {
			perCaller: ratelimit.Rule{AtOnce: 20, Every: 6 * time.Second}, perAccount: ratelimit.Rule{AtOnce: 10, Every: time.Minute}, account: email,
			guessesSecret: true, perNetwork: ratelimit.Rule{AtOnce: 8, Every: 2 * time.Minute},
		},
		"signInByPin":             {perCaller: lenient, perAccount: lenient, account: staffID, guessesSecret: true}, // the database also counts attempts
		"ownerCreate":             {perCaller: strict, guessesSecret: true},
		"accessLinkUse":           {perCaller: strict, guessesSecret: true},
		"passwordResetRequest":    {perCaller: strict, perAccount: ratelimit.Rule{AtOnce: 3, Every: 10 * time.Minute}, account: email, guessesSecret: true},
		"signInByPasskeyBegin":    {perCaller: lenient},
		"signInByPasskey":         {perCaller: strict, guessesSecret: true},
		"signInByRecoveryCode":    {perCaller: strict, guessesSecret: true},
		"sessionConfirm":          {perCaller: strict, guessesSecret: true},
		"passwordChange":          {perCaller: strict, guessesSecret: true},
		"pinChange":               {perCaller: strict, guessesSecret: true},
		"appointmentHold":         {perCaller: lenient},
		"appointmentHoldRelease":  {perCaller: lenient},
		"appointmentMove":         {perCaller: lenient},
		"appointmentCancel":       {perCaller: lenient},
		"appointmentEmailCorrect": {perCaller: strict},
		"appointmentMailResend":   {perCaller: strict},
		"changeRequestCreate":     {perCaller: strict},
		"changeRequestWithdraw":   {perCaller: lenient},
		"customerLinkSend":        {perCaller: strict},
		"roomEnter":               {perCaller: lenient},
		"roomLeave":               {perCaller: lenient},
		"roomLateSet":             {perCaller: strict},
		"roomSignalSend": { // two browsers that connect send some twenty at once
			perCaller: ratelimit.Rule{AtOnce: 200, Every: 100 * time.Millisecond}, perAccount: ratelimit.Rule{AtOnce: 100, Every: 200 * time.Millisecond},
			account: []string{"input", "senderId"},
		},
		"appointmentBook": {
			perCaller:  ratelimit.Rule{AtOnce: 20, Every: 10 * time.Second},
			perAccount: ratelimit.Rule{AtOnce: 10, Every: 10 * time.Minute}, account: []string{"input", "customer", "email"},
		},
	}
}

// limitRate rejects an operation before any of it is executed if one of its mutations
// exceeds a rate limit.
func limitRate(limits *ratelimit.Limits, accounts *account.Accounts, logger *slog.Logger, refused func(ctx context.Context, mutation string, rule rateLimit, arguments map[string]any)) graphql.OperationMiddleware {
	rules := rateLimits()
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		operation := graphql.GetOperationContext(ctx)
		if !is(ctx, ast.Mutation) {
			return next(ctx)
		}
		for _, field := range rootFields(operation) {
			rule, limited := rules[field.Name]
			if !limited {
				continue
			}
			arguments := field.ArgumentMap(operation.Variables)
			own, err := ownBucket(ctx, accounts, field.Name, rule, arguments)
			if err != nil {
				logger.WarnContext(ctx, "browser not recognized", slog.Any("error", err)) // it counts as a stranger's
			}
			if wait := rule.take(ctx, limits, field.Name, own, arguments); wait > 0 {
				refused(ctx, field.Name, rule, arguments)
				return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{rateLimitError(ctx, wait)}})
			}
		}
		return next(ctx)
	}
}

// limitObserver returns a function that counts a refused mutation, and records it at most once a minute for each mutation
// and account: a flood must not fill the audit trail.
func limitObserver(options Options) func(context.Context, string, rateLimit, map[string]any) {
	return func(ctx context.Context, mutation string, rule rateLimit, arguments map[string]any) {
		options.Metrics.RateLimited(mutation)
		named := form.Address(textAt(rule.account, arguments))
		if options.Limits.Take(ratelimit.Rule{AtOnce: 1, Every: time.Minute}, "audit "+mutation, named) > 0 {
			return
		}
		email, staffID := named, ""
		if !strings.Contains(named, "@") {
			email, staffID = "", textAt(rule.account, arguments)
		}
		if err := options.Accounts.RateLimited(ctx, mutation, email, staffID); err != nil {
			options.Logger.WarnContext(ctx, "rate limit not recorded", slog.Any("error", err))
		}
	}
}

// ownBucket returns what attempts to sign in count for if they come from a till, or from a browser in which the account has
// signed in before; "" for strangers.
func ownBucket(ctx context.Context, accounts *account.Accounts, mutation string, rule rateLimit, arguments map[string]any) (string, error) {
	switch mutation {
	case "signIn", "passwordResetRequest":
		return accounts.KnownBrowser(ctx, textAt(rule.account, arguments))
	case "signInByPin":
		return accounts.DeviceOf(ctx, callerOf(ctx).device)
	default:
		return "", nil
	}
}

// take counts a mutation for its caller and for the account it names, and returns how
// long to wait if a limit is exceeded. For signed-in staff the client address counts
// only if the mutation guesses a secret: customers may use the salon's network. Own is
// the bucket of ownBucket.
func (r rateLimit) take(ctx context.Context, limits *ratelimit.Limits, mutation, own string, arguments map[string]any) (wait time.Duration) {
	account := form.Mailbox(textAt(r.account, arguments)) // what else is an ID, which it keeps apart
	if own != "" {
		return limits.Take(r.perAccount, mutation, "own "+own+" "+account)
	}
	who, network := actor.Of(ctx), clientaddress.Of(ctx)
	if who.Role == actor.Anyone || r.guessesSecret {
		wait = limits.Take(r.perCaller, mutation, "address "+network)
	}
	if wait == 0 && who.Role != actor.Anyone {
		wait = limits.Take(r.perCaller, mutation, "staff "+who.StaffID)
	}
	if account == "" || mutation == "signInByPin" { // which fails elsewhere than at a till, so that it guesses nothing
		return wait
	}
	if wait == 0 && r.perNetwork.AtOnce > 0 {
		wait = limits.Take(r.perNetwork, mutation, "account "+account+" from "+network)
	}
	if wait == 0 {
		wait = limits.Take(r.perAccount, mutation, "account "+account)
	}
	return wait
}

// textAt returns the string at a path in the arguments; empty if there is none.
func textAt(path []string, value any) string {
	for _, name := range path {
		fields, _ := value.(map[string]any)
		value = fields[name]
	}
	text, _ := value.(string)
	return text
}

// rateLimitError returns an error with the wait in whole seconds, rounded up.
func rateLimitError(ctx context.Context, wait time.Duration) *gqlerror.Error {
	err := codedError(ctx, rateLimited)
	err.Extensions["retryAfterSeconds"] = int((wait + time.Second - 1) / time.Second)
	return err
}
