package compose

import (
	"fmt"

	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/locale"
)

// Notification is what all messages by which a member of staff learns of something have.
type Notification struct {
	Kind     mail.Kind
	Language locale.Locale // staff are addressed in German or English
	Name     string        // of the recipient
	Branch   Branch        // the sender; all of it may be empty
}

// NotifiedAppointment is an appointment of which a member of staff is notified. It holds no contact, no text of the customer and no room: mailboxes of staff are
// read on shared devices, too.
type NotifiedAppointment struct {
	Customer  string // name; empty: unknown
	Service   string
	Staff     string
	Start     civil.Instant
	Zone      civil.Zone
	MovedFrom *Known             // of an appointment that was moved; nil: unknown
	Request   changerequest.Kind // of the customer; empty: none
	URL       string             // of the appointment in the admin
}

// WriteAppointmentNotification composes the message about what a customer has done. The subject does not name the customer, since locked
// screens show it.
func WriteAppointmentNotification(n Notification, a NotifiedAppointment) (*Message, error) {
	l := n.Language.ForStaff()
	w, shared := notificationCatalog.In(l), catalog.In(l)
	intro := w.kinds[n.Kind]
	if a.Request != "" {
		intro = w.requests[a.Request]
	}
	c := n.content(intro)
	c.Subject = fmt.Sprintf("%s: %s, %s", intro.heading, a.Service, locale.Moment(l, a.Zone.Local(a.Start)))
	facts := []fact{
		{Label: w.customer, Value: a.Customer}, {Label: shared.what, Value: a.Service},
		{Label: shared.who, Value: a.Staff}, {Label: shared.when, Value: momentOf(l, a.Zone, a.Start)},
	}
	if was := a.MovedFrom; was != nil {
		if was.Staff != a.Staff {
			facts = append(facts, fact{Label: shared.whoBefore, Value: was.Staff})
		}
		facts = append(facts, fact{Label: shared.whenBefore, Value: momentOf(l, a.Zone, was.Start)})
	}
	c.addFacts(facts...)
	c.Links = []link{{w.opening, w.openLabel, a.URL}}
	return render(l, c)
}

// NotifiedAbsence is a request for an absence of which a member of staff is notified, in either days or times.
type NotifiedAbsence struct {
	Kind              absencerequest.Kind
	State             absencerequest.State
	Staff             string // who asks
	FirstDay, LastDay *civil.Date
	Start, End        *civil.Instant
	Zone              civil.Zone
	Answer            string // may be empty
	URL               string // of the page in the admin that shows the request
}

// WriteAbsenceNotification composes the message about a request for an absence, to a manager or to the person who has asked.
func WriteAbsenceNotification(n Notification, a NotifiedAbsence) (*Message, error) {
	l := n.Language.ForStaff()
	w := notificationCatalog.In(l)
	intro, opens := w.kinds[n.Kind], link{w.answering, w.answerLabel, a.URL}
	if n.Kind == mail.KindABSENCE_ANSWERED {
		intro, opens = w.answers[a.State], link{w.seeing, w.seeLabel, a.URL}
	}
	c := n.content(intro)
	if n.Kind == mail.KindABSENCE_REQUESTED {
		c.addFacts(fact{Label: w.staff, Value: a.Staff})
	}
	c.addFacts(fact{Label: w.absence, Value: w.absences[a.Kind]}, fact{Label: w.period, Value: a.period(l)}, fact{Label: w.answer, Value: a.Answer})
	c.Links = []link{opens}
	return render(l, c)
}

func (a NotifiedAbsence) period(l locale.Locale) string {
	switch {
	case a.FirstDay != nil && *a.FirstDay == *a.LastDay:
		return locale.LongDate(l, a.FirstDay.Time())
	case a.FirstDay != nil:
		return locale.LongDate(l, a.FirstDay.Time()) + " – " + locale.LongDate(l, a.LastDay.Time())
	default:
		return momentOf(l, a.Zone, *a.Start) + " – " + momentOf(l, a.Zone, *a.End)
	}
}

func (n Notification) content(intro introduction) content {
	l := n.Language.ForStaff()
	w := notificationCatalog.In(l)
	c := content{
		Language: l.Tag().String(), Subject: intro.heading, Heading: intro.heading,
		Opening: fmt.Sprintf(w.greeting, n.Name) + "\n\n" + intro.opening, Remark: w.unsubscribing,
	}
	c.sign(catalog.In(l), n.Branch)
	return c
}

// addFacts adds the facts that have a value.
func (c *content) addFacts(facts ...fact) {
	for _, f := range facts {
		if f.Value != "" {
			c.Facts = append(c.Facts, f)
		}
	}
}
