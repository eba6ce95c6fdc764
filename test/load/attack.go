package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"sync/atomic"

	vegeta "github.com/tsenart/vegeta/v12/lib"
)

// kinds of requests, and their percentages.
var mix = []struct {
	kind string
	of   int
}{{"starts of a month", 80}, {"starts of a day", 10}, {"hold", 5}, {"book", 5}}

// kindOf returns the kind of the nth request. Kinds alternate evenly and deterministically.
func kindOf(n uint64) string {
	position := int(n * 37 % 100) // 37 and 100 are coprime: every position comes once
	for _, m := range mix {
		if position < m.of {
			return m.kind
		}
		position -= m.of
	}
	return ""
}

const (
	startsQuery = `query($branch: ID!, $from: LocalDate!, $to: LocalDate!) {
		bookableVideoConsultations(branchId: $branch, from: $from, to: $to) { staff { id displayName } days { date starts } } }`
	holdMutation = `mutation($input: AppointmentHoldInput!) { appointmentHold(input: $input) { hold { secret } userErrors { code } } }`
	bookMutation = `mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id } userErrors { code } } }`
)

// aim returns the source of requests.
func aim(origin string, s *salon) vegeta.Targeter {
	var asked, requested atomic.Uint64
	return func(t *vegeta.Target) error {
		n := asked.Add(1)
		kind := kindOf(n)
		t.Method, t.URL = http.MethodPost, origin+"/graphql?kind="+url.QueryEscape(kind)
		t.Header = http.Header{
			"Content-Type": {"application/json"},
			clientAddress:  {fmt.Sprintf("10.%d.%d.%d", n>>16&255, n>>8&255, n&255)},
		}
		switch kind {
		case "hold", "book":
			w := s.starts[requested.Add(1)%uint64(len(s.starts))]
			t.Body = w.request(kind, n)
		case "starts of a day":
			t.Body = document(startsQuery, map[string]any{"branch": branch, "from": s.today, "to": s.today})
		default:
			t.Body = document(startsQuery, map[string]any{"branch": branch, "from": s.today, "to": s.inAMonth})
		}
		return nil
	}
}

// request returns a request to hold or book the start.
func (w freeStart) request(kind string, n uint64) []byte {
	start := map[string]any{"branchId": branch, "serviceId": w.service, "staffId": w.staff, "start": w.start}
	if kind == "hold" {
		return document(holdMutation, map[string]any{"input": start})
	}
	return document(bookMutation, map[string]any{"input": map[string]any{
		"start":          start,
		"customer":       map[string]any{"name": "Carla Kunde", "email": fmt.Sprintf("carla-%d@kunde.example", n), "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": fmt.Sprintf("load-%s-%012d", w.start[:10], n),
	}})
}

// attack sends the planned requests and returns the results by kind.
func attack(ctx context.Context, p plan, origin string, s *salon) map[string]*kindReport {
	kinds := map[string]*kindReport{}
	for _, m := range mix {
		kinds[m.kind] = &kindReport{}
	}
	attacker := vegeta.NewAttacker(vegeta.KeepAlive(true), vegeta.MaxBody(-1))
	stop := context.AfterFunc(ctx, func() { attacker.Stop() })
	defer stop()
	for result := range attacker.Attack(aim(origin, s), vegeta.Rate{Freq: p.rate, Per: second}, p.lasts, "load") {
		asked, err := url.Parse(result.URL)
		if err != nil {
			continue // the test's own requests are well-formed
		}
		kinds[asked.Query().Get("kind")].add(result)
	}
	for _, k := range kinds {
		k.metrics.Close()
	}
	return kinds
}

// add counts an answer.
func (k *kindReport) add(r *vegeta.Result) {
	k.metrics.Add(r)
	switch {
	case r.Error != "" || r.Code != http.StatusOK || bytes.Contains(r.Body, []byte(`"errors":`)):
		k.errors++
	case bytes.Contains(r.Body, []byte(`"code":"START_TAKEN"`)):
		k.taken++
	case bytes.Contains(r.Body, []byte(`"userErrors":[{`)):
		k.errors++
	}
}
