package join

import (
	"fmt"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

// A moment is a date and time range in local time.
type moment struct {
	Date  string // of the start: Dienstag, 24. November 2026
	Times string // 11:00–11:30 Uhr
	Zone  string // Europe/Berlin (UTC+1)
}

func momentOf(l locale.Locale, z civil.Zone, start, end civil.Instant) moment {
	from, to := z.Local(start), z.Local(end)
	times, name := timeOf(from)+"–"+timeOf(to), z.String()+" ("+offsetOf(from)+")"
	if offsetOf(from) != offsetOf(to) { // the offset changes in between
		times = fmt.Sprintf("%s (%s) – %s (%s)", timeOf(from), offsetOf(from), timeOf(to), offsetOf(to))
		name = z.String()
	}
	return moment{Date: locale.LongDate(l, from), Times: locale.Hours(l, times), Zone: name}
}

func timeOf(t time.Time) string { return t.Format("15:04") }

// offsetOf distinguishes the two occurrences of a local time when clocks are put back.
func offsetOf(t time.Time) string {
	_, seconds := t.Zone()
	sign, minutes := "+", seconds/60
	if minutes < 0 {
		sign, minutes = "−", -minutes
	}
	switch {
	case minutes == 0:
		return "UTC"
	case minutes%60 == 0:
		return fmt.Sprintf("UTC%s%d", sign, minutes/60)
	default:
		return fmt.Sprintf("UTC%s%d:%02d", sign, minutes/60, minutes%60)
	}
}
