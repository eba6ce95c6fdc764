package mail

import (
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
)

// parsedMail is a message as its recipient sees it.
type parsedMail struct {
	netmail.Header
	subject              string
	text, html, calendar string
	calendarType         string            // with its parameters
	calendars            int               // how often it is in the message
	structure            string            // types of the parts, with those inside in brackets
	pictures             map[string]string // by the names with which the HTML refers to them
}

func parseMail(t *testing.T, message string) parsedMail {
	t.Helper()
	parsed, err := netmail.ReadMessage(strings.NewReader(message))
	if err != nil {
		t.Fatal(err)
	}
	o := parsedMail{Header: parsed.Header, pictures: map[string]string{}}
	if o.subject, err = new(mime.WordDecoder).DecodeHeader(parsed.Header.Get("Subject")); err != nil {
		t.Fatal(err)
	}
	o.parsePart(t, parsed.Header.Get, parsed.Body)
	return o
}

func (o *parsedMail) parsePart(t *testing.T, header func(string) string, body io.Reader) {
	t.Helper()
	contentType, encoding := header("Content-Type"), header("Content-Transfer-Encoding")
	media, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		t.Fatal(contentType, err)
	}
	if !strings.HasSuffix(o.structure, "(") && o.structure != "" {
		o.structure += " "
	}
	o.structure += media
	if strings.HasPrefix(media, "multipart/") {
		o.structure += "("
		for parts := multipart.NewReader(body, parameters["boundary"]); ; {
			part, err := parts.NextRawPart()
			if errors.Is(err, io.EOF) {
				o.structure += ")"
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			o.parsePart(t, part.Header.Get, part)
		}
	}
	switch encoding {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	default:
		t.Errorf("%s is encoded as %q", media, encoding)
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(content), "\r\n", "\n")
	switch media {
	case "text/plain":
		o.text = text
	case "text/html":
		o.html = text
	case "text/calendar": // as a part of the message, and as a file
		entry := strings.ReplaceAll(text, "\n ", "")
		if o.calendar != "" && entry != o.calendar {
			t.Errorf("the file has another entry than the message:\n%s\n%s", entry, o.calendar)
		}
		if o.calendar == "" && !strings.Contains(entry, "\nMETHOD:"+parameters["method"]+"\n") {
			t.Errorf("the part has the method %q: %s", parameters["method"], entry)
		}
		o.calendars++
		o.calendar, o.calendarType = entry, contentType
	case "image/png", "image/jpeg":
		o.pictures[strings.Trim(header("Content-Id"), "<>")] = string(content)
	default:
		t.Errorf("there is a part of the type %s", media)
	}
}

// take parses the messages that the server received.
func (s *salon) take(t *testing.T) []parsedMail {
	t.Helper()
	var list []parsedMail
	for _, message := range s.smtp.take() {
		if strings.Contains(message, roomURL) {
			t.Error("the message tells the room")
		}
		list = append(list, parseMail(t, message))
	}
	return list
}

// subjects returns the subjects of the received messages.
func (s *salon) subjects(t *testing.T) string {
	t.Helper()
	var list []string
	for _, o := range s.take(t) {
		subject, _, _ := strings.Cut(o.subject, ":")
		list = append(list, subject)
	}
	return strings.Join(list, ", ")
}
