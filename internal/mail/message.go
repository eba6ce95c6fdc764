package mail

import (
	"bytes"
	"fmt"
	netmail "net/mail"
	"strings"

	gomail "github.com/wneessen/go-mail"

	"visavis/ent"
	"visavis/internal/mail/letter"
)

// message puts a letter into an envelope. The library encodes what people have
// written, so that nothing of it becomes a header of its own.
func (m *Mail) message(row *ent.Mail, l *letter.Letter) (*gomail.Msg, error) {
	branch, customer := row.Edges.Appointment.Edges.Branch, row.Edges.Appointment.Edges.Customer
	sender := m.senderOf(branch)
	if sender == nil {
		return nil, NoSender
	}
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(sender)
	msg.ToMailAddress(&netmail.Address{Name: customer.Name, Address: *customer.Email})
	msg.ReplyToMailAddress(m.answersTo(branch))
	msg.Subject(l.Subject)
	msg.SetDateWithValue(m.clock().Time())
	msg.SetMessageIDWithValue(m.messageID(row))
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("Content-Language", strings.ToLower(string(l.Language)))
	msg.SetBodyString(gomail.TypeTextPlain, l.Text)
	msg.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	calendarType := gomail.ContentType(fmt.Sprintf("text/calendar; charset=UTF-8; method=%s", l.Calendar.Method))
	err := msg.AttachReader("appointment.ics", bytes.NewReader(l.Calendar.Body), gomail.WithFileContentType(calendarType))
	return msg, err
}

// messageID is the same in every attempt: so a server or a reader recognises a mail
// that comes again because its acknowledgement was lost.
func (m *Mail) messageID(row *ent.Mail) string { return row.ID + "@" + hostOf(m.publicURL) }
