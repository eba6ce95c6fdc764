package room_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"visavis/internal/room"
)

func TestAPanicEndsNoProcess(t *testing.T) {
	var log bytes.Buffer
	rooms := room.New(room.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	err := rooms.Recovered(func() { panic("Lena Kunde") })
	if err == nil || !strings.Contains(log.String(), "panicked") || strings.Contains(log.String()+err.Error(), "Lena") {
		t.Errorf("%v, and the log says %s", err, &log)
	}
}
