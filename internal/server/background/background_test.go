package background

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"testing"
)

func TestATaskThatPanicsIsRestarted(t *testing.T) {
	log := &bytes.Buffer{} // read only after end has returned
	begun := make(chan struct{})
	times := 0
	end := Run(t.Context(), slog.New(slog.NewTextHandler(log, nil)), func(ctx context.Context) {
		if times++; times == 1 {
			panic("a secret")
		}
		close(begun)
		<-ctx.Done()
	})
	<-begun
	end()
	if text := log.String(); !strings.Contains(text, "panicked") || strings.Contains(text, "a secret") || times != 2 {
		t.Errorf("begun %d times, and the log tells %s", times, text)
	}
}
