package webpush

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"visavis/internal/civil"
)

// TimeLimit is how long a push service has to answer.
const TimeLimit = 10 * time.Second

// tokenUse is how long a signature is valid. Push services take at most a day.
const tokenUse = 12 * time.Hour

// longestAnswer is how much is read of what a push service answers.
const longestAnswer = 1 << 10

// A Message is a text for a browser.
type Message struct {
	Endpoint, PublicKey, AuthSecret string // as the browser described its subscription
	Text                            []byte
	ExpiresAt                       civil.Instant // when the push service gives up
	IsUrgent                        bool          // whether it wakes a device that saves energy
}

// An Outcome is how the delivery of a message to a push service ended.
type Outcome string

// The outcomes.
const (
	Sent        Outcome = "sent"
	Gone        Outcome = "gone"        // the browser gets no pushes any more
	Refused     Outcome = "refused"     // no use to try again
	Busy        Outcome = "busy"        // to be tried again
	Unreachable Outcome = "unreachable" // to be tried again
)

// An Answer is what a push service said to a message.
type Answer struct {
	Outcome Outcome
	Status  int           // of the response; 0: there is none
	Wait    time.Duration // before the next attempt; zero: it does not ask for any
}

// A Sender sends messages to push services.
type Sender struct {
	key     *Key
	contact string
	client  *http.Client
}

// NewSender returns a sender that signs by a key. The contact is an https or mailto URL of the server. A push service that has not answered
// within the limit is unreachable.
func NewSender(key *Key, contact string, transport http.RoundTripper, limit time.Duration) *Sender {
	return &Sender{key, contact, &http.Client{
		Transport: transport, Timeout: limit,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // it may lead anywhere
	}}
}

// Send sends a message. It returns no error, since that would name the endpoint.
func (s *Sender) Send(ctx context.Context, m Message, now civil.Instant) Answer {
	request, ok := s.request(ctx, m, now)
	if !ok {
		return Answer{Outcome: Refused}
	}
	response, err := s.client.Do(request)
	if err != nil {
		return Answer{Outcome: Unreachable}
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.CopyN(io.Discard, response.Body, longestAnswer) // so that the connection can be used again
	return Answer{outcomeOf(response.StatusCode), response.StatusCode, waitOf(response.Header.Get("Retry-After"), now)}
}

// request returns the request with a message, or false if it cannot be sent.
func (s *Sender) request(ctx context.Context, m Message, now civil.Instant) (request *http.Request, ok bool) {
	at, err := url.Parse(m.Endpoint)
	if err != nil || !IsKnownService(m.Endpoint) {
		return nil, false
	}
	public, err := ParsePublicKey(m.PublicKey)
	if err != nil {
		return nil, false
	}
	auth, err := ParseAuthSecret(m.AuthSecret)
	if err != nil {
		return nil, false
	}
	body, err := Encrypt(m.Text, public, auth)
	if err != nil {
		return nil, false
	}
	authorization, err := s.key.Authorization("https://"+at.Host, s.contact, now.Add(tokenUse))
	if err != nil {
		return nil, false
	}
	request, err = http.NewRequestWithContext(ctx, http.MethodPost, m.Endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, false
	}
	request.Header = http.Header{
		"Authorization":    {authorization},
		"Content-Encoding": {"aes128gcm"},
		"Content-Type":     {"application/octet-stream"},
		"Ttl":              {strconv.FormatInt(max(int64(m.ExpiresAt-now), 0), 10)},
		"Urgency":          {m.urgency()},
		"User-Agent":       {"visavis"},
	}
	return request, true
}

func (m Message) urgency() string {
	if m.IsUrgent {
		return "high"
	}
	return "normal"
}

func outcomeOf(status int) Outcome {
	switch {
	case status >= 200 && status < 300:
		return Sent
	case status == http.StatusNotFound, status == http.StatusGone:
		return Gone
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status >= 500:
		return Busy
	default:
		return Refused
	}
}

// waitOf reads the header Retry-After: seconds, or a time.
func waitOf(header string, now civil.Instant) time.Duration {
	const longest = 24 * 3600 // no push waits that long
	if seconds, err := strconv.ParseInt(header, 10, 64); err == nil {
		return time.Duration(min(max(seconds, 0), longest)) * time.Second
	}
	at, err := http.ParseTime(header)
	if err != nil {
		return 0
	}
	return min(max(civil.InstantOf(at).Sub(now), 0), longest*time.Second)
}
