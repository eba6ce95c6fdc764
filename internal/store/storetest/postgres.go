package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// errNoPostgres is returned if PostgreSQL is not installed.
var errNoPostgres = errors.New("initdb and postgres are neither on the PATH nor under /usr/lib/postgresql")

// server is the temporary PostgreSQL of all tests of a process. It ends with the process, even if that is killed: a
// shell waits for the pipe to close.
var server = sync.OnceValues(func() (*postgres, error) { return startPostgres() })

type postgres struct {
	socket  string // its directory
	created atomic.Int64
	running *running // referenced so that its pipe is not collected
	log     serverLog

	mutex    sync.Mutex
	prepared map[*Template]func() (database string, err error)
}

// newDatabase creates a copy of a database and returns its URL. Copying the files takes a fifth of the time of the
// default strategy, which logs every page, and keeps the catalog caches of the original.
func (p *postgres) newDatabase(ctx context.Context, original string) (string, error) {
	return p.create(ctx, fmt.Sprintf("test_%d", p.created.Add(1)), original)
}

func (p *postgres) create(ctx context.Context, name, original string) (url string, err error) {
	connection, err := pgx.Connect(ctx, p.at("postgres"))
	if err != nil {
		return "", err
	}
	defer func() { _ = connection.Close(ctx) }()
	if _, err := connection.Exec(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, original)); err != nil {
		return "", err
	}
	return p.at(name), nil
}

// copyOf returns the URL of a new copy of the template.
func (p *postgres) copyOf(ctx context.Context, template *Template) (string, error) {
	if template.prepare == nil {
		return p.newDatabase(ctx, migratedTemplate)
	}
	p.mutex.Lock()
	prepare, known := p.prepared[template]
	if !known {
		prepare = sync.OnceValues(func() (string, error) {
			url, err := p.newDatabase(context.Background(), migratedTemplate)
			if err != nil {
				return "", err
			}
			config, err := pgx.ParseConfig(url)
			if err != nil {
				return "", err
			}
			return config.Database, template.fill(url)
		})
		p.prepared[template] = prepare
	}
	p.mutex.Unlock()
	original, err := prepare()
	if err != nil {
		return "", err
	}
	return p.newDatabase(ctx, original)
}

func (p *postgres) at(database string) string {
	return "postgres://visavis@/" + database + "?host=" + p.socket
}

const (
	emptyTemplate    = "template0" // PostgreSQL's pristine one
	migratedTemplate = "migrated"  // as makeCluster makes it
)

// startPostgres starts a server with additional settings, such as shared_buffers=1GB.
func startPostgres(settings ...string) (*postgres, error) {
	programs, err := postgresPrograms()
	if err != nil {
		return nil, err
	}
	directory, err := os.MkdirTemp(temporaryFolder(), "visavis-postgres-")
	if err != nil {
		return nil, err
	}
	// PostgreSQL refuses to run as root.
	attributes, err := unprivileged(directory)
	if err != nil {
		return nil, err
	}
	if err := makeCluster(programs, directory, attributes); err != nil {
		return nil, err
	}
	settings = append([]string{noSync, "max_connections=200", "log_line_prefix=%d "}, settings...)
	running, err := serveCluster(programs, directory, attributes, settings...)
	if err != nil {
		return nil, err
	}
	p := &postgres{socket: directory, running: running, prepared: map[*Template]func() (string, error){}}
	go p.log.follow(running.lines)
	return p, nil
}

const noSync = "fsync=off"

// makeCluster creates the data directory of a server, which has a migrated database without rows.
func makeCluster(programs, directory string, attributes *syscall.SysProcAttr) error {
	data := filepath.Join(directory, "data")
	copied, err := oncePerRun(data, func() error {
		command := exec.Command(filepath.Join(programs, "initdb"), "-D", data,
			"-U", "visavis", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C")
		command.Dir, command.SysProcAttr = directory, attributes
		if said, err := command.CombinedOutput(); err != nil {
			return fmt.Errorf("initdb: %w: %s", err, said)
		}
		return migrateCluster(programs, directory, attributes)
	})
	if err != nil || !copied {
		return err
	}
	if err := os.Chmod(data, 0o700); err != nil { // PostgreSQL insists on it
		return err
	}
	if attributes == nil {
		return nil
	}
	return filepath.WalkDir(data, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, int(attributes.Credential.Uid), int(attributes.Credential.Gid))
	})
}

// migrateCluster creates the migrated database. The server has stopped when it returns.
func migrateCluster(programs, directory string, attributes *syscall.SysProcAttr) error {
	running, err := serveCluster(programs, directory, attributes, noSync)
	if err != nil {
		return err
	}
	p := &postgres{socket: directory, running: running}
	go p.log.follow(running.lines)
	_, err = p.create(context.Background(), migratedTemplate, emptyTemplate)
	if err == nil {
		err = migrateEmpty(p.at(migratedTemplate))
	}
	_, kept := io.WriteString(running.alive, "keep\n")
	return errors.Join(err, kept, running.alive.Close(), running.ended())
}

// running is a running server.
type running struct {
	alive io.WriteCloser // the pipe to the shell that watches it
	lines *bufio.Scanner // of its log from now on; they end with it
	ended func() error   // waits for the shell
}

// serveCluster starts a server. It stops when the pipe is closed, at the latest by the end of this process. Then its
// files are removed unless the line "keep" was written.
func serveCluster(programs, directory string, attributes *syscall.SysProcAttr, settings ...string) (*running, error) {
	const script = `
		programs=$0 directory=$1
		shift
		"$programs/postgres" -D "$directory/data" -k "$directory" -c listen_addresses= "$@" </dev/null &
		server=$!
		exec 2>/dev/null # the messages end with the server
		read -r closed
		kill -INT "$server"
		wait "$server"
		[ "$closed" = keep ] || rm -rf "$directory"`
	arguments := []string{"-c", script, programs, directory}
	for _, setting := range settings {
		arguments = append(arguments, "-c", setting)
	}
	command := exec.Command("sh", arguments...)
	command.Dir, command.SysProcAttr = directory, attributes
	alive, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	messages, err := command.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	lines, err := waitUntilReady(messages)
	if err != nil {
		_, _ = io.WriteString(alive, "keep\n")
		return nil, errors.Join(err, alive.Close())
	}
	return &running{alive, lines, command.Wait}, nil
}

// postgresPrograms returns the directory of initdb and postgres.
func postgresPrograms() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		resolved, err := filepath.EvalSymlinks(path)
		return filepath.Dir(resolved), err
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", errNoPostgres
	}
	return filepath.Dir(found[len(found)-1]), nil
}

// unprivileged gives the directory to an ordinary user if this process runs as root.
func unprivileged(directory string) (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		if account, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	userID, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	groupID, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	credential := &syscall.Credential{Uid: uint32(userID), Gid: uint32(groupID)}
	return &syscall.SysProcAttr{Credential: credential}, os.Chown(directory, int(userID), int(groupID))
}

// longestLine is the maximum length of a line of the log, which may contain a statement.
const longestLine = 1 << 20

// waitUntilReady reads the log until the server accepts connections. The caller must go on reading, because a full
// pipe would block the server.
func waitUntilReady(messages io.Reader) (*bufio.Scanner, error) {
	lines := bufio.NewScanner(messages)
	lines.Buffer(nil, longestLine)
	var said []string
	for lines.Scan() {
		if strings.Contains(lines.Text(), "ready to accept ") { // connections, or a standby read-only ones
			return lines, nil
		}
		said = append(said, lines.Text())
	}
	return nil, fmt.Errorf("PostgreSQL did not start: %s", strings.Join(said, "; "))
}
