package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// clientAddress is the header with the client address of each request.
const clientAddress = "X-Client-Address"

const branch = "brn_demo-mitte"

// salon holds what the requests refer to.
type salon struct {
	today, inAMonth string
	lastChange      string
	starts          []freeStart // that do not touch each other
}

// freeStart is a bookable start.
type freeStart struct{ service, staff, start string }

// look reads the free starts of the next weeks.
func look(ctx context.Context, origin string) (*salon, error) {
	now := time.Now()
	s := &salon{today: now.Format(time.DateOnly), inAMonth: now.AddDate(0, 0, 29).Format(time.DateOnly)}
	var found struct {
		Branch struct{ LastChangeID string }
		Offers []struct {
			Service, Staff struct{ ID string }
			Days           []struct{ Starts []string }
		}
	}
	const query = `query($branch: ID!, $from: LocalDate!, $to: LocalDate!) {
		branch(id: $branch) { lastChangeId }
		offers: bookableVideoConsultations(branchId: $branch, from: $from, to: $to) { service { id } staff { id } days { starts } } }`
	err := ask(ctx, origin, query, map[string]any{"branch": branch, "from": s.today, "to": now.AddDate(0, 0, 88).Format(time.DateOnly)}, &found)
	if err != nil {
		return nil, err
	}
	s.lastChange = found.Branch.LastChangeID
	taken := map[string]bool{}
	for _, offer := range found.Offers {
		for _, day := range offer.Days {
			for _, start := range day.Starts {
				at, err := time.Parse(time.RFC3339, start)
				if err != nil {
					return nil, err
				}
				slot := offer.Staff.ID + at.Truncate(time.Hour).String()
				if !taken[slot] && at.Minute() == 0 {
					taken[slot] = true
					s.starts = append(s.starts, freeStart{offer.Service.ID, offer.Staff.ID, start})
				}
			}
		}
	}
	if len(s.starts) == 0 {
		return nil, fmt.Errorf("%s offers no start at %s; run the server with VISAVIS_DEMO=true", branch, origin)
	}
	return s, nil
}

// document encodes an operation and its variables as a request body.
func document(operation string, variables map[string]any) []byte {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	if err != nil {
		panic(err) // constants of this program
	}
	return body
}

// ask sends one operation and decodes its data.
func ask(ctx context.Context, origin, operation string, variables map[string]any, data any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, origin+"/graphql", bytes.NewReader(document(operation, variables)))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer := struct {
		Data   any
		Errors []struct{ Message string }
	}{Data: data}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s responded %s: %w", origin, response.Status, err)
	}
	if len(answer.Errors) > 0 {
		return fmt.Errorf("%s responded: %s", origin, answer.Errors[0].Message)
	}
	return nil
}
