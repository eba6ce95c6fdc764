package config

import (
	"net/mail"
	"reflect"
	"strings"
	"testing"
)

func TestAMailServerIsReadFromItsURL(t *testing.T) {
	for smtpURL, want := range map[string]*SMTPServer{
		"":                                    nil,
		"smtp://localhost":                    {Host: "localhost", Port: 587},
		"smtp://mail.example:25/":             {Host: "mail.example", Port: 25},
		"smtp://Post.MÜLLER.example":          {Host: "post.xn--mller-kva.example", Port: 587},
		"smtps://mail.example":                {Host: "mail.example", Port: 465, ImplicitTLS: true},
		"SMTPS://[2001:db8::7]:2465":          {Host: "2001:db8::7", Port: 2465, ImplicitTLS: true},
		"smtp://salon:secret@mail.example:26": {Host: "mail.example", Port: 26, User: "salon", Password: "secret"},
		"smtp://a%40b.example:p%3A%2F%40@mail.example": {Host: "mail.example", Port: 587, User: "a@b.example", Password: "p:/@"},
	} {
		c, err := read(map[string]string{"VISAVIS_SMTP_URL": smtpURL})
		if err != nil || !reflect.DeepEqual(c.SMTP, want) {
			t.Errorf("%s: %+v, %v", smtpURL, c.SMTP, err)
		}
	}
}

func TestABadMailServerIsNotQuoted(t *testing.T) {
	for _, smtpURL := range []string{
		"mail.example", "mail.example:25", "http://mail.example", "smtp:", "smtp://", "smtp://:25", "smtp://mail.example:0",
		"smtp://mail.example:66000", "smtp://salon@mail.example", "smtp://:secret@mail.example", "smtp://salon:se/cret@mail.example",
		"smtp://salon:secret%@mail.example", "smtp://salon:secret@mail.example/inbox", "smtp://salon:secret@mail.example?tls=off",
		"smtp://salon:sec#ret@mail.example",
	} {
		_, err := read(map[string]string{"VISAVIS_SMTP_URL": smtpURL})
		if err == nil || !strings.HasPrefix(err.Error(), "VISAVIS_SMTP_URL ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", smtpURL, err)
			continue
		}
		if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "mail.example") {
			t.Errorf("%s is quoted: %v", smtpURL, err)
		}
	}
}

func TestTheSenderIsAnAddress(t *testing.T) {
	for text, want := range map[string]*mail.Address{
		"":                                    nil,
		"termine@salon.example":               {Address: "termine@salon.example"},
		"Salon Mitte <termine@salon.example>": {Name: "Salon Mitte", Address: "termine@salon.example"},
	} {
		c, err := read(map[string]string{"VISAVIS_MAIL_FROM": text})
		if err != nil || !reflect.DeepEqual(c.MailFrom, want) {
			t.Errorf("%s: %v, %v", text, c.MailFrom, err)
		}
	}
	for _, text := range []string{"salon", "a@b, c@d", "a@b\r\nBcc: c@d", "<>"} {
		_, err := read(map[string]string{"VISAVIS_MAIL_FROM": text})
		if err == nil || !strings.HasPrefix(err.Error(), "VISAVIS_MAIL_FROM ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
