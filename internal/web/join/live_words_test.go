package join

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"visavis/internal/locale"
	"visavis/internal/schedule"
)

// TestBothPagesSayTheSame compares the texts of the page without scripts with those of the live page.
func TestBothPagesSayTheSame(t *testing.T) {
	opens := time.Date(2026, 11, 24, 10, 45, 0, 0, time.UTC)
	for _, l := range []locale.Locale{locale.German, locale.English, locale.French, locale.Turkish} {
		w, live := catalog.In(l), liveWords(t, l)
		at := locale.Clock(l, opens)
		for key, want := range map[string]string{
			"wasMoved":             w.moved,
			"closed.title":         w.waiting,
			"closed.opens":         fmt.Sprintf(w.opens, locale.Minutes(l, schedule.CallOpensBefore), at),
			"closed.DELAY":         fmt.Sprintf(w.delayed, at),
			"closed.PREVIOUS_CALL": fmt.Sprintf(w.afterPrevious, at),
			"closed.TAKEN":         w.taken,
			"closed.stay":          w.stayOrReturn,
			"open.title":           w.inBrowser.heading,
			"other.title":          w.ready.heading,
			"other.text":           w.ready.sentences[0],
			"other.enter":          w.enter,
			"other.waits":          w.byHand.heading,
			"after.over":           w.over.heading,
			"after.text":           w.over.sentences[0],
			"cancelled.title":      w.cancelled.heading,
			"cancelled.text":       w.cancelled.sentences[0],
			"other.missingHint":    w.unprepared.sentences[1],
		} {
			if got := strings.ReplaceAll(live[key], "${time}", opens.Format("15:04")); got != want {
				t.Errorf("%s in %s: the live page says %q, the other %q", key, l, got, want)
			}
		}
	}
}

var (
	section = regexp.MustCompile(`^  (\w+): \{$`)
	text    = regexp.MustCompile("^( +)(\\w+): (?:\\(.*\\) => )?['`](.*)['`],$")
)

// liveWords returns the texts of the live page by their keys, with placeholders such as ${time}.
func liveWords(t *testing.T, l locale.Locale) map[string]string {
	t.Helper()
	file, err := os.ReadFile("../../../frontend/widget/words/" + strings.ToLower(string(l)) + "/room.ts")
	if err != nil {
		t.Fatal(err)
	}
	texts, within := map[string]string{}, ""
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSuffix(line, "\n")
		if found := section.FindStringSubmatch(line); found != nil {
			within = found[1] + "."
		} else if line == "  }," {
			within = ""
		} else if found := text.FindStringSubmatch(line); found != nil && len(found[1]) <= 4 {
			texts[within+found[2]] = found[3]
		}
	}
	return texts
}
