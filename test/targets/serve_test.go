package targets_test

import (
	"testing"

	"visavis/test/harness"
)

func TestMain(m *testing.M) { harness.Main(m) }
