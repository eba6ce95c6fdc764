package system

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
	"visavis/test/harness"
)

// mailServer accepts every mail.
type mailServer struct{ mails chan string }

func startMailServer(t *testing.T) (*mailServer, *config.SMTPServer) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	box := &mailServer{make(chan string, 8)}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return box, nil }))
	server.ErrorLog = log.New(io.Discard, "", 0)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return box, &config.SMTPServer{Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port}
}

func (*mailServer) Mail(string, *smtp.MailOptions) error { return nil }
func (*mailServer) Rcpt(string, *smtp.RcptOptions) error { return nil }
func (*mailServer) Reset()                               {}
func (*mailServer) Logout() error                        { return nil }

func (b *mailServer) Data(r io.Reader) error {
	text, err := io.ReadAll(quotedprintable.NewReader(r))
	b.mails <- string(text)
	return err
}

// mailWith returns the next mail that matches, and skips others: the order of mails of one second is arbitrary.
func (b *mailServer) mailWith(matches func(string) bool) string {
	for {
		if mail := <-b.mails; matches(mail) {
			return mail
		}
	}
}

// TestStaffSignInAfterTheAccessMail goes from "Schicke PIN" in the admin to the first sign-in at the till.
func TestStaffSignInAfterTheAccessMail(t *testing.T) {
	t.Parallel()
	const mitte, ella, password, pin = "brn_demo-mitte", "stf_demo-ella", "a lighthouse in the fog", "73918264" // a PIN so long that no time or port in the log is the same
	box, server := startMailServer(t)
	owner := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, SMTP: server})
	clara := owner.SignedIn("clara@salon.example", "visavis-demo")
	clara.Mutate("staffAccessSend", "staff { id }", harness.Variables{"staffId": ella})
	mail := <-box.mails
	if !strings.Contains(mail, "ella@salon.example") {
		t.Fatalf("it is not to Ella:\n%s", mail)
	}
	found := harness.WelcomeLink.FindStringSubmatch(mail)
	if found == nil {
		t.Fatalf("there is no link in it:\n%s", mail)
	}
	if page := owner.SignedOut().Get(found[0]); page.StatusCode != http.StatusOK {
		t.Errorf("the page behind it is answered %s", page.Status)
	}
	use := harness.Variables{"secret": found[1], "password": password, "pin": pin}
	owner.SignedOut().Mutate("accessLinkUse", "session { role }", use)
	code, _, _ := userErrorOf(owner.SignedOut(), `mutation { accessLinkUse(input: {secret: "`+found[1]+`", password: "`+password+`"}) { userErrors { code field message } } }`, "en")
	owner.ExpectEqual("the second time", code, "LINK_USED")
	expectRecord(owner, "accessLinkUse", "STAFF Ella")
	expectWho(owner.SignedIn("ella@salon.example", password), "by password", "Ella MEMBER PASSWORD")
	till := clara.Ask(`mutation { deviceEnroll(input: {branchId: "`+mitte+`", name: "Kasse"}) { userErrors { code } } }`, nil).Cookies
	byPIN := owner.WithCookies(till...).Ask(`mutation { signInByPin(input: {staffId: "`+ella+`", pin: "`+pin+`"}) { userErrors { code } } }`, nil).Cookies
	expectWho(owner.WithCookies(append(byPIN, till...)...), "by PIN", "Ella MEMBER PIN")
	owner.ExpectNotLogged(found[1], password, pin, "ella@salon.example")
}
