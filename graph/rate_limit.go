package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/address"
	"visavis/internal/booking"
	"visavis/internal/limit"
)

// A rateLimit says how often a mutation may be asked for: from one address, and for
// one account. It counts mutations, not requests, whatever transport they come by.
type rateLimit struct {
	perAddress limit.Rule
	perAccount limit.Rule
	account    func(ctx context.Context, input any) string // empty: none
}

func rateLimits() map[string]rateLimit {
	often := limit.Rule{AtOnce: 30, Every: 2 * time.Second}
	seldom := limit.Rule{AtOnce: 10, Every: 10 * time.Second}
	return map[string]rateLimit{
		"signIn": {
			limit.Rule{AtOnce: 20, Every: 6 * time.Second}, limit.Rule{AtOnce: 10, Every: time.Minute},
			func(_ context.Context, input any) string { return input.(account.SignInInput).Email },
		},
		"signInByPin":    {perAddress: often}, // its tries are counted in the database
		"ownerCreate":    {perAddress: seldom},
		"accessLinkUse":  {perAddress: seldom},
		"passwordChange": {seldom, seldom, whoever},
		"pinChange":      {seldom, seldom, whoever},
		"passwordResetRequest": {
			seldom, limit.Rule{AtOnce: 3, Every: 10 * time.Minute},
			func(_ context.Context, input any) string { return input.(account.PasswordResetRequestInput).Email },
		},
		"appointmentHold":   {often, often, whoever},
		"appointmentMove":   {often, often, whoever},
		"appointmentCancel": {often, often, whoever},
		"appointmentBook": {
			limit.Rule{AtOnce: 20, Every: 10 * time.Second}, limit.Rule{AtOnce: 10, Every: 10 * time.Minute},
			func(_ context.Context, input any) string {
				if email := input.(booking.AppointmentBookInput).Customer.Email; email != nil {
					return *email
				}
				return ""
			},
		},
	}
}

func whoever(ctx context.Context, _ any) string { return actor.Of(ctx).StaffID }

// tooOften is the error of a mutation that is asked for too often.
type tooOften struct{ wait time.Duration }

func (tooOften) Error() string { return "too often" }

// withinLimits lets a mutation be carried out unless it is asked for too often.
// Members of staff have a limit of their own, and not that of the address, behind
// which their clients may sit, too.
func withinLimits(limits *limit.Limits) graphql.FieldMiddleware {
	rules := rateLimits()
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		field := graphql.GetFieldContext(ctx)
		rule, limited := rules[field.Field.Name]
		if !limited || field.Object != "Mutation" {
			return next(ctx)
		}
		if actor.Of(ctx).Role == actor.Anyone {
			if wait := limits.Take(rule.perAddress, field.Field.Name, "address "+address.Of(ctx)); wait > 0 {
				return nil, tooOften{wait}
			}
		}
		if rule.account != nil {
			if whose := normalised(rule.account(ctx, field.Args["input"])); whose != "" {
				if wait := limits.Take(rule.perAccount, field.Field.Name, "account "+whose); wait > 0 {
					return nil, tooOften{wait}
				}
			}
		}
		return next(ctx)
	}
}

// normalised is how an address is compared when somebody signs in.
func normalised(account string) string { return strings.ToLower(strings.TrimSpace(account)) }
