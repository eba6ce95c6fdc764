package compose

import (
	"cmp"
	_ "embed"
	"fmt"
	htmltemplate "html/template"
	"strings"
	texttemplate "text/template"
	"time"

	"visavis/ent/mail"
	"visavis/internal/accent"
	"visavis/internal/civil"
	"visavis/internal/ical"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
)

// Message is an email to a customer or a member of staff.
type Message struct {
	Language locale.Locale
	Subject  string
	Text     string
	HTML     string
	Pictures []Picture      // in the HTML
	Calendar *CalendarEntry // nil: not about an appointment
}

// Write composes the message of an appointment as of now.
func Write(f Facts, now civil.Instant) (*Message, error) {
	intro, known := catalog.In(f.Language).kinds[f.Kind]
	if !known {
		return nil, fmt.Errorf("compose: unknown kind of mail %q", f.Kind)
	}
	l, err := render(f.Language, contentOf(f, intro, now))
	if err != nil {
		return nil, err
	}
	if f.Kind != mail.KindTO_CONFIRM && f.Kind != mail.KindOFFER { // nothing is booked yet
		l.Calendar = calendarEntryOf(f, now)
	}
	return l, nil
}

// render renders the content as text and HTML.
func render(l locale.Locale, c content) (*Message, error) {
	if c.Colors == (accent.Scheme{}) {
		c.Colors = usual
	}
	var text, html strings.Builder
	if err := textTemplate.Execute(&text, c); err != nil {
		return nil, err
	}
	if err := htmlTemplate.Execute(&html, c); err != nil {
		return nil, err
	}
	return &Message{Language: l, Subject: c.Subject, Text: text.String(), HTML: html.String(), Pictures: c.pictures()}, nil
}

var (
	//go:embed message.txt
	textSource string
	//go:embed message.html
	htmlSource string

	textTemplate = texttemplate.Must(texttemplate.New("text").Parse(textSource))
	htmlTemplate = htmltemplate.Must(htmltemplate.New("html").Funcs(htmltemplate.FuncMap{"paragraphs": paragraphs}).Parse(htmlSource))
)

// content is the data of the templates.
type content struct {
	Language  string        // as HTML names it
	Colors    accent.Scheme // the zero value: the usual ones
	Logo      *Picture
	Subject   string
	Heading   string
	Opening   string // with the greeting; an empty line begins a paragraph
	Facts     []fact
	Links     []link             // shown as buttons
	Calendars []legalnotice.Link // beside the calendar entry; none without one
	Remark    string             // may be empty
	Closing   string
	Branch    string
	Address   []string
	Contact   []fact
	Legal     []legalnotice.Link
}

type fact struct {
	Label, Value string
	Photo        *Picture // beside the value, of which it says nothing more
}

type link struct{ Sentence, Label, URL string }

// pictures returns all pictures in the HTML.
func (c content) pictures() (list []Picture) {
	if c.Logo != nil {
		list = append(list, *c.Logo)
	}
	for _, f := range c.Facts {
		if f.Photo != nil {
			list = append(list, *f.Photo)
		}
	}
	return list
}

// paragraphs returns the lines of the paragraphs of a text.
func paragraphs(text string) (list [][]string) {
	for part := range strings.SplitSeq(text, "\n\n") {
		if part = strings.Trim(part, "\n"); part != "" {
			list = append(list, strings.Split(part, "\n"))
		}
	}
	return list
}

func contentOf(f Facts, intro introduction, now civil.Instant) content {
	l, w := f.Language, catalog.In(f.Language)
	texts := f.Texts.Or(builtIn(w, intro, appointmentSubject)).Filled(f.values())
	c := content{Language: l.Tag().String(), Subject: texts.Subject, Heading: intro.heading, Opening: texts.Opening, Facts: f.list()}
	c.sign(w, f.Branch)
	c.show(f.Brand)
	c.Closing = texts.Closing
	switch f.Kind {
	case mail.KindTO_CONFIRM:
		c.Links = []link{{fmt.Sprintf(w.bookingUntil, momentOf(l, f.Zone, f.HeldUntil)), w.bookLabel, f.ConfirmURL}}
		c.Remark = w.notBooked
	case mail.KindOFFER:
		for _, start := range f.Offered {
			c.Facts = append(c.Facts, fact{Label: w.choice, Value: fmt.Sprintf(w.choiceWith, momentOf(l, f.Zone, start.Start), start.Staff)})
		}
		c.Links = []link{{fmt.Sprintf(w.choosing, momentOf(l, f.Zone, f.OfferedUntil)), w.chooseLabel, f.ManageURL}}
	case mail.KindCANCELLED:
	default:
		c.addLinks(f, now)
		c.addCalendars(f)
	}
	return c
}

// list returns the facts of the appointment.
func (f Facts) list() []fact {
	l, w := f.Language, catalog.In(f.Language)
	was := f.known()
	facts := []fact{{Label: w.what, Value: f.Service}}
	if was.Service != f.Service {
		facts = append(facts, fact{Label: w.whatBefore, Value: was.Service})
	}
	facts = append(facts, fact{Label: w.who, Value: f.Staff, Photo: f.Photo})
	if was.Staff != f.Staff {
		facts = append(facts, fact{Label: w.whoBefore, Value: was.Staff})
	}
	facts = append(facts, fact{Label: w.when, Value: momentOf(l, f.Zone, f.Start)})
	if f.isElsewhere() {
		facts = append(facts, fact{Label: w.whenThere, Value: momentOf(l, *f.CustomerZone, f.Start)})
	}
	if was.Start != f.Start {
		facts = append(facts, fact{Label: w.whenBefore, Value: momentOf(l, f.Zone, was.Start)})
	}
	facts = append(facts, fact{Label: w.howLong, Value: locale.Minutes(l, f.length())})
	if was.Length != f.length() {
		facts = append(facts, fact{Label: w.howLongBefore, Value: locale.Minutes(l, was.Length)})
	}
	facts = append(facts, fact{Label: w.where, Value: f.location()})
	if f.Price != "" {
		facts = append(facts, fact{Label: w.price, Value: f.Price})
	}
	return facts
}

func (f Facts) length() time.Duration { return f.End.Sub(f.Start) }

// known returns what the customer knows of the appointment: where that is unknown, what is.
func (f Facts) known() Known {
	is := Known{f.Start, f.Staff, f.Service, f.length()}
	if f.ChangedFrom == nil {
		return is
	}
	was := *f.ChangedFrom
	return Known{was.Start, cmp.Or(was.Staff, is.Staff), cmp.Or(was.Service, is.Service), cmp.Or(was.Length, is.Length)}
}

// isElsewhere reports whether the customer's clock differs from the branch's when the appointment begins.
func (f Facts) isElsewhere() bool {
	if f.CustomerZone == nil {
		return false
	}
	_, here := f.Zone.Local(f.Start).Zone()
	_, there := f.CustomerZone.Local(f.Start).Zone()
	return here != there
}

// sign adds the sender.
func (c *content) sign(w *words, b Branch) {
	c.Closing, c.Branch, c.Address, c.Legal = w.closing, b.Name, b.lines(), b.Legal
	if b.Phone != "" {
		c.Contact = append(c.Contact, fact{Label: w.phone, Value: b.Phone})
	}
	if b.Email != "" {
		c.Contact = append(c.Contact, fact{Label: w.email, Value: b.Email})
	}
}

// addLinks adds the links to join, move and cancel.
func (c *content) addLinks(f Facts, now civil.Instant) {
	l, w := f.Language, catalog.In(f.Language)
	if f.JoinURL != "" {
		c.Links = append(c.Links, link{w.joining, w.joinLabel, f.JoinURL})
	}
	if f.ConfirmURL != "" {
		c.Links = append(c.Links, link{w.confirming, w.confirmLabel, f.ConfirmURL})
	}
	switch {
	case now > f.ChangeableUntil && f.ManageURL == "":
		c.Remark = w.tooLate
	case now > f.ChangeableUntil: // there they can ask the salon
		c.Links = append(c.Links, link{w.seeing, w.seeLabel, f.ManageURL})
	case f.ManageURL == "":
		c.Remark = w.byAsking
	default:
		c.Links = append(c.Links, link{fmt.Sprintf(w.changing, momentOf(l, f.Zone, f.ChangeableUntil)), w.changeLabel, f.ManageURL})
	}
}

// addCalendars adds the links by which customers add the appointment to their calendar. Those of websites would add it again when it has moved.
func (c *content) addCalendars(f Facts) {
	if f.CalendarURL == "" || f.Kind != mail.KindCONFIRMED && f.Kind != mail.KindMOVED && f.Kind != mail.KindCHANGED && f.Kind != mail.KindREMINDER {
		return
	}
	w := catalog.In(f.Language)
	c.Links = append(c.Links, link{w.adding, w.addLabel, f.CalendarURL})
	if f.Kind == mail.KindCONFIRMED {
		entry := f.calendarEntry().Appointment()
		c.Calendars = []legalnotice.Link{
			{Label: "Google", URL: ical.GoogleURL(entry)},
			{Label: "Outlook.com", URL: ical.OutlookURL(ical.Outlook, entry)},
			{Label: "Microsoft 365", URL: ical.OutlookURL(ical.Microsoft365, entry)},
		}
	}
}

// location returns where the appointment takes place.
func (f Facts) location() string {
	if f.Video {
		return catalog.In(f.Language).byVideo
	}
	return f.address()
}

// address returns the address of the branch on one line.
func (f Facts) address() string {
	return strings.Join(append([]string{f.Branch.Name}, f.Branch.lines()...), ", ")
}
