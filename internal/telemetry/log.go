package telemetry

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"
)

// Limits of the lines that are gathered before they are written.
const (
	gatherTime   = 50 * time.Millisecond
	gatherLength = 64 << 10 // in bytes
)

// NewLogger returns a logger that writes JSON lines, and a function that writes what is left. Lines up to the level INFO are
// gathered for a moment, since each request has one, and to write it would cost more than to make it. A line of a higher level
// is written at once, after all lines before it. Safe for concurrent use.
func NewLogger(out io.Writer) (logger *slog.Logger, flush func()) {
	lines := &lineGatherer{out: out}
	return slog.New(gatheringHandler{slog.NewJSONHandler(lines, nil), lines}), func() { _ = lines.flush() }
}

// A gatheringHandler hands its lines to a gatherer.
type gatheringHandler struct {
	slog.Handler
	lines *lineGatherer
}

// Handle implements [slog.Handler].
func (h gatheringHandler) Handle(ctx context.Context, record slog.Record) error {
	err := h.Handler.Handle(ctx, record)
	if record.Level > slog.LevelInfo {
		err = errors.Join(err, h.lines.flush())
	}
	return err
}

// WithAttrs implements [slog.Handler].
func (h gatheringHandler) WithAttrs(attributes []slog.Attr) slog.Handler {
	return gatheringHandler{h.Handler.WithAttrs(attributes), h.lines}
}

// WithGroup implements [slog.Handler].
func (h gatheringHandler) WithGroup(name string) slog.Handler {
	return gatheringHandler{h.Handler.WithGroup(name), h.lines}
}

// A lineGatherer writes several lines at once: gatherTime after the first, or when they have gatherLength.
type lineGatherer struct {
	out io.Writer

	mutex sync.Mutex // held while writing, which keeps the order
	lines []byte
	due   *time.Timer
}

// Write gathers a line.
func (g *lineGatherer) Write(line []byte) (int, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if len(g.lines) == 0 {
		g.startTimer()
	}
	g.lines = append(g.lines, line...)
	if len(g.lines) < gatherLength {
		return len(line), nil
	}
	return len(line), g.write()
}

func (g *lineGatherer) startTimer() {
	if g.due == nil {
		g.due = time.AfterFunc(gatherTime, func() { _ = g.flush() })
	} else {
		g.due.Reset(gatherTime)
	}
}

// flush writes the gathered lines.
func (g *lineGatherer) flush() error {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.write()
}

// write is flush for callers that hold the mutex.
func (g *lineGatherer) write() error {
	if len(g.lines) == 0 {
		return nil
	}
	g.due.Stop()
	_, err := g.out.Write(g.lines)
	g.lines = g.lines[:0]
	return err
}
