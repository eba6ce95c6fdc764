package storetest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// oncePerRun fills a file or folder that tests of all packages begin with. The first process of a run of go test makes it; the
// others get a copy and own it. The original is beside the test binaries, so go removes it at the end of the run.
func oncePerRun(path string, make func() error) (copied bool, err error) {
	run := filepath.Dir(filepath.Dir(os.Args[0]))
	if !strings.HasPrefix(filepath.Base(run), "go-build") { // a binary that go test has not built, or not for this run
		return false, make()
	}
	original := filepath.Join(run, filepath.Base(path))
	lock, err := os.Create(original + ".lock")
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }() // which unlocks it
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return false, err
	}
	if _, err := os.Stat(original); err == nil {
		return true, copyAll(path, original)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if err := make(); err != nil {
		return false, err
	}
	part := original + ".part" // until it is whole
	if err := errors.Join(os.RemoveAll(part), copyAll(part, path)); err != nil {
		return false, err
	}
	return false, os.Rename(part, original)
}

// copyAll copies a file or folder.
func copyAll(to, from string) error {
	if folder, err := os.Stat(from); err != nil {
		return err
	} else if folder.IsDir() {
		return os.CopyFS(to, os.DirFS(from))
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o600)
}
