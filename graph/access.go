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

// access is the one place where it is decided who may ask for what: a document that
// asks for more than its sender may is refused before anything is done.
type access struct {
	accounts *account.Accounts
	logger   *slog.Logger
}

// toOperation lets an operation begin, and tells the rest who acts.
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

// toChange asks anew before every mutation of a document: one before it, or somebody
// else meanwhile, may have ended the session or lowered the role.
func (a access) authorizeMutation(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if is(ctx, ast.Mutation) {
		if refused := reauthorize(ctx); refused != nil {
			graphql.AddError(ctx, refused)
			return graphql.Null
		}
	}
	return next(ctx)
}

// admitAnew asks once more whether whoever has begun an operation may go on, and as
// whom: before every mutation of a document and every event of a subscription.
func reauthorize(ctx context.Context) *gqlerror.Error {
	ask, _ := ctx.Value(reauthorizeKey{}).(func() *gqlerror.Error)
	if ask == nil {
		return nil // the operation was not begun by anybody
	}
	return ask()
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
		return who, nil // the document is refused
	}
	needed := requirementOf(operation.SelectionSet)
	switch {
	case needed.isMetBy(who):
		return who, nil
	case who.Role == actor.Anyone:
		return actor.Actor{}, codedError(ctx, unauthenticated)
	case who.Role >= needed.role:
		return actor.Actor{}, codedError(ctx, passwordRequired)
	default:
		return actor.Actor{}, codedError(ctx, forbidden)
	}
}

// A requirement is what somebody must be to ask for something.
type requirement struct {
	role       actor.Role
	byPassword bool
}

func (r requirement) isMetBy(who actor.Actor) bool {
	signedInByPassword := who.SessionID != "" && !who.ByPIN
	return who.Role >= r.role && (signedInByPassword || !r.byPassword)
}

func (r requirement) and(other requirement) requirement {
	return requirement{max(r.role, other.role), r.byPassword || other.byPassword}
}

// requirementOf gives what somebody must be to ask for all of the selections, also
// for those that a directive leaves out. Each fragment is looked at once.
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

// requirementOfField reads what the schema says of a field, or else of its type. What
// it says nothing of, owners alone may ask for.
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
		needed.byPassword = password.Value.Raw == "true"
	}
	return needed
}

var roles = map[string]actor.Role{"ANYONE": actor.Anyone, "MEMBER": actor.Member, "MANAGER": actor.Manager, "OWNER": actor.Owner}

// isMeta tells whether a field is about the schema, or of an interface: what lies
// behind that, its types tell.
func isMeta(object *ast.Definition, field *ast.FieldDefinition) bool {
	return object.BuiltIn || object.Kind == ast.Interface || len(field.Name) > 1 && field.Name[:2] == "__"
}
