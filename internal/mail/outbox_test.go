package mail

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/problem"
)

func codes(err error) string {
	var list []string
	for _, p := range problem.Of(err) {
		list = append(list, string(p.Code)+" "+strings.Join(p.Field, "."))
	}
	return strings.Join(list, ", ")
}

func TestTheOutboxInPages(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		for _, start := range []string{"2026-11-26 10:00", "2026-11-25 10:00", "2026-11-26 14:00"} {
			s.book(t, cut, start, branch.LocaleDE)
		}
		all, err := s.Outbox(byOwner(t), pagination.Request{First: 100})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "mails", len(all.Nodes), 6)
		same(t, "the first is due last", all.Nodes[0].DueAt, at(t, "2026-11-25 14:00"))
		same(t, "another page", all.PageInfo.HasNextPage, false)
		var paged []string
		request := pagination.Request{First: 2}
		for more := true; more; {
			next, err := s.Outbox(byOwner(t), request)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range next.Nodes {
				paged = append(paged, row.ID)
			}
			request.After, more = next.PageInfo.EndCursor, next.PageInfo.HasNextPage
		}
		for i, row := range all.Nodes {
			if i > 0 && row.DueAt > all.Nodes[i-1].DueAt {
				t.Error("they are out of order")
			}
			same(t, "in pages", paged[i], row.ID)
		}
		for _, test := range []struct {
			first int
			after *string
			want  string
		}{
			{0, nil, "OUT_OF_RANGE first"}, {101, nil, "OUT_OF_RANGE first"}, {1, new("nonsense"), "NOT_FOUND after"}, {1, new("YQpi"), "NOT_FOUND after"},
		} {
			_, err := s.Outbox(byOwner(t), pagination.Request{First: test.first, After: test.after})
			same(t, "refused", codes(err), test.want)
		}
	})
}

func TestAMailCanBePreviewedBeforeItIsSent(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		booked := s.book(t, videoTint, "2026-11-26 10:00", branch.LocaleDE)
		row := s.only(t, mail.KindCONFIRMED)
		l, err := s.Preview(byOwner(t), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the subject", l.Subject, "Dein Termin ist gebucht: Farbberatung, 26. November 2026, 10:00 Uhr")
		for _, part := range []string{"Carla Kunde", publicURL + "/join/" + *booked.JoinToken, publicURL + "/manage/…\n"} {
			if !strings.Contains(l.Text, part) {
				t.Errorf("the text has no %s", part)
			}
		}
		s.startWorker(t)
		sent := s.take(t)[0].text
		same(t, "it is what is sent, but for what only its reader may know", strings.NewReplacer(*booked.Secret, "…", confirmationIn(sent), "…").Replace(sent), l.Text)
		for mailID, want := range map[string]string{"mal_unknown": "", booked.ID: "ID_OF_ANOTHER_KIND id"} {
			l, err := s.Preview(byOwner(t), mailID)
			if l != nil || codes(err) != want {
				t.Errorf("%s: %v, %v", mailID, l, err)
			}
		}
		if _, err := s.booking.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}); err != nil {
			t.Fatal(err)
		}
		if l, err := s.Preview(byOwner(t), row.ID); l != nil || err != nil {
			t.Errorf("of a customer who is forgotten: %v, %v", l, err)
		}
	})
}

func TestToTryAgainIsOnRecord(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		row := s.only(t, mail.KindCONFIRMED)
		s.write(t, func(ctx context.Context, c *ent.Client) error {
			return c.Mail.UpdateOneID(row.ID).SetState(mail.StateFAILED).SetAttempts(12).SetFailure("refused").Exec(ctx)
		})
		for range 2 { // the second finds it waiting
			if _, err := s.Retry(byOwner(t), row.ID); err != nil {
				t.Fatal(err)
			}
		}
		entry, err := s.store.Client().AuditEntry.Query().Where(auditentry.Action("mailRetry")).Only(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		same(t, "who", *entry.StaffID, "stf_owner")
		same(t, "what", entry.SubjectID, row.ID)
		for _, side := range []struct {
			got  json.RawMessage
			want progress
		}{
			{entry.Before, progress{mail.StateFAILED, 12, "refused"}},
			{entry.After, progress{State: mail.StateWAITING}},
		} {
			var got progress
			if err := json.Unmarshal(side.got, &got); err != nil {
				t.Fatal(err)
			}
			same(t, "entry", got, side.want)
		}
	})
}

func TestOnlyWhatHasFailedIsTriedAgain(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.book(t, cut, "2026-11-26 10:00", branch.LocaleDE)
		for state, want := range map[mail.State]mail.State{
			mail.StateFAILED: mail.StateWAITING, mail.StateWAITING: mail.StateWAITING, mail.StateSENT: mail.StateSENT, mail.StateDROPPED: mail.StateDROPPED,
		} {
			s.write(t, func(ctx context.Context, c *ent.Client) error {
				return c.Mail.Update().SetState(state).SetAttempts(12).SetFailure("refused").Exec(ctx)
			})
			row, err := s.Retry(byOwner(t), s.only(t, mail.KindCONFIRMED).ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, string(state), row.State, want)
			again := state == mail.StateFAILED
			same(t, string(state)+" begins anew", row.Attempts == 0 && row.Failure == "" && row.DueAt == s.clock(), again)
		}
		for mailID, want := range map[string]string{"mal_unknown": "NOT_FOUND id", "apt_x": "ID_OF_ANOTHER_KIND id"} {
			_, err := s.Retry(byOwner(t), mailID)
			same(t, mailID, codes(err), want)
		}
	})
}
