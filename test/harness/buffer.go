package harness

import (
	"bytes"
	"sync"
)

// Buffer collects what several goroutines write. Safe for concurrent use.
type Buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *Buffer) Write(line []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(line)
}

func (j *Buffer) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}
