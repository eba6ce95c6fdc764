// Package mailtext defines the texts of mails that branches write themselves, and the placeholders in them.
package mailtext

import (
	"regexp"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// Limits of the texts, in characters.
const (
	SubjectLength = 200
	TextLength    = 2_000
)

// Content is what stands in a mail beside the facts of the appointment.
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

// CheckPlaceholders adds a problem of each text with unknown placeholders.
func (c Content) CheckPlaceholders(f *form.Form, field string) {
	for _, one := range []struct{ name, text string }{{"subject", c.Subject}, {"opening", c.Opening}, {"closing", c.Closing}} {
		if unknown := Unknown(one.text); len(unknown) > 0 {
			f.Add(problem.New(problem.PlaceholderUnknown, field+"."+one.name, strings.Join(unknown, ", "), strings.Join(Placeholders(), ", ")))
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
	return Content{v.fill(c.Subject), v.fill(c.Opening), v.fill(c.Closing)}
}

// Values are what placeholders stand for.
type Values struct{ Customer, Service, Staff, Start, Branch, Place, Price string }

// inBraces matches all that looks like a placeholder.
var inBraces = regexp.MustCompile(`\{[^{}\n]*\}`)

// values returns the values by their placeholders.
func (v Values) values() map[string]string {
	return map[string]string{
		"{customer}": v.Customer, "{service}": v.Service, "{staff}": v.Staff, "{start}": v.Start, "{branch}": v.Branch, "{place}": v.Place, "{price}": v.Price,
	}
}

// Placeholders returns the placeholders, in the order in which to offer them.
func Placeholders() []string {
	return []string{"{customer}", "{service}", "{staff}", "{start}", "{place}", "{price}", "{branch}"}
}

// Unknown returns what stands in braces in the text and is no placeholder, each once.
func Unknown(text string) (unknown []string) {
	for _, found := range inBraces.FindAllString(text, -1) {
		if _, is := (Values{}).values()[found]; !is && !slices.Contains(unknown, found) {
			unknown = append(unknown, found)
		}
	}
	return unknown
}

// fill replaces the placeholders. A value that looks like one stays.
func (v Values) fill(text string) string {
	values := v.values()
	return inBraces.ReplaceAllStringFunc(text, func(found string) string {
		if value, is := values[found]; is {
			return value
		}
		return found
	})
}
