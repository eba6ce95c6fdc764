package server

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/store"
)

// Usage describes the commands.
const Usage = `visavis                 start the server
visavis backup FILE     copy the SQLite database into a new file, also while it is in use
visavis restore FILE    replace the SQLite database by FILE, and keep the present one beside it
visavis relay check     try the relays of video calls by UDP, TCP and TLS, while the server runs
`

// Command runs the command in the arguments, or serves until ctx is done, and returns the exit code.
func Command(ctx context.Context, arguments []string, env Environment) int {
	name, do := "start", func(ctx context.Context, c config.Config) error { return start(ctx, c, env) }
	if len(arguments) > 0 {
		if len(arguments) != 2 || strings.HasPrefix(arguments[1], "-") {
			fmt.Fprint(env.Log, Usage)
			return 2
		}
		what := arguments[1]
		switch arguments[0] {
		case "backup":
			name, do = "back up", func(ctx context.Context, c config.Config) error { return backUp(ctx, c, what, env.Out) }
		case "restore":
			name, do = "restore", func(ctx context.Context, c config.Config) error { return restore(ctx, c, what, env.Out) }
		case "relay":
			if what != "check" {
				fmt.Fprint(env.Log, Usage)
				return 2
			}
			name, do = "use every relay", func(ctx context.Context, c config.Config) error { return checkRelays(ctx, c, clockOf(env), env.Out) }
		default:
			fmt.Fprint(env.Log, Usage)
			return 2
		}
	}
	c, err := config.Read(os.LookupEnv)
	if err == nil {
		err = do(ctx, c)
	}
	if err != nil {
		fmt.Fprintf(env.Log, "visavis cannot %s: %v\n", name, err)
		return 1
	}
	return 0
}

// clockOf returns the clock of the environment.
func clockOf(env Environment) civil.Clock {
	if env.Clock != nil {
		return env.Clock
	}
	return civil.SystemClock
}

func backUp(ctx context.Context, c config.Config, file string, out io.Writer) error {
	copied, err := store.Backup(ctx, c.DatabaseURL, file)
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "backed up to %s: %d bytes, %s\n", file, info.Size(), describe(copied))
	return nil
}

func restore(ctx context.Context, c config.Config, file string, out io.Writer) error {
	restored, err := store.Restore(ctx, c.DatabaseURL, file, civil.SystemClock)
	if restored.Kept != "" {
		fmt.Fprintf(out, "kept the previous database in %s\n", restored.Kept)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "restored from %s: %s\n", file, describe(restored.Contents))
	return nil
}

func describe(c store.Contents) string {
	return fmt.Sprintf("version %d, %d branches, %d appointments", c.Version, c.Branches, c.Appointments)
}
