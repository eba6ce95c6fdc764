package store_test

import (
	"errors"
	"testing"

	"visavis/ent"
	"visavis/internal/problem"
	"visavis/internal/store"
)

func TestAMissingRowIsAProblemOrNil(t *testing.T) {
	row, missing, broken := &ent.Branch{}, &ent.NotFoundError{}, errors.New("broken")

	if got, err := store.Found(row, nil, "id"); got != row || err != nil {
		t.Errorf("Found: %v, %v", got, err)
	}
	got, err := store.Found((*ent.Branch)(nil), missing, "branchId")
	if problems := problem.Of(err); got != nil || len(problems) != 1 || problems[0].Code != problem.NotFound || problems[0].Field[0] != "branchId" {
		t.Errorf("Found of a missing row: %v, %v", got, err)
	}
	if _, err := store.Found((*ent.Branch)(nil), broken, "id"); err != broken {
		t.Errorf("Found with another error: %v", err)
	}

	if got, err := store.OrNil(row, nil); got != row || err != nil {
		t.Errorf("OrNil: %v, %v", got, err)
	}
	if got, err := store.OrNil(row, missing); got != nil || err != nil {
		t.Errorf("OrNil of a missing row: %v, %v", got, err)
	}
	if _, err := store.OrNil(row, broken); err != broken {
		t.Errorf("OrNil with another error: %v", err)
	}
}
