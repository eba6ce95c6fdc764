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

// The kinds of requests, and how many of a hundred are of each.
var mix = []struct {
	kind string
	of   int
}{{"starts of a month", 80}, {"starts of a day", 10}, {"hold", 5}, {"book", 5}}

// kindOf gives the kind of the nth request: they alternate evenly, and always alike.
func kindOf(n uint64) string {
	place := int(n * 37 % 100) // 37 and 100 have no common divisor: every place comes once
	for _, m := range mix {
		if place < m.of {
			return m.kind
		}
		place -= m.of
	}
	return ""
}

const (
	startsQuery = `query($branch: ID!, $from: LocalDate!, $to: LocalDate!) {
		bookableVideoConsultations(branchId: $branch, from: $from, to: $to) { staff { id displayName } days { date starts } } }`
	holdMutation = `mutation($input: AppointmentHoldInput!) { appointmentHold(input: $input) { hold { secret } userErrors { code } } }`
	bookMutation = `mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id } userErrors { code } } }`
)

// aim gives the requests, one after the other.
func aim(origin string, s *salon) vegeta.Targeter {
	var asked, wished atomic.Uint64
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
			w := s.starts[wished.Add(1)%uint64(len(s.starts))]
			t.Body = w.request(kind, n)
		case "starts of a day":
			t.Body = document(startsQuery, map[string]any{"branch": branch, "from": s.today, "to": s.today})
		default:
			t.Body = document(startsQuery, map[string]any{"branch": branch, "from": s.today, "to": s.inAMonth})
		}
		return nil
	}
}

// request asks to hold the start, or to book it.
func (w wish) request(kind string, n uint64) []byte {
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

// attack asks as planned, and gives what came of it by kind.
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
			continue // ours are well-formed
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
