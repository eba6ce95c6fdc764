package booking

import (
	"context"
	"strings"

	"visavis/ent"
	"visavis/ent/customer"
	"visavis/internal/lookup"
	"visavis/internal/pagination"
	"visavis/internal/visit"
)

// visitMark distinguishes the tokens of customers with a visit from those of customers by name, which are in base64.
const visitMark = "@"

// A place is where a page begins: behind a customer with a visit, or behind one of those without.
type place struct {
	visited *visit.Visited
	named   *lookup.Place
}

// readListed validates the request for a page, and returns where it begins.
func readListed(request pagination.Request) (after place, err error) {
	token, err := request.Read()
	if err != nil || token == nil {
		return place{}, err
	}
	if seconds, isVisited := strings.CutPrefix(token.First, visitMark); isVisited {
		at, err := (&pagination.Token{First: seconds}).Instant()
		return place{visited: &visit.Visited{CustomerID: token.Second, StartsAt: at}}, err
	}
	key, err := token.Key()
	return place{named: &lookup.Place{OrderKey: key, ID: token.Second}}, err
}

// A listed customer is one with the token of the place.
type listed struct {
	*ent.Customer
	token pagination.Token
}

// customersByWalk returns so many customers at most behind a place: those whom a walk finds, then the others by name.
func customersByWalk(ctx context.Context, client *ent.Client, walk visit.Walk, after place, limit int) ([]listed, error) {
	var found []listed
	if after.named == nil {
		var err error
		if found, err = visitedCustomers(ctx, client, walk, after.visited, limit); err != nil || len(found) == limit {
			return found, err
		}
	}
	others, err := customers(ctx, client, customerQuery{filter: walk.Filter, now: walk.Now, without: &walk.Order, after: after.named, limit: limit - len(found)})
	for _, row := range others {
		found = append(found, listed{row, byName(row)})
	}
	return found, err
}

// visitedCustomers returns customers with a visit behind one of them.
func visitedCustomers(ctx context.Context, client *ent.Client, walk visit.Walk, after *visit.Visited, limit int) ([]listed, error) {
	walked, err := walk.Behind(ctx, client, after, limit)
	if err != nil || len(walked) == 0 {
		return nil, err
	}
	ids := make([]string, len(walked))
	for i, v := range walked {
		ids[i] = v.CustomerID
	}
	rows, err := client.Customer.Query().Where(customer.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	byID := map[string]*ent.Customer{}
	for _, row := range rows {
		byID[row.ID] = row
	}
	var found []listed
	for _, v := range walked {
		token := pagination.At(v.StartsAt, v.CustomerID)
		token.First = visitMark + token.First
		found = append(found, listed{byID[v.CustomerID], token})
	}
	return found, nil
}
