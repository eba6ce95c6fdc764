package compose

import (
	"fmt"
	"strings"

	"visavis/internal/locale"
)

// Access is the content of a message with a link on which staff choose how they sign in.
type Access struct {
	Language locale.Locale
	Name     string
	Email    string // to sign in with
	Days     int    // validity of the link
	URL      string // of the link; empty: not created yet
	Branch   Branch // the sender; all of it may be empty
}

// WriteAccess composes the message with the access link.
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
