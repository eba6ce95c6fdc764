package mail

import (
	"context"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/mail"
	"visavis/ent/staff"
	"visavis/internal/account"
)

const (
	ben     = "stf_demo-ben"
	benName = "Ben"
	// chosen is not a common password.
	chosen = "a canary in a coal mine"
)

// sendAccess queues a mail with a link for Ben.
func (s *salon) sendAccess(t *testing.T) {
	t.Helper()
	if _, err := s.accounts.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ben}); err != nil {
		t.Fatal(err)
	}
}

// useLink chooses a password for Ben with the link in a mail and returns the problems.
func (s *salon) useLink(t *testing.T, o parsedMail) string {
	t.Helper()
	_, err := s.accounts.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: secretIn(t, o.text), Password: new(chosen)})
	return codes(err)
}

func secretIn(t *testing.T, text string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, publicURL+"/welcome/")
	secret, _, _ := strings.Cut(rest, "\n")
	if secret = strings.TrimSpace(secret); !found || len(secret) < 20 {
		t.Fatalf("there is no link in\n%s", text)
	}
	return secret
}

func TestALinkToAccessArrivesAndOpensOnce(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		worker := s.startWorker(t)
		for language, want := range map[branch.Locale]struct{ subject, opening string }{
			branch.LocaleDE: {"Dein Zugang: Salon Mitte", "Hallo Ben,\n\nhier ist dein Zugang zu unserem Buchungssystem."},
			branch.LocaleEN: {"Your access: Salon Mitte", "Hello Ben,\n\nhere is your access to our booking system."},
		} {
			s.write(t, func(ctx context.Context, c *ent.Client) error {
				return c.Branch.UpdateOneID(mitte).SetLocale(language).Exec(ctx)
			})
			s.sendAccess(t)
			worker.work()
			messages := s.take(t)
			if len(messages) != 1 {
				t.Fatalf("%d messages came", len(messages))
			}
			o := messages[0]
			same(t, "subject", o.subject, want.subject)
			same(t, "from", o.Get("From"), `"Salon Mitte" <mitte@salon.example>`)
			same(t, "to", o.Get("To"), `"Ben" <ben@salon.example>`)
			same(t, "language", o.Get("Content-Language"), strings.ToLower(string(language)))
			same(t, "entry for a calendar", o.calendar, "")
			if !strings.HasPrefix(o.text, want.opening) || !strings.Contains(o.text, "ben@salon.example") || !strings.Contains(o.text, "Auguststraße 12") {
				t.Errorf("the message is\n%s", o.text)
			}
			if !strings.Contains(o.html, `href="`+publicURL+"/welcome/"+secretIn(t, o.text)+`"`) {
				t.Errorf("the HTML has no link:\n%s", o.html)
			}
			same(t, "at first", s.useLink(t, o), "")
			same(t, "again", s.useLink(t, o), "LINK_USED secret")
		}
	})
}

func TestEachAttemptHasItsOwnLink(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.smtp.set(responses{dropBeforeReply: true})
		s.sendAccess(t)
		worker := s.startWorker(t)
		s.smtp.set(responses{})
		s.pass(2 * time.Minute)
		worker.work()
		same(t, "mails", s.mails(t), "ACCESS 2 SENT")
		messages := s.take(t)
		if len(messages) != 2 || messages[0].Get("Message-ID") == messages[1].Get("Message-ID") {
			t.Fatalf("%d messages came, or they look the same to a mail program", len(messages))
		}
		same(t, "the first", s.useLink(t, messages[0]), "LINK_USED secret")
		same(t, "the last", s.useLink(t, messages[1]), "")
	})
}

// A killed worker may have sent the mail without recording it. A mail program that takes the next one for a duplicate
// would show the old link.
func TestARetriedAccessMailHasANewMessageID(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t)
		ids := map[string]bool{}
		for range 2 {
			c, err := s.claimDue(t.Context(), s.clock())
			if err != nil || len(c.mails) != 1 {
				t.Fatal(c, err)
			}
			msg, _, err := s.NewWorker(WorkerOptions{}).compose(t.Context(), c, c.mails[0])
			if err != nil {
				t.Fatal(err)
			}
			ids[msg.GetMessageID()] = true
			s.pass(leaseTime)
		}
		same(t, "mails", len(ids), 2)
	})
}

func TestALinkToNobodysAccessIsNotSent(t *testing.T) {
	for what, test := range map[string]struct {
		change      func(t *testing.T, s *salon)
		came, mails string
	}{
		"archived": {func(t *testing.T, s *salon) {
			s.write(t, func(ctx context.Context, c *ent.Client) error {
				return c.Staff.UpdateOneID(ben).SetArchivedAt(s.clock()).Exec(ctx)
			})
		}, "", "ACCESS 0 DROPPED"},
		"without access": {func(t *testing.T, s *salon) {
			if _, err := s.accounts.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}); err != nil {
				t.Fatal(err)
			}
		}, "Dein Zugang wurde geändert", "ACCESS 0 DROPPED, ACCESS_CHANGED 1 SENT"},
	} {
		t.Run(what, func(t *testing.T) {
			eachSalon(t, func(t *testing.T, s *salon) {
				s.sendAccess(t)
				row := s.only(t, mail.KindACCESS)
				test.change(t, s)
				s.startWorker(t)
				same(t, "what came", s.subjects(t), test.came)
				same(t, "mails", s.mails(t), test.mails)
				same(t, "links", s.store.Client().AccessLink.Query().CountX(t.Context()), 0)
				if l, err := s.Preview(byOwner(t), row.ID); l != nil || err != nil {
					t.Errorf("the message is %v, %v", l, err)
				}
			})
		})
	}
}

func TestANewerLinkTakesThePlaceOfOneThatWaits(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t)
		s.sendAccess(t)
		s.startWorker(t)
		same(t, "what came", s.subjects(t), "Dein Zugang")
		same(t, "sent", s.count(t, mail.StateSENT), 1)
		same(t, "dropped", s.count(t, mail.StateDROPPED), 1)
	})
}

func TestNoLinkIsMadeForAMailThatAnotherSends(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t)
		first, err := s.claimDue(t.Context(), s.clock())
		if err != nil {
			t.Fatal(err)
		}
		s.pass(leaseTime + time.Minute)
		if _, err := s.claimDue(t.Context(), s.clock()); err != nil {
			t.Fatal(err)
		}
		secret, err := first.accessLink(t.Context(), first.mails[0], s.clock())
		if secret != "" || err != nil {
			t.Errorf("the link is %q, %v", secret, err)
		}
	})
}

func TestTheOutboxShowsNoLinkToAccess(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.sendAccess(t)
		row := s.only(t, mail.KindACCESS)
		l, err := s.Preview(byOwner(t), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(l.Text, "/welcome/") || !strings.Contains(l.Text, "Hier steht der Link, sobald die Nachricht verschickt wird.") {
			t.Errorf("it shows\n%s", l.Text)
		}
		same(t, "links", s.store.Client().AccessLink.Query().CountX(t.Context()), 0)
		s.startWorker(t)
		secret := secretIn(t, s.take(t)[0].text)
		for _, part := range []string{secret, benName, "ben@salon.example"} {
			if strings.Contains(s.logs.String(), part) {
				t.Errorf("the logs have %s", part)
			}
		}
		if l, err = s.Preview(byOwner(t), row.ID); err != nil || strings.Contains(l.Text, secret) {
			t.Errorf("when it is sent it shows %v, %v", l, err)
		}
	})
}

func TestWhichBranchWritesToStaff(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		const west = "brn_demo-west"
		branchThatWrites := func(activeIn ...string) string {
			t.Helper()
			s.write(t, func(ctx context.Context, c *ent.Client) error {
				if err := c.BranchMembership.Update().Where(branchmembership.StaffID(ben)).SetActive(false).Exec(ctx); err != nil {
					return err
				}
				for _, branchID := range activeIn {
					err := c.BranchMembership.Create().SetStaffID(ben).SetBranchID(branchID).SetActive(true).
						OnConflictColumns(branchmembership.FieldStaffID, branchmembership.FieldBranchID).UpdateActive().Exec(ctx)
					if err != nil {
						return err
					}
				}
				return nil
			})
			row, err := branchOf(t.Context(), s.store.Client(), ben)
			if err != nil {
				t.Fatal(err)
			}
			return row.ID
		}
		same(t, "in both, the first by name", branchThatWrites(west, mitte), mitte)
		same(t, "in one", branchThatWrites(west), west)
		same(t, "in none, the salon's first", branchThatWrites(), mitte)
	})
}

func TestASalonWithoutABranchWritesToItsOwner(t *testing.T) {
	what := &details{Mail: &ent.Mail{ID: "mal_one", Kind: mail.KindACCESS, Edges: ent.MailEdges{Staff: &ent.Staff{
		DisplayName: "Olga", Role: staff.RoleOWNER, Edges: ent.StaffEdges{Account: &ent.Account{Email: "olga@salon.example"}},
	}}}}
	m := mailAt1970(publicURL, &netmail.Address{Name: "Kette", Address: "no@chain.example"})
	l, err := m.write(what, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "subject", l.Subject, "Dein Zugang: Kette")
	msg, err := m.message(what, l)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "from", msg.GetFromString()[0], `"Kette" <no@chain.example>`)
	_, err = mailAt1970(publicURL, nil).message(what, l)
	same[error](t, "from nobody", err, NoSender)
}
