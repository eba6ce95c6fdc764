package problem

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/internal/locale"
)

func TestEveryCodeHasItsSentences(t *testing.T) {
	for _, l := range locale.All() {
		for _, code := range Codes() {
			if sentence := catalog.In(l).sentences[code]; !strings.HasSuffix(sentence, ".") {
				t.Errorf("%s: %q is no sentence in %s", code, sentence, l)
			}
		}
	}
}

// The period lies before the start, so customers can change an appointment until it begins.
func TestTheCancellationPeriodBeginsInBothLanguages(t *testing.T) {
	p := New(CancellationPeriod, "secret")
	if german, english := p.In(locale.German), p.In(locale.English); !strings.Contains(german, "Stornofrist hat begonnen") || !strings.Contains(english, "cancellation period has begun") {
		t.Errorf("%q and %q", german, english)
	}
}

func TestIn(t *testing.T) {
	p := New(IntervalsOverlap, "hours.3.from", "09:00-12:00", "11:00-13:00")
	want := "Die Zeiten 09:00-12:00 und 11:00-13:00 überschneiden sich. Kürze eine oder lege sie zusammen."
	if got := p.In(locale.German); got != want {
		t.Errorf("got %q", got)
	}
	if got := strings.Join(p.Field, "/"); got != "hours/3/from" {
		t.Errorf("got the field %q", got)
	}
}

func TestSentencesHaveDurationsOfTheirLanguage(t *testing.T) {
	p := New(OutOfRange, "duration", locale.Duration(time.Minute), locale.Duration(24*time.Hour))
	if german, english := p.In(locale.German), p.In(locale.English); !strings.HasSuffix(german, "Erlaubt ist 1 Minute bis 1 Tag.") || !strings.HasSuffix(english, "from 1 minute to 1 day.") {
		t.Errorf("%q and %q", german, english)
	}
}

func TestOfFindsProblemsInsideErrors(t *testing.T) {
	one := New(Required, "name")
	var several List
	several.Add(one, nil, New(TooLong, "note", 500))
	for name, test := range map[string]struct {
		err  error
		want int
	}{
		"none":       {nil, 0},
		"another":    {errors.New("disk full"), 0},
		"one":        {one, 1},
		"wrapped":    {fmt.Errorf("in a transaction: %w", one), 1},
		"several":    {several.Err(), 2},
		"empty list": {List(nil).Err(), 0},
	} {
		if got := Of(test.err); len(got) != test.want {
			t.Errorf("%s: got %d problems, want %d", name, len(got), test.want)
		}
	}
}
