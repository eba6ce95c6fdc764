package locale

import (
	"slices"
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	for date, want := range map[string][]string{
		"2026-11-24": {"Tuesday, 24 November 2026", "Dienstag, 24. November 2026", "mardi 24 novembre 2026", "24 Kasım 2026 Salı"},
		"2027-03-07": {"Sunday, 7 March 2027", "Sonntag, 7. März 2027", "dimanche 7 mars 2027", "7 Mart 2027 Pazar"},
		"2028-12-01": {"Friday, 1 December 2028", "Freitag, 1. Dezember 2028", "vendredi 1er décembre 2028", "1 Aralık 2028 Cuma"},
		"2029-01-31": {"Wednesday, 31 January 2029", "Mittwoch, 31. Januar 2029", "mercredi 31 janvier 2029", "31 Ocak 2029 Çarşamba"},
	} {
		at, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range All() {
			got = append(got, LongDate(l, at))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is written as %q", date, got)
		}
	}
}

func TestMoments(t *testing.T) {
	at := time.Date(2026, 11, 24, 9, 5, 0, 0, time.UTC)
	want := []string{"24 November 2026, 09:05", "24. November 2026, 09:05 Uhr", "24 novembre 2026 à 09:05", "24 Kasım 2026 09:05"}
	for i, l := range All() {
		if got := Moment(l, at); got != want[i] {
			t.Errorf("in %s: %s", l, got)
		}
	}
	if got := LongMoment(French, at); got != "mardi 24 novembre 2026 à 09:05" {
		t.Errorf("in French: %s", got)
	}
}
