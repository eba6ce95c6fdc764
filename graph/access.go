package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/internal/account"
	"visavis/internal/actor"
)

// access is the only place that authorizes requests: a document that exceeds its
// caller's permissions is rejected before any of it is executed.
type access struct {
	accounts *account.Accounts
	logger   *slog.Logger
}

// authorizeOperation rejects operations that the caller is not permitted to run, and
// puts the actor into the context of the others.
func (a access) authorizeOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	who, refused := a.authorize(ctx)
	if refused != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{refused}})
	}
	if err := a.accounts.Used(ctx, who); err != nil {
		a.logger.WarnContext(ctx, "session not prolonged", slog.Any("error", err))
	}
	ctx, become := actor.WithChanging(ctx, who)
	return next(context.WithValue(ctx, reauthorizeKey{}, func() *gqlerror.Error {
		who, refused := a.authorize(ctx)
		become(who)
		return refused
	}))
}

type reauthorizeKey struct{}

// authorizeMutation authorizes the caller again before each mutation of a document: an
// earlier one, or another request, may have ended the session or lowered the role.
func (a access) authorizeMutation(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if is(ctx, ast.Mutation) {
		if refused := reauthorize(ctx); refused != nil {
			graphql.AddError(ctx, refused)
			return graphql.Null
		}
	}
	return next(ctx)
}

// reauthorize authorizes the caller of a running operation again and updates its
// actor. It is called before each mutation of a document and each event of a
// subscription.
func reauthorize(ctx context.Context) *gqlerror.Error {
	check, _ := ctx.Value(reauthorizeKey{}).(func() *gqlerror.Error)
	if check == nil {
		return nil // the operation has no caller
	}
	return check()
}

func (a access) authorize(ctx context.Context) (actor.Actor, *gqlerror.Error) {
	who, err := a.accounts.Who(ctx, callerOf(ctx).credentials)
	if err != nil {
		if !errors.Is(err, account.ErrTokenUnknown) && ctx.Err() == nil {
			a.logger.ErrorContext(ctx, "caller not identified", slog.Any("error", err))
		}
		return actor.Actor{}, publicError(ctx, err)
	}
	operation := graphql.GetOperationContext(ctx).Operation
	if operation == nil {
		return who, nil // the document is invalid and will be rejected
	}
	needed := requirementOf(operation.SelectionSet)
	switch {
	case needed.isMetBy(who):
		return who, nil
	case who.Role == actor.Anyone:
		return actor.Actor{}, codedError(ctx, unauthenticated)
	case who.Role >= needed.role:
		return actor.Actor{}, codedError(ctx, freshSignInRequired)
	default:
		return actor.Actor{}, codedError(ctx, forbidden)
	}
}

// A requirement is the role, and the kind of sign-in, that a field demands.
type requirement struct {
	role  actor.Role
	fresh bool
}

func (r requirement) isMetBy(who actor.Actor) bool {
	return who.Role >= r.role && (who.Fresh || !r.fresh)
}

func (r requirement) and(other requirement) requirement {
	return requirement{max(r.role, other.role), r.fresh || other.fresh}
}

// requirementOf returns the requirement of all selections together, including those
// that a directive skips. It visits each fragment once.
func requirementOf(set ast.SelectionSet) requirement {
	return requirements{}.of(set)
}

type requirements map[*ast.FragmentDefinition]bool

func (seen requirements) of(set ast.SelectionSet) (needed requirement) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			needed = needed.and(requirementOfField(selection.ObjectDefinition, selection.Definition)).and(seen.of(selection.SelectionSet))
		case *ast.InlineFragment:
			needed = needed.and(seen.of(selection.SelectionSet))
		case *ast.FragmentSpread:
			if !seen[selection.Definition] {
				seen[selection.Definition] = true
				needed = needed.and(seen.of(selection.Definition.SelectionSet))
			}
		}
	}
	return needed
}

// requirementOfField returns the requirement that the schema declares for a field, or
// else for its type. The default is the owner role.
func requirementOfField(object *ast.Definition, field *ast.FieldDefinition) requirement {
	if isMeta(object, field) {
		return requirement{}
	}
	directive := field.Directives.ForName("requires")
	if directive == nil {
		directive = object.Directives.ForName("requires")
	}
	if directive == nil {
		return requirement{role: actor.Owner}
	}
	needed := requirement{role: roles[directive.Arguments.ForName("role").Value.Raw]}
	if password := directive.Arguments.ForName("password"); password != nil {
		needed.fresh = password.Value.Raw == "true"
	}
	return needed
}

var roles = map[string]actor.Role{"ANYONE": actor.Anyone, "MEMBER": actor.Member, "RECEPTIONIST": actor.Receptionist, "MANAGER": actor.Manager, "OWNER": actor.Owner}

// isMeta reports whether a field belongs to introspection or to an interface. The
// types that implement the interface declare the requirements of its fields.
func isMeta(object *ast.Definition, field *ast.FieldDefinition) bool {
	return object.BuiltIn || object.Kind == ast.Interface || len(field.Name) > 1 && field.Name[:2] == "__"
}
