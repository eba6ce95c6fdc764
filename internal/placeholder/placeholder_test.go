package placeholder

import "testing"

func TestPlaceholders(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{List(1), "$1"},
		{List(3), "$1, $2, $3"},
		{Rows(1, 2), "($1, $2)"},
		{Rows(3, 2), "($1, $2), ($3, $4), ($5, $6)"},
		{Rows(2, 6), "($1, $2, $3, $4, $5, $6), ($7, $8, $9, $10, $11, $12)"},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}
