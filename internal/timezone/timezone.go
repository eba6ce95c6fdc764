// Package timezone lists the time zones of the IANA database with their aliases and names.
package timezone

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

// Zone is a time zone that people may choose.
type Zone struct {
	ID            string
	Aliases       []string // other IDs of the zone
	Name          string
	OffsetMinutes int // from UTC, at present
}

//go:embed zones.txt
var table string

// A listed zone is a line of the table.
type listed struct {
	id      string
	aliases []string
	zone    civil.Zone
	german  string
	english string
}

// in returns the name in German or English.
func (z listed) in(l locale.Locale) string {
	if l == locale.German {
		return z.german
	}
	return z.english
}

// zones returns the zones of the table that the time zone database of the machine knows.
var zones = sync.OnceValue(func() []listed {
	var known []listed
	for line := range strings.Lines(table) {
		columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(columns) != 4 {
			continue // a comment
		}
		if zone, err := civil.LoadZone(columns[0]); err == nil {
			known = append(known, listed{columns[0], strings.Fields(columns[1]), zone, columns[3], columns[2]})
		}
	}
	return known
})

// names returns the zones in the order of their names.
var names = map[locale.Locale]func() []listed{
	locale.German:  sync.OnceValue(func() []listed { return sorted(locale.German) }),
	locale.English: sync.OnceValue(func() []listed { return sorted(locale.English) }),
}

func sorted(l locale.Locale) []listed {
	collator := collate.New(l.Tag())
	return slices.SortedStableFunc(slices.Values(zones()), func(a, b listed) int {
		return cmp.Or(collator.CompareString(a.in(l), b.in(l)), strings.Compare(a.id, b.id))
	})
}

// Zones returns all zones, sorted by their names, with their offsets at the instant. They are for staff: in English unless the
// language is German.
func Zones(l locale.Locale, now civil.Instant) []*Zone {
	l = l.ForStaff()
	var all []*Zone
	for _, z := range names[l]() {
		_, offset := z.zone.Local(now).Zone()
		all = append(all, &Zone{z.id, z.aliases, z.in(l), offset / 60})
	}
	return all
}

var others = sync.OnceValue(func() map[string][]string {
	byID := map[string][]string{}
	for _, z := range zones() {
		same := append([]string{z.id}, z.aliases...)
		for _, id := range same {
			byID[id] = slices.DeleteFunc(slices.Clone(same), func(other string) bool { return other == id })
		}
	}
	return byID
})

// Others returns the other IDs of the zone with an ID, the usual one first; none for an unknown ID.
func Others(id string) []string { return slices.Clone(others()[id]) }
