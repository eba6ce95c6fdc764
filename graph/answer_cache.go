package graph

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/singleflight"

	"visavis/graph/transport"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/store"
)

// Limits of the cache; together at most 24 MB, and a tenth of that for compressed forms.
const (
	cachedAnswers       = 64
	cachedAnswerLength  = 384 << 10 // in bytes; enough for three months of five staff members
	cachedRequestLength = 8 << 10   // in bytes, of the query and of its variables
)

// answerCache caches responses with bookable starts: many customers view a salon's month at once, and computing it costs far
// more than checking that nothing has changed. No response is older than the change sequence, which is read for each request.
type answerCache struct {
	booking  *booking.Booking
	answers  *lru.Cache[string, *transport.ReusableData]
	inFlight singleflight.Group
}

func newAnswerCache(b *booking.Booking) *answerCache {
	answers, err := lru.New[string, *transport.ReusableData](cachedAnswers)
	if err != nil {
		panic(err) // the size is a constant
	}
	return &answerCache{booking: b, answers: answers}
}

// aroundOperation runs after authorization and rate limits, and before anything expensive.
func (c *answerCache) aroundOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	branchID, ok := cacheableBranch(ctx)
	if !ok {
		return next(ctx)
	}
	compute := func() *graphql.Response { return next(ctx)(ctx) }
	answered := false
	return func(context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		return c.answer(ctx, branchID, compute)
	}
}

// cacheableBranch returns the branch of a query whose response is the same for every caller; ok is false for all other operations.
func cacheableBranch(ctx context.Context) (branchID string, ok bool) {
	operation := graphql.GetOperationContext(ctx)
	if !is(ctx, ast.Query) || actor.Of(ctx).Role != actor.Anyone || len(operation.RawQuery) > cachedRequestLength {
		return "", false
	}
	fields := rootFields(operation)
	if len(fields) != 1 {
		return "", false
	}
	switch fields[0].Name {
	case "bookableVideoConsultations", "bookableSalonVisits", "bookableDays", "bookableStaff":
	default:
		return "", false
	}
	arguments := fields[0].ArgumentMap(operation.Variables)
	if arguments["holdSecret"] != nil || arguments["bookingSecret"] != nil {
		return "", false // the start of their own hold or appointment is offered only to them
	}
	branchID, ok = arguments["branchId"].(string)
	return branchID, ok
}

func (c *answerCache) answer(ctx context.Context, branchID string, compute func() *graphql.Response) *graphql.Response {
	key, ok, err := c.key(ctx, branchID)
	if outage := store.Outage(err); outage != nil { // the resolver would wait for the database as long again
		return failedResponse(ctx, outageCodes[outage])
	}
	if !ok {
		return compute()
	}
	if data, ok := c.answers.Get(key); ok {
		return transport.Reuse(ctx, data)
	}
	var own *graphql.Response // with its errors, if this request computed it
	shared, _, _ := c.inFlight.Do(key, func() (any, error) {
		own = compute()
		data := cacheable(own)
		if data != nil {
			c.answers.Add(key, data)
		}
		return data, nil
	})
	if data, _ := shared.(*transport.ReusableData); data != nil {
		return transport.Reuse(ctx, data)
	}
	if own != nil {
		return own
	}
	return compute() // the request that computed it may have been cancelled or timed out
}

// cacheable returns the data of a complete response; nil if the response has errors or is too long.
func cacheable(response *graphql.Response) *transport.ReusableData {
	if response == nil || len(response.Errors) > 0 || len(response.Extensions) > 0 || len(response.Data) > cachedAnswerLength {
		return nil
	}
	return transport.NewReusableData(response.Data)
}

// key returns a cache key of the query and everything its response depends on. The resolver reports errors that are no outages.
func (c *answerCache) key(ctx context.Context, branchID string) (key string, ok bool, err error) {
	operation := graphql.GetOperationContext(ctx)
	state, err := c.booking.State(ctx, branchID)
	if err != nil {
		return "", false, err
	}
	text := make([]byte, 0, 2*len(operation.RawQuery))
	for _, number := range []int64{state.ChangeSequence, int64(state.At), int64(len(operation.OperationName)), int64(len(operation.RawQuery))} {
		text = append(strconv.AppendInt(text, number, 10), ' ') // the lengths keep one text from continuing another
	}
	text = append(append(append(text, localeOf(ctx)...), operation.OperationName...), operation.RawQuery...)
	head := len(text)
	for _, definition := range operation.Operation.VariableDefinitions { // validation has removed all other variables
		if text, ok = appendVariable(text, operation.Variables, definition.Variable); !ok || len(text)-head > cachedRequestLength {
			return "", false, nil
		}
	}
	return string(text), true, nil
}

// appendVariable appends the value of a variable as JSON, or a comma if it has none.
func appendVariable(text []byte, variables map[string]any, name string) ([]byte, bool) {
	value, given := variables[name]
	if !given {
		return append(text, ','), true
	}
	if value, isText := value.(string); isText { // most are IDs and dates
		return append(strconv.AppendQuote(text, value), ','), true
	}
	encoded, err := json.Marshal(value)
	return append(append(text, encoded...), ','), err == nil
}
