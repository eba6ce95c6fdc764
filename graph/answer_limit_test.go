package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"visavis/ent/staff"
	"visavis/graph"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

const (
	answerTooLarge = `{"errors":[{"message":"The response would be too large. Request less at once.","extensions":{"code":"ANSWER_TOO_LARGE"}}],"data":null}`
	timedOut       = `{"errors":[{"message":"The response takes too long. Request less at once, or try again later.","extensions":{"code":"TIMEOUT"}}],"data":null}`
)

// The demo salon has two branches. A field costs 4, and an object in a list 12.
func TestAnswerLimit(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	for query, cost := range map[string]int64{
		`{branches{nodes{id}}}`:                                    4 + 4 + 2*(12+4),
		`{branches{nodes{a:id id}}}`:                               4 + 4 + 2*(12+4+4),
		`{branches{nodes{id __typename}}}`:                         4 + 4 + 2*(12+4),
		`{branches{nodes{id}} b:branches{nodes{id}}}`:              2 * (4 + 4 + 2*(12+4)),
		`{branches{nodes{...F ...F}}} fragment F on Branch{id}`:    4 + 4 + 2*(12+4),
		`{branch(id:"brn_demo-mitte"){id name}}`:                   4 + 4 + 4,
		`{branch(id:"brn_demo-mitte"){name @skip(if:true) id}}`:    4 + 4,
		`{branch(id:"brn_demo-mitte"){bookingRules{horizonDays}}}`: 4 + 4 + 4,
		`{__schema{queryType{name}}}`:                              4 + 4 + 4,
	} {
		if answer := answerWithLimit(t, options, cost, query); strings.Contains(answer, "errors") {
			t.Errorf("%s\nwith limit %d answers %s", query, cost, answer)
		}
		if answer := answerWithLimit(t, options, cost-1, query); answer != answerTooLarge {
			t.Errorf("%s\nwith limit %d answers %s", query, cost-1, answer)
		}
	}
}

// Each level has twice as many objects as the level above it: the other two profiles of a person.
func TestADeepQueryExceedsTheLimit(t *testing.T) {
	options, s := demoSalon(t, demotest.Salon.SQLiteURL(t), nil)
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Account.Create().SetStaffID("stf_demo-anna").SetEmail("anna@salon.example").SetCreatedAt(1_795_420_800).Exec(ctx); err != nil {
			return err
		}
		return tx.Staff.Update().Where(staff.IDIn("stf_demo-anna", "stf_demo-ben", "stf_demo-clara")).SetPersonID("prs_demo-anna").Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	deep := `{staff{nodes{samePersonAs{samePersonAs{samePersonAs{samePersonAs{samePersonAs{samePersonAs{branches{id}}}}}}}}}}`
	if answer := answerWithLimit(t, options, 4000, deep); answer != answerTooLarge {
		t.Error(answer)
	}
}

// The response has no room for the results, but every mutation must run.
func TestMutationsRunEvenIfTheAnswerIsTooLarge(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	answer := answerWithLimit(t, options, 1, `mutation{
		a: branchCreate(input: {name: "Alpha", timeZone: "Europe/Berlin"}) { branch { id } }
		b: branchCreate(input: {name: "Beta", timeZone: "Europe/Berlin"}) { branch { id } } }`)
	if !strings.Contains(answer, "ANSWER_TOO_LARGE") || !strings.Contains(answer, "carried out anyway") {
		t.Error(answer)
	}
	branches := answerWithLimit(t, options, 1000, "{branches{nodes{name}}}")
	if !strings.Contains(branches, "Alpha") || !strings.Contains(branches, "Beta") {
		t.Error(branches)
	}
}

// Statements that take eleven seconds advance the clock of the bubble.
func TestOnlyQueriesHaveADeadline(t *testing.T) {
	for query, want := range map[string]string{
		"{branches{nodes{openingHours{from}}}}":                        timedOut,
		`{branch(id:"brn_demo-mitte"){id}}`:                            timedOut, // its data may be null
		`mutation{serviceArchive(input:{id:"svc_none"}){service{id}}}`: `{"data":{"serviceArchive":{"service":null}}}`,
	} {
		t.Run(query, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var slow atomic.Bool
				options := demoOptions(t, demotest.Salon.SQLiteURL(t), func(context.Context) {
					if slow.Load() {
						time.Sleep(11 * time.Second)
					}
				})
				api := byOwner(t, options, graph.NewHandlerWithin(options, 1000))
				slow.Store(true)
				if answer := ask(t.Context(), t, api, query).Body.String(); answer != want {
					t.Errorf("got %s", answer)
				}
			})
		})
	}
}

func TestResolvingStopsWhenTheClientDisconnects(t *testing.T) {
	ctx, disconnect := context.WithCancel(t.Context())
	var statements atomic.Int64
	var disconnects atomic.Bool
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), func(context.Context) {
		statements.Add(1)
		if disconnects.Load() {
			disconnect()
		}
	})
	api := graph.NewHandlerWithin(options, 1000)
	disconnects.Store(true)
	statements.Store(0)
	recorder := ask(ctx, t, api, "{branches{nodes{openingHours{weekday} videoOnlyModes{message}}}}")
	if recorder.Code != http.StatusServiceUnavailable || statements.Load() != 1 {
		t.Errorf("%d statements, then %d %s", statements.Load(), recorder.Code, recorder.Body)
	}
}

// Thirty fields fail in each branch of each profile.
func TestAnswersHaveAtMostAHundredErrors(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	wrong := strings.Builder{}
	for i := range 30 {
		fmt.Fprintf(&wrong, "a%d:openingExceptions(from:\"never\"){date} ", i)
	}
	answer := struct{ Errors []any }{}
	text := answerWithLimit(t, options, 10_000, "{staff{nodes{branches{"+wrong.String()+"}}}}")
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) != 100 {
		t.Errorf("%d errors, %v", len(answer.Errors), err)
	}
	if text := answerWithLimit(t, options, 500, "{staff{nodes{branches{"+wrong.String()+"}}}}"); text != answerTooLarge {
		t.Error(text) // errors have a cost, too
	}
}

// An event that exceeds the limit is replaced by an error, and the next one still
// arrives.
func TestEveryEventHasItsOwnLimit(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	data := struct {
		Data struct{ Branch struct{ LastChangeID string } }
	}{}
	last := answerWithLimit(t, options, 1000, `{branch(id:"brn_demo-mitte"){lastChangeId}}`)
	if err := json.Unmarshal([]byte(last), &data); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Zoe", "Yan"} {
		answerWithLimit(t, options, 1000, `mutation{staffCreate(input:{firstName:"`+name+`",branchIds:["brn_demo-mitte"]}){userErrors{code}}}`)
	}
	for limit, want := range map[int64]string{9: `"data":null`, 1000: `"scheduleChanged":{"id":`} {
		server := httptest.NewServer(byOwner(t, options, graph.NewHandlerWithin(options, limit)))
		query := `subscription{scheduleChanged(branchId:\"brn_demo-mitte\",after:\"` + data.Data.Branch.LastChangeID + `\"){id kind firstDate}}`
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, strings.NewReader(`{"query":"`+query+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "text/event-stream")
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(response.Body)
		for events := 0; events < 2 && lines.Scan(); {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				events++
				if !strings.Contains(text, want) || limit == 9 && !strings.Contains(text, "ANSWER_TOO_LARGE") {
					t.Errorf("event %d with limit %d: %s", events, limit, text)
				}
			}
		}
		if err := lines.Err(); err != nil {
			t.Error(err)
		}
		response.Body.Close()
		server.Close()
	}
}

func answerWithLimit(t *testing.T, options graph.Options, limit int64, query string) string {
	t.Helper()
	return ask(t.Context(), t, byOwner(t, options, graph.NewHandlerWithin(options, limit)), query).Body.String()
}

func ask(ctx context.Context, t *testing.T, api http.Handler, query string) *httptest.ResponseRecorder {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(string(body)))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	api.ServeHTTP(recorder, request)
	return recorder
}
