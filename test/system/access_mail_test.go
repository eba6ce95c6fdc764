package main

import (
	"io"
	"log"
	"mime/quotedprintable"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

// A letterbox takes every mail for anybody.
type letterbox struct{ letters chan string }

func openLetterbox(t *testing.T) (*letterbox, *config.SMTPServer) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	box := &letterbox{make(chan string, 8)}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	server.ErrorLog = log.New(io.Discard, "", 0)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return box, &config.SMTPServer{Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port}
}

func (*letterbox) Mail(string, *smtp.MailOptions) error { return nil }
func (*letterbox) Rcpt(string, *smtp.RcptOptions) error { return nil }
func (*letterbox) Reset()                               {}
func (*letterbox) Logout() error                        { return nil }

func (b *letterbox) Data(r io.Reader) error {
	text, err := io.ReadAll(quotedprintable.NewReader(r))
	b.letters <- string(text)
	return err
}

// TestWhoIsSentTheirAccessSignsIn goes the way of "Schicke PIN", from the manager's
// click to the first sign-in at the till.
func TestWhoIsSentTheirAccessSignsIn(t *testing.T) {
	const mitte, ella, password, pin = "brn_demo-mitte", "stf_demo-ella", "a lighthouse in the fog", "7391"
	box, server := openLetterbox(t)
	owner := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, SMTP: server})
	clara := owner.signedIn("clara@salon.example", "visavis-demo")
	clara.mutate("staffAccessSend", "staff { id }", variables{"staffId": ella})
	letter := <-box.letters
	if !strings.Contains(letter, "ella@salon.example") {
		t.Fatalf("it is not to Ella:\n%s", letter)
	}
	found := welcomeLink.FindStringSubmatch(letter)
	if found == nil {
		t.Fatalf("there is no link in it:\n%s", letter)
	}
	if page := owner.anyone().get(found[0]); page.StatusCode != http.StatusOK {
		t.Errorf("the page behind it is answered %s", page.Status)
	}
	use := variables{"secret": found[1], "password": password, "pin": pin}
	owner.anyone().mutate("accessLinkUse", "session { role }", use)
	code, _, _ := owner.anyone().wrong(`mutation { accessLinkUse(input: {secret: "`+found[1]+`", password: "`+password+`"}) { userErrors { code field message } } }`, "en")
	owner.same("the second time", code, "LINK_USED")
	owner.expectRecord("accessLinkUse", "STAFF Ella")
	owner.signedIn("ella@salon.example", password).expectWho("by password", "Ella MEMBER PASSWORD")
	till := clara.ask(`mutation { deviceEnroll(input: {branchId: "`+mitte+`", name: "Kasse"}) { userErrors { code } } }`, nil).Cookies
	byPIN := owner.with(till...).ask(`mutation { signInByPin(input: {staffId: "`+ella+`", pin: "`+pin+`"}) { userErrors { code } } }`, nil).Cookies
	owner.with(append(byPIN, till...)...).expectWho("by PIN", "Ella MEMBER PIN")
	owner.checkLog(found[1], password, pin, "ella@salon.example")
}
