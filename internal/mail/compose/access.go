package compose

import (
	"fmt"
	"strings"

	"visavis/internal/locale"
)

// Access is the content of a message with a link on which staff choose how they sign in.
type Access struct {
	Language locale.Locale // staff are addressed in German or English
	Name     string
	Email    string // to sign in with
	Days     int    // validity of the link
	URL      string // of the link; empty: not created yet
	Branch   Branch // the sender; all of it may be empty
}

// WriteAccess composes the message with the access link.
func WriteAccess(a Access) (*Message, error) {
	w := staffCatalog.In(a.Language)
	choose := link{fmt.Sprintf(w.choosing, a.Days), w.chooseLabel, a.URL}
	if a.URL == "" {
		choose.URL = w.notYet
	}
	c := a.content(w.access)
	c.Facts = []fact{{Label: w.signInWith, Value: a.Email}}
	c.Links = []link{choose}
	c.Remark = w.unasked
	return render(a.Language.ForStaff(), c)
}

// WriteAccessChange composes the message about a changed access.
func WriteAccessChange(a Access, changes []string) (*Message, error) {
	w := staffCatalog.In(a.Language)
	names := make([]string, len(changes))
	for i, change := range changes {
		names[i] = w.changes[change]
	}
	c := a.content(w.accessChange)
	c.Facts = []fact{{Label: w.changed, Value: strings.Join(names, ", ")}}
	c.Remark = w.notYou
	return render(a.Language.ForStaff(), c)
}

// content returns what all messages to staff have.
func (a Access) content(intro introduction) content {
	l := a.Language.ForStaff()
	w := catalog.In(l)
	c := content{
		Language: l.Tag().String(),
		Subject:  intro.heading,
		Heading:  intro.heading,
		Opening:  fmt.Sprintf(w.greeting, a.Name) + "\n\n" + intro.opening,
	}
	if a.Branch.Name != "" {
		c.Subject += ": " + a.Branch.Name
	}
	c.sign(w, a.Branch)
	return c
}
