package system

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestPagesOfAFamilyOnOneAddress books for two people with different languages under one address. What shows an appointment
// follows its contact, not the record.
func TestPagesOfAFamilyOnOneAddress(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
	book := func(name, locale, start string) map[string]any {
		return s.Mutate("appointmentBook", "booking { id secret locale joinUrl manageUrl calendarUrl }", harness.Variables{
			"start":          harness.Variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": start},
			"idempotencyKey": "4f5d8c80-3e6e-4c52-9a4d-" + strings.ToLower(locale) + "-family",
			"customer":       harness.Variables{"name": name, "email": "familie@kunde.example", "locale": locale, "acceptsPrivacy": true},
		}).(map[string]any)
	}
	mother, daughter := book("Maria Familie", "DE", "2026-11-26T09:00:00Z"), book("Emma Family", "EN", "2026-11-26T10:00:00Z")
	for language, booked := range map[string]map[string]any{"DE": mother, "EN": daughter} {
		s.ExpectEqual("the language of the manage page", booked["locale"], language)
		path := strings.TrimPrefix(booked["joinUrl"].(string), "http://"+s.Addr)
		page, err := io.ReadAll(s.Get(path, "Accept-Language", "fr").Body)
		if err != nil || !strings.Contains(string(page), fmt.Sprintf(`<html lang="%s"`, strings.ToLower(language))) {
			t.Errorf("the join page is not in %s: %v\n%s", language, err, page)
		}
	}
	feed := s.Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": "stf_demo-anna"}).(string)
	entries, err := io.ReadAll(s.Get(strings.TrimPrefix(feed, "http://"+s.Addr)).Body)
	if err != nil {
		t.Fatal(err)
	}
	read := s.Query(`{ appointments(branchId: "brn_demo-mitte", from: "2026-11-26", to: "2026-11-26") { nodes { contact { name locale } customer { id } } } }`, nil)
	var contacts []string
	customers := map[string]bool{}
	for _, a := range harness.Nodes(read["appointments"]) {
		contacts = append(contacts, fmt.Sprint(a["contact"]))
		customers[a["customer"].(map[string]any)["id"].(string)] = true
	}
	s.ExpectEqual("the contacts", contacts, "[map[locale:DE name:Maria Familie] map[locale:EN name:Emma Family]]")
	s.ExpectEqual("customers on record", len(customers), 1)
	for id := range customers {
		export := s.Query(`query($id: ID!) { customerExport(id: $id) }`, harness.Variables{"id": id})["customerExport"].(string)
		for _, name := range []string{"Maria Familie", "Emma Family"} {
			if !strings.Contains(export, `"name": "`+name+`"`) {
				t.Errorf("the export lacks %s:\n%s", name, export)
			}
			if !strings.Contains(string(entries), "Farbberatung · "+name) {
				t.Errorf("the feed lacks %s:\n%s", name, entries)
			}
		}
	}
}
