package id

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/problem"
)

func TestNewIdentifiersNameTheirKindAndDiffer(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		made := Branch.New()
		if !Branch.Names(made) || Staff.Names(made) {
			t.Fatalf("%q does not name a branch alone", made)
		}
		if seen[made] {
			t.Fatalf("%q was made twice", made)
		}
		seen[made] = true
	}
}

func TestIdentifiersSortByTheirSecondAndThenByWhenTheyWereMade(t *testing.T) {
	machine := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	var made []string
	for second := range int64(3) {
		for _, elapsed := range []time.Duration{0, 5 * time.Microsecond, time.Millisecond, 999 * time.Millisecond, 1001 * time.Millisecond, time.Minute} {
			made = append(made, Mail.newAt(1_795_507_200+second, machine.Add(elapsed)))
		}
	}
	if !slices.IsSorted(made) {
		t.Errorf("%q are not in order", made)
	}
	if first, second := Mail.newAt(0, machine), Mail.newAt(0, machine); first == second || !Mail.Names(first) {
		t.Errorf("%q and %q do not name two mails", first, second)
	}
}

func TestCheckEachNamesTheElement(t *testing.T) {
	problems := problem.Of(Staff.CheckEach([]string{"stf_anna", "brn_mitte", "brn_west"}, "staffIds"))
	if len(problems) != 1 || problems[0].Code != problem.IDOfAnotherKind || strings.Join(problems[0].Field, " ") != "staffIds 1" {
		t.Errorf("got %v", problems)
	}
	if err := Staff.CheckEach([]string{"stf_anna", "stf_ben"}, "staffIds"); err != nil {
		t.Error(err)
	}
}

func TestNames(t *testing.T) {
	for identifier, want := range map[string]bool{
		"stf_demo-anna":                  true,
		"brn_demo-mitte":                 false,
		"stf":                            false,
		"stf_demo\x00anna":               false,
		"":                               false,
		"stf_" + strings.Repeat("x", 99): false,
	} {
		if got := Staff.Names(identifier); got != want {
			t.Errorf("Staff.Names(%q) = %v", identifier, got)
		}
	}
}
