package welcome

import (
	"slices"
	"strings"
	"testing"

	"visavis/internal/locale"
	"visavis/internal/problem"
)

func TestAProblemOfNoInputIsSaidLast(t *testing.T) {
	e := action{fields: []field{email(&english)}}
	f := newForm(locale.English, e, nil, problem.List{problem.New(problem.NotFound, "elsewhere"), problem.New(problem.Required, "email")})
	want := []fault{{"email", "Email: This must not be empty."}, {"", "Not found. It may have been deleted."}}
	if !slices.Equal(f.Faults, want) {
		t.Errorf("the faults are %v", f.Faults)
	}
	body, err := layout.Write(newPage(locale.English, message{}, f))
	if err != nil || !strings.Contains(string(body), "<li>Not found. It may have been deleted.</li>") {
		t.Errorf("%v\n%s", err, body)
	}
}
