package salon_test

import (
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/mailtext"
	mailtexts "visavis/internal/mailtext"
	"visavis/internal/problem"
	"visavis/internal/salon"
)

func TestTextsOfMailsAreReplacedAsAWhole(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		set := func(expected *int, content mailtexts.Content) (int, error) {
			row, err := s.MailTextSet(byOwner(t), salon.MailTextSetInput{
				BranchID: mitte, Kind: mailtext.KindREMINDER, Locale: branch.LocaleFR, Content: content, ExpectedVersion: expected,
			})
			if row == nil {
				return -1, err
			}
			return row.Version, err
		}
		for _, test := range []struct {
			name     string
			expected *int
			content  mailtexts.Content
			version  int
			code     string
		}{
			{"nothing", new(0), mailtexts.Content{}, 0, ""},
			{"the first", new(0), mailtexts.Content{Subject: "  À  bientôt\n{customer} ", Closing: "Anna\r\nMitte"}, 1, ""},
			{"the same again", new(1), mailtexts.Content{Subject: "À bientôt {customer}", Closing: "Anna\nMitte"}, 1, ""},
			{"as if there were none", new(0), mailtexts.Content{Subject: "X"}, 1, "CHANGED_MEANWHILE expectedVersion"},
			{"none again", new(1), mailtexts.Content{}, 2, ""},
			{"whatever there is", nil, mailtexts.Content{Opening: "Salut"}, 3, ""},
		} {
			version, err := set(test.expected, test.content)
			if code := strings.Join(problemsOf(err), " "); version != test.version || code != test.code {
				t.Errorf("%s: version %d, %s", test.name, version, code)
			}
		}
		texts, err := s.MailTexts(byOwner(t), mitte)
		if err != nil || len(texts) != 10*4 {
			t.Fatal(len(texts), err)
		}
		for _, row := range texts {
			if isIt := row.Kind == mailtext.KindREMINDER && row.Locale == mailtext.LocaleFR; (mailtexts.Of(row) == mailtexts.Content{Opening: "Salut"}) != isIt || row.BranchID != mitte {
				t.Errorf("there is %v", row)
			}
		}
		if texts, err := s.MailTexts(byOwner(t), "brn_unknown"); len(texts) != 0 || err != nil {
			t.Errorf("of an unknown branch: %v, %v", texts, err)
		}
	})
}

func TestWrongTextsOfMailsAreNotSaved(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			kind        mailtext.Kind
			content     mailtexts.Content
			field, says string
		}{
			{mailtext.KindCUSTOMER_ERASURE, mailtexts.Content{Opening: "{customer}, {start}"}, "content.opening", "There is no placeholder {start} here. Use {customer}, {branch}."},
			{mailtext.KindMOVED, mailtexts.Content{Subject: "{kunde}, {Start} {kunde}"}, "content.subject", "There is no placeholder {kunde}, {Start} here. Use {customer}, {service}, {staff}, {start}, {place}, {price}, {branch}."},
			{mailtext.KindMOVED, mailtexts.Content{Opening: "Hi {name}"}, "content.opening", "{name}"},
			{mailtext.KindMOVED, mailtexts.Content{Closing: "{ customer }"}, "content.closing", "{ customer }"},
			{mailtext.KindMOVED, mailtexts.Content{Subject: strings.Repeat("ä", 201)}, "content.subject", "200"},
			{mailtext.KindMOVED, mailtexts.Content{Opening: strings.Repeat("ä", 2001)}, "content.opening", "2000"},
			{mailtext.KindMOVED, mailtexts.Content{Closing: strings.Repeat("ä", 2001)}, "content.closing", "2000"},
		} {
			row, err := s.MailTextSet(byOwner(t), salon.MailTextSetInput{BranchID: mitte, Kind: test.kind, Locale: branch.LocaleDE, Content: test.content})
			wrong := problem.Of(err)
			if row != nil || len(wrong) != 1 || strings.Join(wrong[0].Field, ".") != test.field || !strings.Contains(wrong[0].Error(), test.says) {
				t.Errorf("%v: %v, %v", test.content, row, err)
			}
		}
		if count := s.store.Client().MailText.Query().CountX(t.Context()); count != 0 {
			t.Errorf("%d are saved", count)
		}
	})
}
