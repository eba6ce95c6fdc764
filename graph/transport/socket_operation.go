package transport

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
)

// A subscriber is an operation of a socket that the client has not completed.
type subscriber struct {
	id     string
	cancel context.CancelFunc
}

// subscribe starts an operation. The limit counts running operations, including those
// that the client has completed, so that completing a slow one frees no slot early.
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
	case admissionOverLimit:
		s.send(errorMessage(message.ID, tooManyOperations().response().Errors))
	}
}

// An admission is the decision whether an operation may run.
type admission int

const (
	admissionGranted admission = iota
	admissionDuplicate
	admissionFull
	admissionOverLimit
)

func (s *socket) admit(id string, parameters *graphql.RawParams) admission {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closing {
		return admissionGranted // closing anyway, so nobody notices that it does not run
	}
	if _, exists := s.active[id]; exists {
		return admissionDuplicate
	}
	if s.running >= s.settings.OperationLimit {
		return admissionFull
	}
	if !s.counted.begin() {
		return admissionOverLimit
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

// run executes an operation and sends next messages, then an error or a complete
// message. It sends nothing more once the client has completed the operation.
func (s *socket) run(ctx context.Context, subscription *subscriber, parameters *graphql.RawParams) {
	failure := s.perform(ctx, subscription, parameters)
	last := socketMessage{ID: subscription.id, Type: messageComplete}
	if failure != nil {
		last = errorMessage(subscription.id, failure.Errors)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	// The ID and the slot must be free before the client reads the last message. They
	// are freed under the write lock, so operations waiting to write still count.
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

// unsubscribe cancels an operation. An unknown ID is not an error: the operation may
// just have ended.
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

// finish frees the operation's ID and slot, and reports whether the client still waits
// for it.
func (s *socket) finish(subscription *subscriber) (awaited bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.running--
	s.counted.end()
	awaited = s.active[subscription.id] == subscription
	if awaited {
		delete(s.active, subscription.id)
	}
	return awaited
}
