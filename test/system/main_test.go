package system

import (
	"testing"

	"visavis/test/harness"
)

func TestMain(m *testing.M) { harness.Main(m) }
