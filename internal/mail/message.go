package mail

import (
	"bytes"
	"fmt"
	"strconv"

	gomail "github.com/wneessen/go-mail"

	"visavis/ent/mail"
	"visavis/internal/mail/compose"
)

// message returns the MIME message of a mail. The library encodes user input, so that it cannot add headers.
func (m *Mail) message(what *details, l *compose.Message) (*gomail.Msg, error) {
	sender := m.senderOf(what.branch)
	if sender == nil {
		return nil, NoSender
	}
	msg := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	msg.FromMailAddress(onWire(sender))
	msg.ToMailAddress(onWire(what.recipient()))
	msg.ReplyToMailAddress(onWire(m.replyToOf(what.branch)))
	msg.Subject(l.Subject)
	msg.SetDateWithValue(m.clock().Time())
	msg.SetMessageIDWithValue(m.messageID(what))
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("Content-Language", l.Language.Tag().String())
	msg.SetBodyString(gomail.TypeTextPlain, l.Text)
	msg.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	for _, p := range l.Pictures {
		id, contentType := gomail.WithFileContentID("<"+p.ContentID()+">"), gomail.WithFileContentType(gomail.ContentType(p.ContentType))
		if err := msg.EmbedReader(p.Name, bytes.NewReader(p.Content), id, contentType); err != nil {
			return nil, err
		}
	}
	if l.Calendar == nil {
		return msg, nil
	}
	// As a part of the message, Outlook and Gmail show it; as a file, all others can open it.
	msg.AddAlternativeString(gomail.ContentType("text/calendar; method="+l.Calendar.Method), string(l.Calendar.Body))
	calendarType := gomail.ContentType(fmt.Sprintf("text/calendar; charset=UTF-8; method=%s", l.Calendar.Method))
	err := msg.AttachReader("appointment.ics", bytes.NewReader(l.Calendar.Body), gomail.WithFileContentType(calendarType))
	return msg, err
}

// messageID returns the same ID for every attempt, so that servers and readers recognize duplicates. Access mails are
// not duplicates: each claim has a new link.
func (m *Mail) messageID(what *details) string {
	name := what.ID
	if what.Kind == mail.KindACCESS {
		name += "." + strconv.FormatUint(uint64(what.Lease), 36)
	}
	return name + "@" + hostOf(m.publicURL)
}
