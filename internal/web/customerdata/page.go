package customerdata

import (
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"time"

	"visavis/ent"
	"visavis/ent/customerlink"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/text"
	"visavis/internal/web/linkpage"
)

//go:embed page.html
var markup string

//go:embed page.css
var style string

var layout = linkpage.NewForm(markup, style)

// A page is the data of the template.
type page struct {
	status    int
	Language  string // as in HTML's lang attribute
	Heading   string
	Sentences []string
	Button    string // empty: there is nothing to confirm
	IsErasure bool   // whether the button erases
	Link      string // label of a link; empty: there is none
	LinkURL   string
	Sections  []section
	File      template.URL // of the data as JSON; empty: there is none
	FileLabel string
	Salon     string // may be empty
	Legal     []legalnotice.Link
	Brand     linkpage.Brand
}

// A section is a group of facts.
type section struct {
	Heading string
	Facts   []fact
}

type fact struct{ Label, Value string }

// add adds a fact that has a value.
func (s *section) add(label, value string) {
	if value != "" {
		s.Facts = append(s.Facts, fact{label, value})
	}
}

// A message is the text of a page without data, and its status.
type message struct {
	status int
	notice
}

// gone is the same for used, expired and unknown links, so that it discloses nothing.
func gone(w *words) message { return message{http.StatusNotFound, w.gone} }

// foreign is for forms that another site has sent.
func foreign(w *words) message { return message{http.StatusForbidden, w.foreign} }

// failed is for server errors.
func failed(w *words) message { return message{http.StatusInternalServerError, w.failed} }

// plain returns the page of a message, in the language that the request prefers.
func plain(r *http.Request, m func(*words) message) page {
	l := locale.Negotiate(r.Header.Get("Accept-Language"))
	said := m(catalog.In(l))
	return page{status: said.status, Language: l.Tag().String(), Heading: said.heading, Sentences: said.sentences}
}

// pageOf returns a page with a notice to the customer of a link.
func pageOf(of *ent.CustomerLink, n notice) page {
	l := locale.Locale(of.Locale)
	p := page{status: http.StatusOK, Language: l.Tag().String(), Heading: n.heading, Sentences: n.sentences}
	if in := branchOf(of); in != nil {
		p.Salon, p.Legal = in.Name, legalnotice.PageLinks(l, in)
	}
	return p
}

// branchOf returns the branch of the customer's last appointment, or nil if they have none.
func branchOf(of *ent.CustomerLink) *ent.Branch {
	appointments := of.Edges.Customer.Edges.Appointments
	if len(appointments) == 0 {
		return nil
	}
	return appointments[len(appointments)-1].Edges.Branch
}

// question returns the page with the button. While an appointment is coming, nothing can be erased, and the page leads to it.
func question(of *ent.CustomerLink, coming *ent.Appointment) (page, error) {
	w := catalog.In(locale.Locale(of.Locale))
	if of.Purpose == customerlink.PurposeEXPORT {
		p := pageOf(of, w.export)
		p.Button = w.exportLabel
		return p, nil
	}
	if coming == nil {
		p := pageOf(of, w.erase)
		p.Button, p.IsErasure = w.eraseLabel, true
		return p, nil
	}
	zone, err := civil.LoadZone(coming.Edges.Branch.TimeZone)
	if err != nil {
		return page{}, err
	}
	p := pageOf(of, w.coming)
	p.Sentences = append([]string{fmt.Sprintf(w.comingAt, locale.LongMoment(locale.Locale(of.Locale), zone.Local(coming.StartsAt)))}, p.Sentences...)
	if coming.Secret != nil {
		p.Link, p.LinkURL = w.comingLabel, link.Manage(*coming.Secret)
	}
	return p, nil
}

// erased returns the page that says that the data are erased.
func erased(of *ent.CustomerLink) page {
	return pageOf(of, catalog.In(locale.Locale(of.Locale)).erased)
}

// dataPage returns the page with the data.
func dataPage(of *ent.CustomerLink, data *booking.CustomerData) (page, error) {
	l := locale.Locale(of.Locale)
	w := catalog.In(l)
	document, err := json.MarshalIndent(data, "", "  ")
	if err != nil {
		return page{}, err
	}
	p := pageOf(of, w.data)
	p.File, p.FileLabel = template.URL("data:application/json;base64,"+base64.StdEncoding.EncodeToString(document)), w.fileLabel
	you := section{Heading: w.you}
	you.add(w.name, data.Name)
	if data.Email != nil {
		you.add(w.email, *data.Email)
	}
	you.add(w.phone, data.Phone)
	you.add(w.language, w.languages[string(data.Language)])
	zone := "UTC"
	if len(data.Appointments) > 0 {
		zone = data.Appointments[0].TimeZone
	}
	you.add(w.knownSince, moment(l, data.KnownSince, zone))
	if data.MarketingAcceptedAt != nil {
		you.add(w.marketing, moment(l, *data.MarketingAcceptedAt, zone))
	}
	p.Sections = append(p.Sections, you)
	if data.Card != nil {
		card := section{Heading: w.card}
		card.add(w.notes, data.Card.Notes)
		card.add(w.allergies, data.Card.Allergies)
		card.add(w.formulas, data.Card.Formulas)
		if len(card.Facts) > 0 {
			p.Sections = append(p.Sections, card)
		}
	}
	for _, a := range data.Appointments {
		p.Sections = append(p.Sections, sectionOf(l, a))
	}
	return p, nil
}

func sectionOf(l locale.Locale, a booking.AppointmentData) section {
	w := catalog.In(l)
	s := section{Heading: w.appointment}
	s.add(w.when, moment(l, a.Start, a.TimeZone))
	s.add(w.what, a.Service)
	s.add(w.who, a.Staff)
	s.add(w.where, a.Branch)
	s.add(w.status, w.states[string(a.Status)])
	s.add(w.note, a.Note)
	if a.Contact != nil {
		contact := []string{a.Contact.Name}
		if a.Contact.Email != nil {
			contact = append(contact, *a.Contact.Email)
		}
		if a.Contact.Phone != "" {
			contact = append(contact, a.Contact.Phone)
		}
		s.add(w.contact, strings.Join(contact, ", "))
	}
	for _, r := range a.ChangeRequests {
		s.add(w.request, strings.Join(text.NonEmpty(w.requests[string(r.Kind)], r.Text, r.Answer), " · "))
	}
	for _, o := range a.Offers {
		s.add(w.offer, moment(l, o.CreatedAt, a.TimeZone))
	}
	if count := photosIn(a); count > 0 {
		s.add(w.photos, strconv.Itoa(count))
	}
	s.add(w.mails, strconv.Itoa(len(a.Mails)))
	return s
}

// photosIn returns how many photos of an appointment are in the file.
func photosIn(a booking.AppointmentData) (count int) {
	for _, p := range a.Photos {
		if p.Content != nil {
			count++
		}
	}
	return count
}

// moment writes an instant of the data in a time zone; as it is if either cannot be read.
func moment(l locale.Locale, text, zoneName string) string {
	zone, err := civil.LoadZone(zoneName)
	if err != nil {
		return text
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return locale.LongMoment(l, zone.Local(civil.InstantOf(at)))
}
