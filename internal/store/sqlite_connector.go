package store

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/mattn/go-sqlite3"
)

// openConnections returns a pool of connections to the file that source names. SQLite keeps what it needs for a moment,
// such as the pages to which a savepoint may return, in memory: its temporary files would hold customers' data outside
// the data directory, and secure_delete does not reach them.
func openConnections(source string) *sql.DB { return sql.OpenDB(sqliteConnector{source}) }

type sqliteConnector struct{ source string }

func (c sqliteConnector) Connect(context.Context) (driver.Conn, error) {
	return c.Driver().Open(c.source)
}

func (sqliteConnector) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(connection *sqlite3.SQLiteConn) error {
		_, err := connection.Exec("PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000", nil)
		return err
	}}
}
