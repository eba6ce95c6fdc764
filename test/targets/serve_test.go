package targets_test

import (
	"os"
	"testing"

	"visavis/test/harness"
)

func TestMain(m *testing.M) {
	if os.Getenv(bareVariable) != "" {
		serveBare()
	}
	harness.Main(m)
}
