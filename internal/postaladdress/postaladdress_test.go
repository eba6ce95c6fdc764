package postaladdress_test

import (
	"fmt"
	"testing"

	"visavis/ent"
	"visavis/internal/postaladdress"
)

func TestWhatIsUnknownIsLeftOut(t *testing.T) {
	for _, test := range []struct {
		row          ent.Branch
		lines, local string
	}{
		{ent.Branch{Street: "Weg 1", PostalCode: "10117", City: "Berlin", Country: "Deutschland"}, `["Weg 1" "10117 Berlin" "Deutschland"]`, `["Weg 1" "10117 Berlin"]`},
		{ent.Branch{City: "Berlin"}, `["Berlin"]`, `["Berlin"]`},
		{ent.Branch{Country: "Deutschland"}, `["Deutschland"]`, `[]`},
		{ent.Branch{}, `[]`, `[]`},
	} {
		if got := fmt.Sprintf("%q", postaladdress.Lines(&test.row)); got != test.lines {
			t.Errorf("the lines are %s, want %s", got, test.lines)
		}
		if got := fmt.Sprintf("%q", postaladdress.Local(&test.row)); got != test.local {
			t.Errorf("within the country they are %s, want %s", got, test.local)
		}
	}
}
