package compose_test

import (
	"strings"
	"testing"

	"visavis/ent/changerequest"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

func TestABranchLearnsWhatACustomerAsks(t *testing.T) {
	f := consultation(t, mail.KindCONFIRMED, locale.German)
	request := compose.ChangeRequest{
		Language: locale.French, Kind: changerequest.KindMOVE, Text: "Geht auch\n<Freitag>?", Customer: "Carla Kunde", Service: f.Service, Staff: f.Staff, Start: f.Start, Zone: f.Zone,
		Branch: f.Branch, URL: "https://booking.example/admin/kalender?datum=2026-11-24&termin=apt_a",
	}
	message, err := compose.WriteChangeRequested(request) // staff are addressed in German or English
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Request to move an appointment: Farbberatung", "Carla Kunde", "Geht auch", request.URL} {
		if !strings.Contains(message.Subject+message.Text, part) {
			t.Errorf("no %q in %s\n%s", part, message.Subject, message.Text)
		}
	}
	if message.Calendar != nil || strings.Contains(message.HTML, "<Freitag>") || strings.Contains(message.Text, "/manage/") {
		t.Errorf("%s", message.HTML)
	}
}

func TestACustomerLearnsOfADeclinedRequestInTheirLanguage(t *testing.T) {
	said := map[string]locale.Locale{}
	for _, language := range locale.All() {
		for _, kind := range []changerequest.Kind{changerequest.KindMOVE, changerequest.KindCANCEL} {
			message, err := compose.WriteChangeDeclined(consultation(t, mail.KindCONFIRMED, language), kind, "Bis 18 Uhr!")
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(message.Text, "Bis 18 Uhr!") || !strings.Contains(message.Text, "https://booking.example/manage/SECRET") || message.Calendar != nil {
				t.Errorf("%s %s:\n%s", language, kind, message.Text)
			}
			if other, has := said[message.Subject]; has {
				t.Errorf("%q is %s and %s", message.Subject, language, other)
			}
			said[message.Subject] = language
		}
	}
}

func TestALinkToTheDataSaysWhatItDoesInEachLanguage(t *testing.T) {
	said := map[string]locale.Locale{}
	for _, language := range locale.All() {
		for _, purpose := range []customerlink.Purpose{customerlink.PurposeEXPORT, customerlink.PurposeERASE} {
			message, err := compose.WriteCustomerLink(compose.CustomerLink{
				Language: language, Name: "Carla", Purpose: purpose, Minutes: 30, URL: "https://booking.example/data/TOKEN", Branch: compose.Branch{Name: "Salon Mitte"},
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range []string{"30", "https://booking.example/data/TOKEN", "Salon Mitte"} {
				if !strings.Contains(message.Text, part) {
					t.Errorf("%s: no %q in\n%s", language, part, message.Text)
				}
			}
			if other, has := said[message.Subject]; has {
				t.Errorf("%q is %s and %s", message.Subject, language, other)
			}
			said[message.Subject] = language
		}
	}
}
