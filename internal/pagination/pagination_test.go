package pagination_test

import (
	"strconv"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/pagination"
	"visavis/internal/problem"
)

func TestPagesHoldEveryRowOnce(t *testing.T) {
	var all []*int
	for i := range 7 {
		all = append(all, &i)
	}
	tokenOf := func(row *int) pagination.Token { return pagination.At(civil.Instant(*row), "x"+strconv.Itoa(*row)) }
	var read []int
	request := pagination.Request{First: 3}
	for {
		token, err := request.Read()
		if err != nil {
			t.Fatal(err)
		}
		rest := all
		if token != nil {
			at, err := token.Instant()
			if err != nil || token.Second != "x"+token.First {
				t.Fatalf("the place is %v: %v", token, err)
			}
			rest = all[at+1:]
		}
		connection := pagination.Of(rest[:min(len(rest), request.First+1)], request, tokenOf)
		for _, row := range connection.Nodes {
			read = append(read, *row)
		}
		if !connection.PageInfo.HasNextPage {
			break
		}
		request.After = connection.PageInfo.EndCursor
	}
	if len(read) != 7 || read[0] != 0 || read[6] != 6 {
		t.Errorf("read %v", read)
	}
	if empty := pagination.Of([]*int{}, request, tokenOf); empty.PageInfo.EndCursor != nil || empty.PageInfo.HasNextPage {
		t.Error("an empty page has a next one")
	}
}

func TestRequestsThatCannotBe(t *testing.T) {
	for _, request := range []pagination.Request{{First: 0}, {First: 101}, {First: 1, After: new("?")}, {First: 1, After: new("YQ")}, {First: 1, After: new("AAo")}} {
		if _, err := request.Read(); len(problem.Of(err)) != 1 {
			t.Errorf("%v is answered %v", request, err)
		}
	}
	if _, err := (&pagination.Token{First: "soon"}).Instant(); len(problem.Of(err)) != 1 {
		t.Errorf("a place that is no instant is answered %v", err)
	}
}
