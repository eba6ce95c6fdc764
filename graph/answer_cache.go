package graph

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/singleflight"

	"visavis/internal/actor"
	"visavis/internal/booking"
)

// What is kept of answers that may be given again: at most 24 MB.
const (
	cachedAnswers       = 64
	cachedAnswerLength  = 384 << 10 // bytes, of an answer: three months of five people have as many
	cachedRequestLength = 8 << 10   // bytes, of a question and of its variables
)

// reused gives clients who ask the same of the same starts the same answer: many look at a salon's month at once, and making
// it costs far more than to see that nothing has changed. No answer is older than the change sequence that is read for each.
type answerCache struct {
	booking  *booking.Booking
	answers  *lru.Cache[string, json.RawMessage]
	inFlight singleflight.Group
}

func newAnswerCache(b *booking.Booking) *answerCache {
	answers, err := lru.New[string, json.RawMessage](cachedAnswers)
	if err != nil {
		panic(err) // the size is our own
	}
	return &answerCache{booking: b, answers: answers}
}

// toOperation comes behind whatever may refuse an operation, and before whatever it costs.
func (r *answerCache) aroundOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	responses := next(ctx)
	branchID, ok := cacheableBranch(ctx)
	if !ok {
		return responses
	}
	answered := false
	return func(ctx context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		return r.answer(ctx, branchID, responses)
	}
}

// asksForStarts tells whether anybody would be given the same, and the branch that it is about.
func cacheableBranch(ctx context.Context) (branchID string, ok bool) {
	operation := graphql.GetOperationContext(ctx)
	if !is(ctx, ast.Query) || actor.Of(ctx).Role != actor.Anyone || len(operation.RawQuery) > cachedRequestLength {
		return "", false
	}
	fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, nil)
	if len(fields) != 1 || fields[0].Definition == nil {
		return "", false
	}
	if name := fields[0].Name; name != "bookableVideoConsultations" && name != "bookableSalonVisits" {
		return "", false
	}
	arguments := fields[0].ArgumentMap(operation.Variables)
	if arguments["holdSecret"] != nil || arguments["bookingSecret"] != nil {
		return "", false // what is theirs hides no start from them alone
	}
	branchID, ok = arguments["branchId"].(string)
	return branchID, ok
}

func (r *answerCache) answer(ctx context.Context, branchID string, next graphql.ResponseHandler) *graphql.Response {
	key, ok := r.key(ctx, branchID)
	if !ok {
		return next(ctx)
	}
	if data, ok := r.answers.Get(key); ok {
		return &graphql.Response{Data: data}
	}
	var own *graphql.Response // of whoever makes the answer, with its errors
	made, _, _ := r.inFlight.Do(key, func() (any, error) {
		own = next(ctx)
		data := cacheable(own)
		if data != nil {
			r.answers.Add(key, data)
		}
		return data, nil
	})
	if own != nil {
		return own
	}
	if data, _ := made.(json.RawMessage); data != nil {
		return &graphql.Response{Data: data}
	}
	return next(ctx) // whoever was waited for may have gone, or run out of time
}

// reusable gives the data of an answer that lacks nothing, nil for any other.
func cacheable(response *graphql.Response) json.RawMessage {
	if response == nil || len(response.Errors) > 0 || len(response.Extensions) > 0 || len(response.Data) > cachedAnswerLength {
		return nil
	}
	return response.Data
}

// key names the question and all that its answer follows from.
func (r *answerCache) key(ctx context.Context, branchID string) (key string, ok bool) {
	operation := graphql.GetOperationContext(ctx)
	variables, err := json.Marshal(operation.Variables)
	if err != nil || len(variables) > cachedRequestLength {
		return "", false
	}
	state, err := r.booking.State(ctx, branchID)
	if err != nil {
		return "", false // it is for the field to say so
	}
	return fmt.Sprintf("%d %d %s %s %s %s", state.ChangeSequence, state.At, localeOf(ctx), operation.OperationName, variables, operation.RawQuery), true
}
