package config

import (
	"strings"
	"testing"
)

func TestLimits(t *testing.T) {
	for name := range limitsOf(&Limits{}) {
		for value, want := range map[string]int{"": 0, "1": 1, "5000": 5000} {
			c, err := Read(func(asked string) (string, bool) { return value, asked == name })
			if got := *limitsOf(&c.Limits)[name]; err != nil || got != want {
				t.Errorf("%s=%s is %d (%v)", name, value, got, err)
			}
		}
		for _, value := range []string{"0", "-1", "many", "1.5", "99999999999"} {
			_, err := Read(func(asked string) (string, bool) { return value, asked == name })
			if err == nil || !strings.Contains(err.Error(), name+" is") {
				t.Errorf("%s=%s: %v", name, value, err)
			}
		}
	}
}
