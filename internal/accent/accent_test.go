package accent

import (
	"fmt"
	"testing"
	"testing/quick"
)

func TestColors(t *testing.T) {
	for wanted, want := range map[string]string{
		"#0f5c63": "{#0f5c63 #ffffff} {#568c91 #000000}", // dark enough for paper
		"#ffd400": "{#877000 #ffffff} {#ffd400 #000000}", // yellow is darkened on paper
		"#ffffff": "{#737373 #ffffff} {#ffffff #000000}",
		"#000000": "{#000000 #ffffff} {#838383 #000000}",
	} {
		scheme := Of(wanted)
		if got := fmt.Sprint(scheme.Light, " ", scheme.Dark); got != want {
			t.Errorf("%s: %s, want %s", wanted, got, want)
		}
	}
}

func TestWhatIsNoColorHasNone(t *testing.T) {
	for _, wanted := range []string{"", "petrol", "#0f5", "0f5c63"} {
		if scheme := Of(wanted); scheme != nil {
			t.Errorf("%q is %v", wanted, scheme)
		}
	}
}

// TestEveryColorCanBeRead is a property of all colors.
func TestEveryColorCanBeRead(t *testing.T) {
	readable := func(c color) bool {
		for _, scheme := range []struct{ ground, other color }{{paper, black}, {night, white}} {
			mixed := c.on(scheme.ground, scheme.other)
			text := black
			if mixed.colors().Text == white.String() {
				text = white
			}
			if contrast(mixed, scheme.ground) < enough || contrast(mixed, text) < enough {
				return false
			}
			if contrast(c, scheme.ground) >= enough && mixed != c {
				return false // changed without need
			}
		}
		return true
	}
	if err := quick.Check(readable, nil); err != nil {
		t.Error(err)
	}
}
