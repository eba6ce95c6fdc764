package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"visavis/internal/civil"
)

// request is a booking that a client sends, and sends again.
type request struct {
	branch, service, staff, start, key, address string
	hold                                        string // its secret; empty: the start is not held
}

const bookOperation = `mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id secret start } userErrors { code } } }`

func (r request) input() variables {
	input := variables{
		"customer":       variables{"name": "Carla Kunde", "email": r.key + "@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": r.key,
	}
	if r.hold != "" {
		input["holdSecret"] = r.hold
	} else {
		input["start"] = variables{"branchId": r.branch, "serviceId": r.service, "staffId": r.staff, "start": r.start}
	}
	return input
}

// book gives the ID and the secret that the server has acknowledged, or what it refuses.
func (p *process) book(r request) (acknowledged, refused string, err error) {
	response, err := p.post(bookOperation, r.address, r.input())
	if err != nil {
		return "", "", err
	}
	defer response.Body.Close()
	var a struct {
		Data struct {
			AppointmentBook struct {
				Booking    *struct{ ID, Secret, Start string }
				UserErrors []struct{ Code string }
			}
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&a); err != nil {
		return "", "", err
	}
	if booking := a.Data.AppointmentBook.Booking; booking != nil {
		return booking.ID + " " + booking.Secret, "", nil
	}
	return "", fmt.Sprint(a.Data.AppointmentBook.UserErrors), nil
}

// post sends a mutation from an address: each client has its own.
func (p *process) post(operation, address string, input variables) (*http.Response, error) {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables{"input": input}})
	if err != nil {
		return nil, err
	}
	post, err := http.NewRequest(http.MethodPost, "http://"+p.addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	post.Header.Set("Content-Type", "application/json")
	post.Header.Set("X-Client-Address", address)
	return http.DefaultClient.Do(post)
}

// requests has every second free start of the demo salon, from the second next week on.
func requests(t testing.TB, p *process) []request {
	t.Helper()
	s := &salonServer{t: t, addr: p.addr, said: &journal{}}
	from := civil.NewDate(time.Now().Date()).AddDays(14)
	data := s.query(`query($from: LocalDate!, $to: LocalDate!) {
		bookableSalonVisits(branchId: "brn_demo-mitte", from: $from, to: $to) { service { id } staff { id } days { starts } } }`,
		variables{"from": from.String(), "to": from.AddDays(27).String()})
	var all []request
	for _, offer := range list(data["bookableSalonVisits"]) {
		for _, day := range list(offer["days"]) {
			for i, start := range day["starts"].([]any) {
				if i%2 == 0 {
					all = append(all, request{
						branch: "brn_demo-mitte", service: offer["service"].(map[string]any)["id"].(string), staff: offer["staff"].(map[string]any)["id"].(string),
						start: start.(string), key: fmt.Sprintf("request-%010d", len(all)), address: fmt.Sprintf("10.0.%d.%d", len(all)/250, len(all)%250),
					})
				}
			}
		}
	}
	return all
}
