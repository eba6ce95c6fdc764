package telemetry

import (
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// writes records each write.
type writes struct {
	mutex sync.Mutex
	all   []string
}

func (w *writes) Write(text []byte) (int, error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.all = append(w.all, string(text))
	return len(text), nil
}

// messages returns the messages of each write, joined by spaces.
func (w *writes) messages() (messages []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, text := range w.all {
		var of []string
		for line := range strings.Lines(text) {
			_, message, _ := strings.Cut(line, `"msg":"`)
			message, _, _ = strings.Cut(message, `"`)
			of = append(of, message)
		}
		messages = append(messages, strings.Join(of, " "))
	}
	return messages
}

func (w *writes) expect(t *testing.T, want ...string) {
	t.Helper()
	if got := w.messages(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("written: %q, want %q", got, want)
	}
}

func TestLinesAreWrittenTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &writes{}
		logger, flush := NewLogger(out)
		logger.Info("a")
		logger.With("key", "value").Info("b")
		out.expect(t)
		time.Sleep(gatherTime) // of the bubble's clock
		synctest.Wait()
		out.expect(t, "a b")

		logger.Info("c")
		time.Sleep(gatherTime)
		synctest.Wait()
		out.expect(t, "a b", "c")

		flush()
		out.expect(t, "a b", "c")
		logger.Info("d")
		flush()
		out.expect(t, "a b", "c", "d")
	})
}

func TestWarningsAndErrorsAreWrittenAtOnceInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &writes{}
		logger, flush := NewLogger(out)
		logger.Info("a")
		logger.WithGroup("group").Warn("b")
		out.expect(t, "a b")
		logger.Error("c")
		out.expect(t, "a b", "c")
		logger.Info("d")
		time.Sleep(gatherTime - 1) // the timer of a must not be left
		synctest.Wait()
		out.expect(t, "a b", "c")
		flush()
		out.expect(t, "a b", "c", "d")
	})
}

func TestLongLinesDoNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &writes{}
		logger, flush := NewLogger(out)
		defer flush()
		logger.Info("a", "text", strings.Repeat("x", gatherLength/2))
		out.expect(t)
		logger.Info("b", "text", strings.Repeat("x", gatherLength/2))
		out.expect(t, "a b")
	})
}

func TestNoLineIsLost(t *testing.T) {
	out := &writes{}
	logger, flush := NewLogger(out)
	var all sync.WaitGroup
	for writer := range 8 {
		all.Go(func() {
			for line := range 200 {
				level := slog.LevelInfo
				if line%50 == 0 {
					level = slog.LevelWarn
				}
				logger.Log(t.Context(), level, fmt.Sprintf("%d-%d", writer, line))
			}
		})
	}
	all.Wait()
	flush()
	next := map[string]string{}
	for message := range strings.FieldsSeq(strings.Join(out.messages(), " ")) {
		writer, line, _ := strings.Cut(message, "-")
		if want := next[writer]; want != "" && want != line {
			t.Fatalf("line %s of %s follows the one before %s", line, writer, want)
		}
		var number int
		if _, err := fmt.Sscan(line, &number); err != nil {
			t.Fatal(err)
		}
		next[writer] = fmt.Sprint(number + 1)
	}
	for writer := range 8 {
		if last := next[fmt.Sprint(writer)]; last != "200" {
			t.Errorf("writer %d has written up to line %s", writer, last)
		}
	}
}
