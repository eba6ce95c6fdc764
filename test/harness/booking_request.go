package harness

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"visavis/internal/civil"
)

// Request is a booking that a customer requests and retries.
type Request struct {
	Branch, Service, Staff, Start, Key, Address string
	Hold                                        string // secret of the hold; empty if the start is not held
}

// BookOperation books an appointment.
const BookOperation = `mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id secret start } userErrors { code } } }`

// Input returns the input of [BookOperation].
func (r Request) Input() Variables {
	input := Variables{
		"customer":       Variables{"name": "Carla Kunde", "email": r.Key + "@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": r.Key,
	}
	if r.Hold != "" {
		input["holdSecret"] = r.Hold
	} else {
		input["start"] = Variables{"branchId": r.Branch, "serviceId": r.Service, "staffId": r.Staff, "start": r.Start}
	}
	return input
}

// Book sends the booking and returns the ID and secret of the acknowledged appointment, or the user errors.
func (p *Process) Book(r Request) (acknowledged, refused string, err error) {
	response, err := p.Post(BookOperation, r.Address, r.Input())
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

// Post sends a mutation from a client address, so that customers do not share a rate limit.
func (p *Process) Post(operation, address string, input Variables) (*http.Response, error) {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": Variables{"input": input}})
	if err != nil {
		return nil, err
	}
	post, err := http.NewRequest(http.MethodPost, "http://"+p.Addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	post.Header.Set("Content-Type", "application/json")
	post.Header.Set(ClientAddress, address)
	return http.DefaultClient.Do(post)
}

// Requests returns a booking for every second free start of the demo salon in four weeks, from two weeks ahead.
func Requests(t testing.TB, p *Process) []Request {
	t.Helper()
	s := p.Client(t)
	from := civil.NewDate(time.Now().Date()).AddDays(14)
	data := s.Query(`query($from: LocalDate!, $to: LocalDate!) {
		bookableSalonVisits(branchId: "brn_demo-mitte", from: $from, to: $to) { service { id } staff { id } days { starts } } }`,
		Variables{"from": from.String(), "to": from.AddDays(27).String()})
	var all []Request
	for _, offer := range List(data["bookableSalonVisits"]) {
		for _, day := range List(offer["days"]) {
			for i, start := range day["starts"].([]any) {
				if i%2 == 0 {
					all = append(all, Request{
						Branch: "brn_demo-mitte", Service: offer["service"].(map[string]any)["id"].(string), Staff: offer["staff"].(map[string]any)["id"].(string),
						Start: start.(string), Key: fmt.Sprintf("request-%010d", len(all)), Address: fmt.Sprintf("10.0.%d.%d", len(all)/250, len(all)%250),
					})
				}
			}
		}
	}
	return all
}
