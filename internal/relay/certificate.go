package relay

import (
	"crypto/tls"
	"fmt"
	"os"
	"sync"
	"time"
)

// A certificate is read anew when its files have changed, since certificates are renewed while the server runs.
type certificate struct {
	file, key string
	failed    func(error)

	mutex   sync.Mutex
	current *tls.Certificate
	of      [2]time.Time // when the files were changed
}

// LoadCertificate returns the configuration of TLS with a certificate and its key, in files of PEM. While new files cannot be read, the
// previous certificate stays, and failed is called once for each change.
func LoadCertificate(file, key string, failed func(error)) (*tls.Config, error) {
	c := &certificate{file: file, key: key, failed: failed}
	changed, err := c.changed()
	if err == nil {
		err = c.load(changed)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot use VISAVIS_TURN_CERTIFICATE and VISAVIS_TURN_KEY; name the files of a certificate with its chain and of its key: %w", err)
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.get}, nil
}

func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if changed, err := c.changed(); err == nil && changed != c.of {
		if err := c.load(changed); err != nil {
			c.of = changed
			c.failed(err)
		}
	}
	return c.current, nil
}

func (c *certificate) changed() (at [2]time.Time, err error) {
	for i, name := range []string{c.file, c.key} {
		info, err := os.Stat(name)
		if err != nil {
			return at, err
		}
		at[i] = info.ModTime()
	}
	return at, nil
}

func (c *certificate) load(changed [2]time.Time) error {
	loaded, err := tls.LoadX509KeyPair(c.file, c.key)
	if err != nil {
		return err
	}
	c.current, c.of = &loaded, changed
	return nil
}
