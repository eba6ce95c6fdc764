package transport

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
)

// A subscriber is one operation of a socket that the client waits for.
type subscriber struct {
	id     string
	cancel context.CancelFunc
}

// subscribe starts an operation. The limit counts what is still running, not
// what the client waits for, so that completing slow operations frees nothing.
func (s *socket) subscribe(message socketMessage) {
	start := graphql.Now()
	parameters, refused := decodeParameters(message.Payload)
	if refused != nil {
		s.close(closeBadRequest, refused.message)
		return
	}
	if !s.acknowledged {
		s.close(closeUnauthorized, "Unauthorized")
		return
	}
	parameters.Headers = s.headers
	parameters.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	switch s.admit(message.ID, parameters) {
	case admissionDuplicate:
		s.close(closeSubscriberExists, "Subscriber for "+message.ID+" already exists")
	case admissionFull:
		refused := &refusal{http.StatusTooManyRequests, CodeTooManyOperations, "Too many operations on this connection. Complete some, or open another connection."}
		s.send(errorMessage(message.ID, refused.response().Errors))
	}
}

// An admission says whether an operation may run.
type admission int

const (
	admissionGranted admission = iota
	admissionDuplicate
	admissionFull
)

func (s *socket) admit(id string, parameters *graphql.RawParams) admission {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closing {
		return admissionGranted // nobody will see that it does not run
	}
	if _, exists := s.active[id]; exists {
		return admissionDuplicate
	}
	if s.running >= s.settings.OperationLimit {
		return admissionFull
	}
	ctx, cancel := context.WithCancel(s.operations)
	subscription := &subscriber{id, cancel}
	s.active[id] = subscription
	s.running++
	s.goroutines.Go(func() {
		defer cancel()
		s.run(graphql.StartOperationTrace(ctx), subscription, parameters)
	})
	return admissionGranted
}

// run answers one operation: next messages, then an error or a complete
// message, and none of them once the client has completed it.
func (s *socket) run(ctx context.Context, subscription *subscriber, parameters *graphql.RawParams) {
	failure := s.perform(ctx, subscription, parameters)
	last := socketMessage{ID: subscription.id, Type: messageComplete}
	if failure != nil {
		last = errorMessage(subscription.id, failure.Errors)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	// Identifier and room are free before the client can know it, yet not before
	// it is its turn: those who wait to write count as running.
	if s.finish(subscription) {
		s.write(last)
	}
}

func (s *socket) perform(ctx context.Context, subscription *subscriber, parameters *graphql.RawParams) (failure *graphql.Response) {
	defer func() {
		if value := recover(); value != nil {
			failure = presentPanic(ctx, s.executor, value)
		}
	}()
	operation, failure := prepare(ctx, s.executor, parameters)
	if failure != nil {
		return failure
	}
	return stream(ctx, s.executor, operation, func(response *graphql.Response) bool {
		message := nextMessage(subscription.id, response)
		s.writing.Lock()
		defer s.writing.Unlock()
		return s.isActive(subscription) && s.write(message)
	})
}

// unsubscribe ends an operation for the client. An unknown one may just have
// ended by itself.
func (s *socket) unsubscribe(id string) {
	s.mutex.Lock()
	subscription, ok := s.active[id]
	delete(s.active, id)
	s.mutex.Unlock()
	if ok {
		subscription.cancel()
	}
}

func (s *socket) isActive(subscription *subscriber) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.active[subscription.id] == subscription
}

// finish frees what the operation held and tells whether the client still
// waits for it.
func (s *socket) finish(subscription *subscriber) (awaited bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.running--
	awaited = s.active[subscription.id] == subscription
	if awaited {
		delete(s.active, subscription.id)
	}
	return awaited
}
