package salon_test

import (
	"fmt"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/legaltext"
	"visavis/internal/salon"
)

func TestLegalTextsKeepTheirVersions(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		north, err := s.BranchCreate(byOwner(t), salon.BranchCreateInput{Name: "Nord", TimeZone: "Europe/Berlin", Locale: branch.LocaleDE})
		check(t, err)
		set := func(url, text string) *ent.Branch {
			t.Helper()
			row, _, err := s.BranchUpdate(byOwner(t), salon.BranchUpdateInput{ID: north.ID, Terms: &salon.LegalTextInput{URL: &url, Text: &text}})
			check(t, err)
			return row
		}
		var row *ent.Branch
		for _, step := range []struct {
			name, url, text string
			version         int
		}{
			{"nothing is no version", "", " ", 0},
			{"a text", "", "Wer zu spät kommt, wartet.\nImmer.", 1},
			{"the same again", "", " Wer zu spät kommt, wartet.\nImmer. ", 1},
			{"an address instead", " https://salon.example/agb ", "", 2},
			{"none", "", "", 0},
			{"none again", "", "", 0},
			{"another text", "", "Neu.", 3},
		} {
			row = set(step.url, step.text)
			same(t, step.name, row.TermsVersion, step.version)
		}
		same(t, "other texts", fmt.Sprint(row.ImprintVersion, row.PrivacyNoticeVersion), "0 0")
		var versions []salon.LegalVersion
		for version := range 5 {
			versions = append(versions, salon.LegalVersion{BranchID: north.ID, Kind: legaltext.KindTERMS, Version: version})
		}
		found, err := s.LegalTextsOf(t.Context(), versions)
		check(t, err)
		var texts []string
		for _, version := range versions {
			if text := found[version]; text != nil {
				texts = append(texts, fmt.Sprint(version.Version, " ", text.URL, text.Text))
			}
		}
		same(t, "the texts there were", strings.Join(texts, "; "), "1 Wer zu spät kommt, wartet.\nImmer.; 2 https://salon.example/agb; 3 Neu.")
		of, text, err := s.LegalText(t.Context(), row.Slug, legaltext.KindTERMS)
		check(t, err)
		same(t, "the text in force", of.ID+" "+text.Text, north.ID+" Neu.")
		_, text, err = s.LegalText(t.Context(), row.Slug, legaltext.KindIMPRINT)
		check(t, err)
		same(t, "no imprint", text == nil, true)
	})
}

func TestRefusedLegalTexts(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			input salon.LegalTextInput
			want  []string
		}{
			{salon.LegalTextInput{URL: new("salon.example/agb")}, []string{"WEB_ADDRESS_INVALID imprint.url"}},
			{salon.LegalTextInput{URL: new("javascript:alert(1)")}, []string{"WEB_ADDRESS_INVALID imprint.url"}},
			{salon.LegalTextInput{URL: new("https://ich:geheim@salon.example")}, []string{"WEB_ADDRESS_INVALID imprint.url"}},
			{salon.LegalTextInput{URL: new("https://salon")}, []string{"WEB_ADDRESS_INVALID imprint.url"}},
			{salon.LegalTextInput{URL: new("https://salon.example/" + strings.Repeat("x", 2_000))}, []string{"TOO_LONG imprint.url"}},
			{salon.LegalTextInput{Text: new(strings.Repeat("x", 50_001))}, []string{"TOO_LONG imprint.text"}},
			{salon.LegalTextInput{URL: new("https://salon.example"), Text: new("Hier")}, []string{"EXACTLY_ONE imprint"}},
		} {
			s.refuses(t, salon.BranchUpdateInput{ID: mitte, Imprint: &test.input}, test.want...)
		}
		row, err := s.Branch(t.Context(), new(mitte), nil)
		check(t, err)
		same(t, "the version", row.ImprintVersion, 1)
	})
}
