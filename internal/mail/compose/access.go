package compose

import (
	"fmt"
	"strings"

	"visavis/internal/locale"
)

// Access is what a letter to somebody of the staff tells, who is to choose how they sign in.
type Access struct {
	Language locale.Locale
	Name     string
	Email    string // with which they sign in
	Days     int    // for which the link opens
	URL      string // of the link; empty: it is not made yet
	Branch   Branch // that writes; all of it may be empty
}

// WriteAccess writes the letter with the link at which they choose.
func WriteAccess(a Access) (*Message, error) {
	l := a.Language
	choose := link{fmt.Sprintf(choosing.In(l), a.Days), chooseLabel.In(l), a.URL}
	if a.URL == "" {
		choose.URL = notYet.In(l)
	}
	c := content{
		Language: strings.ToLower(string(l)),
		Subject:  access.heading.In(l),
		Heading:  access.heading.In(l),
		Greeting: greeting.In(l) + a.Name + ",",
		Opening:  access.opening.In(l),
		Facts:    []fact{{signInWith.In(l), a.Email}},
		Links:    []link{choose},
		Remark:   unasked.In(l),
	}
	if a.Branch.Name != "" {
		c.Subject += ": " + a.Branch.Name
	}
	c.sign(l, a.Branch)
	return render(l, c)
}
