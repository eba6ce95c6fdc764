package compose_test

import (
	"strings"
	"testing"

	"visavis/ent/mail"
	"visavis/internal/legalnotice"
	"visavis/internal/locale"
)

// TestAMailNamesPriceAndLegalTexts checks text and HTML: both are of equal worth.
func TestAMailNamesPriceAndLegalTexts(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	f.Price = "25,00 EUR, inkl. MwSt."
	f.Branch.Legal = []legalnotice.Link{{Label: "Impressum", URL: "https://booking.example/legal/mitte/imprint"}, {Label: "AGB", URL: "https://booking.example/legal/mitte/terms"}}
	m := written(t, f)
	for _, part := range []string{"Wo: per Video\nPreis: 25,00 EUR, inkl. MwSt.\n", "Telefon: +49 30 5550100\nE-Mail: mitte@salon.example\n\nImpressum: https://booking.example/legal/mitte/imprint\nAGB: https://booking.example/legal/mitte/terms\n"} {
		if !strings.Contains(m.Text, part) {
			t.Errorf("the text lacks %q:\n%s", part, m.Text)
		}
	}
	for _, part := range []string{"<dt>Preis</dt><dd>25,00 EUR, inkl. MwSt.</dd>", `<a href="https://booking.example/legal/mitte/imprint">Impressum</a> · <a href="https://booking.example/legal/mitte/terms">AGB</a>`} {
		if !strings.Contains(m.HTML, part) {
			t.Errorf("the HTML lacks %q:\n%s", part, m.HTML)
		}
	}
	f.Price, f.Branch.Legal = "", nil
	if m := written(t, f); strings.Contains(m.Text, "Preis") || strings.Contains(m.Text+m.HTML, "legal") {
		t.Errorf("a free service of a salon without texts: %s", m.Text)
	}
}
