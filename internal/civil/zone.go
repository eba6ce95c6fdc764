package civil

import (
	"strings"
	"sync"
	"time"
)

// Zone is an IANA time zone such as Europe/Berlin.
type Zone struct{ location *time.Location }

// Segment is a range of instants in which a zone's offset from UTC is constant.
type Segment struct {
	Start, End Instant // End is not part of it
	Offset     int64   // seconds to add to an instant for the wall clock
}

// LoadZone returns a zone by its IANA name. It returns a *FormatError for the empty name and for the machine's own zone
// ("Local"), whose meaning depends on the machine.
func LoadZone(name string) (Zone, error) {
	// IANA names begin with a capital. The machine may have others, such as localtime and right/Europe/Berlin, whose clock
	// counts leap seconds.
	if name == "" || name[0] < 'A' || 'Z' < name[0] || strings.EqualFold(name, "local") || name == "Factory" {
		return Zone{}, &FormatError{Kind: "TimeZone", Text: name}
	}
	if known, ok := zones.Load(name); ok {
		return known.(Zone), nil
	}
	location, err := time.LoadLocation(name)
	if err != nil {
		return Zone{}, &FormatError{Kind: "TimeZone", Text: name}
	}
	zones.Store(name, Zone{location})
	return Zone{location}, nil
}

// zones caches the result of LoadZone: reading a zone's file takes longer than reading a salon from the database. There are
// only some hundred names, and their rules do not change while the program runs.
var zones sync.Map

func (z Zone) String() string { return z.location.String() }

// Local returns the instant as a time by the zone's wall clock.
func (z Zone) Local(at Instant) time.Time { return time.Unix(int64(at), 0).In(z.location) }

// Date returns the local date at the instant.
func (z Zone) Date(at Instant) Date { return NewDate(z.Local(at).Date()) }

// Segments returns, in order, the segments that touch the local dates from first to last. They extend at least a day beyond
// both.
func (z Zone) Segments(first, last Date) []Segment {
	// No wall clock is more than a day away from UTC.
	at := Instant(first.AddDays(-2).Midnight())
	end := Instant(last.AddDays(3).Midnight())
	var segments []Segment
	for at < end {
		local := z.Local(at)
		_, offset := local.Zone()
		_, change := local.ZoneBounds()
		stop := end
		if !change.IsZero() && InstantOf(change) < end {
			stop = InstantOf(change)
		}
		segments = append(segments, Segment{Start: at, End: stop, Offset: int64(offset)})
		at = stop
	}
	return segments
}

// StartOf returns the first instant of a local date; for a date that the zone skipped, the instant at which it was skipped.
func (z Zone) StartOf(date Date) Instant {
	var start Instant
	for _, segment := range z.Segments(date, date) {
		start = max(Instant(date.Midnight()-segment.Offset), segment.Start)
		if start < segment.End {
			break
		}
	}
	return start
}
