// Package mailtext defines the texts of mails that branches write themselves, and the placeholders in them.
package mailtext

import (
	"regexp"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/mailtext"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// Limits of the texts, in characters.
const (
	SubjectLength = 200
	TextLength    = 2_000
)

// Content is what stands in a mail beside its facts and links.
type Content struct {
	Subject string
	Opening string // before the facts, with the greeting
	Closing string // after them
}

// Of returns what a branch writes.
func Of(row *ent.MailText) Content {
	return Content{Subject: row.Subject, Opening: row.Opening, Closing: row.Closing}
}

// Read reads texts as they were written.
func Read(f *form.Form, field string, given Content) Content {
	return Content{
		Subject: *f.Line(field+".subject", &given.Subject, SubjectLength),
		Opening: *f.Text(field+".opening", &given.Opening, TextLength),
		Closing: *f.Text(field+".closing", &given.Closing, TextLength),
	}
}

// CheckPlaceholders adds a problem of each text with placeholders that are unknown in mails of a kind.
func (c Content) CheckPlaceholders(f *form.Form, field string, kind mailtext.Kind) {
	for _, one := range []struct{ name, text string }{{"subject", c.Subject}, {"opening", c.Opening}, {"closing", c.Closing}} {
		if unknown := Unknown(kind, one.text); len(unknown) > 0 {
			f.Add(problem.New(problem.PlaceholderUnknown, field+"."+one.name, strings.Join(unknown, ", "), strings.Join(Placeholders(kind), ", ")))
		}
	}
}

// Or returns the content with the texts of another one where it has none.
func (c Content) Or(other Content) Content {
	if c.Subject == "" {
		c.Subject = other.Subject
	}
	if c.Opening == "" {
		c.Opening = other.Opening
	}
	if c.Closing == "" {
		c.Closing = other.Closing
	}
	return c
}

// Filled returns the content with values in place of the placeholders.
func (c Content) Filled(v Values) Content {
	return Content{fill(c.Subject, v), fill(c.Opening, v), fill(c.Closing, v)}
}

// Values are what placeholders stand for.
type Values interface{ values() map[string]string }

// AppointmentValues are those in mails about an appointment.
type AppointmentValues struct{ Customer, Service, Staff, Start, Branch, Place, Price string }

// CustomerValues are those in mails about what is kept of a customer.
type CustomerValues struct{ Customer, Branch string }

// inBraces matches all that looks like a placeholder.
var inBraces = regexp.MustCompile(`\{[^{}\n]*\}`)

func (v AppointmentValues) values() map[string]string {
	return map[string]string{
		"{customer}": v.Customer, "{service}": v.Service, "{staff}": v.Staff, "{start}": v.Start, "{branch}": v.Branch, "{place}": v.Place, "{price}": v.Price,
	}
}

func (v CustomerValues) values() map[string]string {
	return map[string]string{"{customer}": v.Customer, "{branch}": v.Branch}
}

// Placeholders returns the placeholders in mails of a kind, in the order in which to offer them.
func Placeholders(kind mailtext.Kind) []string {
	if kind == mailtext.KindCUSTOMER_EXPORT || kind == mailtext.KindCUSTOMER_ERASURE {
		return []string{"{customer}", "{branch}"}
	}
	return []string{"{customer}", "{service}", "{staff}", "{start}", "{place}", "{price}", "{branch}"}
}

// Unknown returns what stands in braces in the text and is no placeholder in mails of a kind, each once.
func Unknown(kind mailtext.Kind, text string) (unknown []string) {
	known := Placeholders(kind)
	for _, found := range inBraces.FindAllString(text, -1) {
		if !slices.Contains(known, found) && !slices.Contains(unknown, found) {
			unknown = append(unknown, found)
		}
	}
	return unknown
}

// fill replaces the placeholders. A value that looks like one stays.
func fill(text string, v Values) string {
	values := v.values()
	return inBraces.ReplaceAllStringFunc(text, func(found string) string {
		if value, is := values[found]; is {
			return value
		}
		return found
	})
}
