package store

import (
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// describePostgres converts connection errors into one sentence without user or password. The errors of pgx contain
// the user and list every attempt.
func describePostgres(config *pgx.ConnConfig, err error) error {
	address := addressesOf(config)
	var connecting *pgconn.ConnectError
	var answered *pgconn.PgError
	switch {
	case errors.Is(err, errStandby):
		return fmt.Errorf("the database server at %s is a read-only standby; connect to its primary, "+
			"or name all servers in VISAVIS_DATABASE_URL and add target_session_attrs=read-write", address)
	case errors.As(err, &answered):
		if sentence := describeAnswer(address, answered); sentence != nil {
			return sentence
		}
		if errors.As(err, &connecting) {
			return fmt.Errorf("the database server at %s refused the connection (code %s)", address, answered.Code)
		}
	case errors.As(err, &connecting):
		return fmt.Errorf("cannot reach the database server at %s; start it, or correct the address in VISAVIS_DATABASE_URL (%s)",
			address, reasonOf(connecting))
	}
	return err
}

// describeAnswer describes the error of a server that responds, nil if it is not a known one.
func describeAnswer(address string, answered *pgconn.PgError) error {
	const (
		signIn              = "28" // the class of all such codes
		noDatabase          = "3D000"
		noPrivilege         = "42501"
		readOnlyTransaction = "25006"
		tooManyConnections  = "53300"
		notNow              = "57P03"
	)
	switch {
	case strings.HasPrefix(answered.Code, signIn):
		return fmt.Errorf("the database server at %s refused the user or the password; correct them in VISAVIS_DATABASE_URL", address)
	case answered.Code == noDatabase:
		return fmt.Errorf("the database does not exist on the server at %s; create it, or correct its name in VISAVIS_DATABASE_URL", address)
	case answered.Code == noPrivilege, answered.Code == readOnlyTransaction:
		return fmt.Errorf("cannot write to the database at %s: %s", address, answered.Message)
	case answered.Code == tooManyConnections:
		return fmt.Errorf("the database server at %s has no connections left; raise its max_connections, or stop other programs", address)
	case answered.Code == notNow:
		return fmt.Errorf("the database server at %s accepts no connections at the moment; try again soon", address)
	}
	return nil
}

// addressesOf lists the configured server addresses without duplicates.
func addressesOf(config *pgx.ConnConfig) string {
	_, first := pgconn.NetworkAddress(config.Host, config.Port)
	addresses := []string{first}
	for _, fallback := range config.Fallbacks {
		if _, address := pgconn.NetworkAddress(fallback.Host, fallback.Port); !slices.Contains(addresses, address) {
			addresses = append(addresses, address)
		}
	}
	return strings.Join(addresses, " or ")
}

// reasonOf returns the innermost reason without the address.
func reasonOf(connecting *pgconn.ConnectError) string {
	var lookup *net.DNSError
	var system syscall.Errno
	switch {
	case errors.As(connecting, &lookup):
		return lookup.Err
	case errors.As(connecting, &system):
		return system.Error()
	case pgconn.Timeout(connecting):
		return "no answer in time"
	}
	// One line for each attempt, such as: 127.0.0.1:5432 (localhost): tls error: server refused TLS connection
	reason, _, _ := strings.Cut(connecting.Unwrap().Error(), "\n")
	if _, after, found := strings.Cut(reason, "): "); found {
		return after
	}
	return reason
}
