package storetest

import (
	"os"
	"syscall"
)

const (
	memory     = "/dev/shm"
	memoryRoom = 4_000_000_000 // bytes, as in scripts/temporary-folder
)

// temporaryFolder returns the folder of the server's files: in memory if there is room, because tests on a disk mostly
// wait for it. The environment variable TMPDIR takes precedence.
func temporaryFolder() string {
	var room syscall.Statfs_t
	if os.Getenv("TMPDIR") == "" && syscall.Statfs(memory, &room) == nil && room.Bavail*uint64(room.Bsize) > memoryRoom {
		return memory
	}
	return os.TempDir()
}
