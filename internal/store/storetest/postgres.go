package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
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

	"visavis/internal/store"
)

// errNoPostgres says that PostgreSQL is not installed.
var errNoPostgres = errors.New("initdb and postgres are neither on the PATH nor under /usr/lib/postgresql")

// server is one throw-away PostgreSQL for all tests of a process. It ends with
// the process, however that ends: a shell waits for the pipe to close.
var server = sync.OnceValues(func() (*postgres, error) { return startPostgres() })

type postgres struct {
	socket  string // its directory
	created atomic.Int64
	alive   io.Closer // the pipe; kept so that it is not collected
	ended   func() error
	log     serverLog

	migrateTemplate func() error // once
}

// newDatabase makes a database on the throw-away server, empty or migrated.
func (p *postgres) newDatabase(ctx context.Context, template string) (string, error) {
	if template == migratedTemplate {
		if err := p.migrateTemplate(); err != nil {
			return "", err
		}
	}
	name := fmt.Sprintf("test_%d", p.created.Add(1))
	connection, err := pgx.Connect(ctx, p.at("postgres"))
	if err != nil {
		return "", err
	}
	defer func() { _ = connection.Close(ctx) }()
	if _, err := connection.Exec(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s", name, template)); err != nil {
		return "", err
	}
	return p.at(name), nil
}

func (p *postgres) at(database string) string {
	return "postgres://visavis@/" + database + "?host=" + p.socket
}

const (
	emptyTemplate    = "template0"
	migratedTemplate = "migrated"
)

// startPostgres starts a server with settings of its own, such as shared_buffers=1GB.
func startPostgres(settings ...string) (*postgres, error) {
	programs, err := postgresPrograms()
	if err != nil {
		return nil, err
	}
	directory, err := os.MkdirTemp("", "visavis-postgres-")
	if err != nil {
		return nil, err
	}
	// PostgreSQL refuses to run as root.
	attributes, err := unprivileged(directory)
	if err != nil {
		return nil, err
	}
	const script = `
		"$0/initdb" -D "$1/data" -U visavis --auth=trust --encoding=UTF8 --locale=C >"$1/initdb.log" 2>&1 || { cat "$1/initdb.log" >&2; exit 1; }
		programs=$0 directory=$1
		shift
		"$programs/postgres" -D "$directory/data" -k "$directory" -c listen_addresses= -c fsync=off -c max_connections=200 \
			-c log_line_prefix='%d ' "$@" </dev/null &
		server=$!
		read -r closed
		kill -INT "$server"
		wait "$server"
		rm -rf "$directory"`
	arguments := []string{"-c", script, programs, directory}
	for _, setting := range settings {
		arguments = append(arguments, "-c", setting)
	}
	command := exec.Command("sh", arguments...)
	command.Dir = directory
	command.SysProcAttr = attributes
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
	p := &postgres{socket: directory, alive: alive, ended: command.Wait}
	if err := p.waitUntilReady(messages); err != nil {
		return nil, err
	}
	p.migrateTemplate = sync.OnceValue(p.makeMigratedTemplate)
	return p, nil
}

func (p *postgres) makeMigratedTemplate() error {
	ctx := context.Background()
	connection, err := pgx.Connect(ctx, p.at("postgres"))
	if err != nil {
		return err
	}
	defer func() { _ = connection.Close(ctx) }()
	if _, err := connection.Exec(ctx, "CREATE DATABASE "+migratedTemplate+" TEMPLATE "+emptyTemplate); err != nil {
		return err
	}
	migrated, err := store.Open(ctx, store.Options{URL: p.at(migratedTemplate)})
	if err != nil {
		return err
	}
	return migrated.Close()
}

// postgresPrograms finds the directory of initdb and postgres.
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

// unprivileged hands the directory to an ordinary user when we are root.
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

// longestLine is as long as a line of the log may be: a statement is one.
const longestLine = 1 << 20

// waitUntilReady reads what the server says until it accepts connections, and
// goes on reading in the background, for a full pipe would stop the server.
func (p *postgres) waitUntilReady(messages io.Reader) error {
	lines := bufio.NewScanner(messages)
	lines.Buffer(nil, longestLine)
	var said []string
	for lines.Scan() {
		if strings.Contains(lines.Text(), "ready to accept connections") {
			go p.log.follow(lines)
			return nil
		}
		said = append(said, lines.Text())
	}
	return fmt.Errorf("PostgreSQL did not start: %s", strings.Join(said, "; "))
}
