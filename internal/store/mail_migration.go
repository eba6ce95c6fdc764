package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/pressly/goose/v3"

	"visavis/internal/form"
)

// mailVersion is the version since which addresses have one form and mails wait for a sender.
const mailVersion = 20261129005600

// newMailMigration brings addresses into the form of [form.Address], since browsers send the domain in ASCII (IDNA), and lets the
// mails wait that failed because they had no sender.
func newMailMigration() *goose.Migration {
	return goose.NewGoMigration(mailVersion, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
		for _, column := range []struct{ table, name string }{
			{"customers", "email"}, {"accounts", "email"}, // unique
			{"appointments", "contact_email"}, {"staff", "email"}, {"branches", "email"}, {"mails", "recipient"},
		} {
			if err := rewriteAddresses(ctx, tx, column.table, column.name); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `UPDATE mails SET state = 'WAITING', failure = '', attempts = 0 WHERE state = 'FAILED' AND failure = 'no sender'`)
		return err
	}}, nil)
}

// rewriteAddresses leaves out an address whose other spelling is taken: both may be in use. [form.Spellings] finds either.
func rewriteAddresses(ctx context.Context, tx *sql.Tx, table, column string) error {
	addresses, err := otherSpellings(ctx, tx, table, column)
	if err != nil {
		return err
	}
	isUnique := table == "customers" || table == "accounts"
	for _, written := range addresses {
		address := form.Address(written)
		if address == written {
			continue
		}
		if isUnique {
			var taken int
			if err := tx.QueryRowContext(ctx, fmt.Sprintf(`SELECT count(*) FROM %s WHERE %s = $1`, table, column), address).Scan(&taken); err != nil {
				return err
			}
			if taken > 0 {
				continue
			}
		}
		if _, err := tx.ExecContext(ctx, fmt.Sprintf(`UPDATE %s SET %s = $1 WHERE %s = $2`, table, column, column), address, written); err != nil {
			return err
		}
	}
	return nil
}

// otherSpellings returns the addresses that may not have the form: those with a domain in ASCII (IDNA), and all with other letters.
func otherSpellings(ctx context.Context, tx *sql.Tx, table, column string) (addresses []string, err error) {
	rows, err := tx.QueryContext(ctx, fmt.Sprintf(`SELECT DISTINCT %[1]s FROM %[2]s WHERE %[1]s LIKE '%%@%%xn--%%' OR octet_length(%[1]s) <> length(%[1]s)`, column, table))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var address string
		if err := rows.Scan(&address); err != nil {
			return nil, err
		}
		addresses = append(addresses, address)
	}
	return addresses, rows.Err()
}
