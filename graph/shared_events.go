package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/singleflight"

	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/event"
)

// keptEvents is how many events are kept for other subscribers, who receive them at the same time.
const keptEvents = 256

// sharedEvents makes each event of scheduleChanged once for all anonymous subscribers who ask for the same: they see the same of
// every change, and executing the document for each of thousands would take longer than sending the event.
type sharedEvents struct {
	feed     *event.Feed
	events   *lru.Cache[string, json.RawMessage]
	inFlight singleflight.Group
}

func newSharedEvents(feed *event.Feed) *sharedEvents {
	events, err := lru.New[string, json.RawMessage](keptEvents)
	if err != nil {
		panic(err) // the size is a constant
	}
	return &sharedEvents{feed: feed, events: events}
}

// aroundOperation runs after authorization and rate limits.
func (s *sharedEvents) aroundOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	wanted, ok := shareable(ctx)
	if !ok {
		return next(ctx)
	}
	subscription, err := s.feed.Subscribe(ctx, wanted.branchID, wanted.after)
	if err != nil {
		return next(ctx) // which reports the error
	}
	return func(context.Context) *graphql.Response {
		change, ok := <-subscription.Changes()
		if ok {
			return s.event(ctx, wanted, &change, next)
		}
		if ctx.Err() == nil {
			transport.AddError(ctx, publicError(ctx, fmt.Errorf("a subscription ended: %w", subscription.Err())))
		}
		return nil
	}
}

// A sharedSubscription is a subscription whose events depend on nothing but its own arguments and fields.
type sharedSubscription struct {
	branchID, after string
	selection       string // the same for all that get the same events
}

// shareable returns the subscription of a caller without credentials; ok is false unless all its fields are plain ones of the change.
func shareable(ctx context.Context) (wanted sharedSubscription, ok bool) {
	operation := graphql.GetOperationContext(ctx)
	if !is(ctx, ast.Subscription) || callerOf(ctx).credentials != (account.Credentials{}) {
		return wanted, false // callers with credentials are authorized again for each event
	}
	fields := rootFields(operation)
	if len(fields) != 1 || fields[0].Name != "scheduleChanged" {
		return wanted, false
	}
	arguments := fields[0].ArgumentMap(operation.Variables)
	if wanted.branchID, ok = arguments["branchId"].(string); !ok {
		return wanted, false
	}
	if wanted.after, ok = arguments["after"].(string); !ok && arguments["after"] != nil {
		return wanted, false
	}
	wanted.selection = string(localeOf(ctx)) + " " + fields[0].Alias
	for _, field := range graphql.CollectFields(operation, fields[0].Selections, []string{"ScheduleChange"}) {
		if len(field.Arguments) > 0 || len(field.Selections) > 0 {
			return wanted, false
		}
		wanted.selection += " " + field.Alias + ":" + field.Name
	}
	return wanted, true
}

// event returns the response to a change.
func (s *sharedEvents) event(ctx context.Context, wanted sharedSubscription, change *event.Change, next graphql.OperationHandler) *graphql.Response {
	recordReceived(ctx, time.Now())
	key := change.BranchID + " " + strconv.FormatInt(change.Sequence, 10) + " " + string(change.Kind) + " " + wanted.selection
	if data, ok := s.events.Get(key); ok {
		return &graphql.Response{Data: data}
	}
	var own *graphql.Response // with its errors, if this subscriber made it
	shared, _, _ := s.inFlight.Do(key, func() (any, error) {
		if data, ok := s.events.Get(key); ok {
			return data, nil // made since
		}
		own = executeOnly(ctx, change, next)
		if own == nil || len(own.Errors) > 0 || len(own.Extensions) > 0 {
			return json.RawMessage(nil), nil
		}
		s.events.Add(key, own.Data)
		return own.Data, nil
	})
	if own != nil {
		return own
	}
	if data, _ := shared.(json.RawMessage); data != nil {
		return &graphql.Response{Data: data}
	}
	return executeOnly(ctx, change, next) // the subscriber who made it may have left
}

type onlyChangeKey struct{}

// executeOnly executes a subscription whose only event is the change.
func executeOnly(ctx context.Context, change *event.Change, next graphql.OperationHandler) *graphql.Response {
	ctx = context.WithValue(ctx, onlyChangeKey{}, change)
	return next(ctx)(ctx)
}

// onlyChange returns a channel with the only change of the subscription; nil if it has others.
func onlyChange(ctx context.Context) <-chan *event.Change {
	change, ok := ctx.Value(onlyChangeKey{}).(*event.Change)
	if !ok {
		return nil
	}
	only := make(chan *event.Change, 1)
	only <- change
	close(only)
	return only
}
