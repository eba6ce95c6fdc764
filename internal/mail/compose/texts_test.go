package compose_test

import (
	"strings"
	"testing"

	"visavis/ent/mail"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	"visavis/internal/mailtext"
)

func TestTextsOfABranchStandInPlaceOfTheBuiltIn(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Price = "49,00 €"
	f.Texts = mailtext.Content{Subject: "{service} am {start}", Opening: "Moin {customer}!\n\n{staff} freut sich: {place}, {price}.", Closing: "Tschüss aus {branch}"}
	m := written(t, f)
	if m.Subject != "Farbberatung am 24. November 2026, 10:00 Uhr" {
		t.Errorf("the subject is %q", m.Subject)
	}
	if !strings.HasPrefix(m.Text, "Moin Carla Kunde!\n\nAnna freut sich: per Video, 49,00 €.\n\nWas: ") || !strings.Contains(m.Text, "\nTschüss aus Salon Mitte\nSalon Mitte\n") {
		t.Errorf("the text is\n%s", m.Text)
	}
	f.Texts = mailtext.Content{Closing: "Tschüss"}
	if m := written(t, f); !strings.HasPrefix(m.Text, "Hallo Carla Kunde,\n\nwir freuen uns auf dich.") || !strings.HasPrefix(m.Subject, "Dein Termin ist gebucht: ") {
		t.Errorf("without texts before the facts, it is\n%s\n%s", m.Subject, m.Text)
	}
}

// The built-in texts, once written, change nothing.
func TestTheBuiltInTextsAreWhatStandsThereAnyway(t *testing.T) {
	for _, kind := range textKinds {
		for _, l := range locale.All() {
			want := writtenWith(t, kind, l, mailtext.Content{})
			texts := compose.BuiltIn(kind, l)
			if len(mailtext.Unknown(kind, texts.Subject+texts.Opening+texts.Closing)) > 0 {
				t.Errorf("%s, %s: a placeholder is unknown", kind, l)
			}
			if got := writtenWith(t, kind, l, texts); got.Subject != want.Subject || got.Text != want.Text || got.HTML != want.HTML {
				t.Errorf("%s, %s: the text is\n%s\nwant\n%s", kind, l, got.Text, want.Text)
			}
		}
	}
}

func TestWhatABranchWritesIsNoHTMLAndNoHeader(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Customer.Name = "{service}"
	f.Texts = mailtext.Content{Subject: "<b>{customer}</b>", Opening: `<script>alert(1)</script> <a href="javascript:1">{customer}</a>`, Closing: "<img src=x>"}
	m := written(t, f)
	p := readPage(t, m.HTML)
	if !strings.Contains(m.Text, `<script>alert(1)</script> <a href="javascript:1">{service}</a>`) || !strings.Contains(strings.Join(p.lines, "\n"), `<script>alert(1)</script>`) {
		t.Errorf("the text is\n%s", m.Text)
	}
	for _, link := range p.links {
		if !strings.HasPrefix(link, "https://") {
			t.Errorf("there is a link to %s", link)
		}
	}
}
