package relay_test

import (
	"crypto/tls"
	"os"
	"testing"
	"time"

	"visavis/internal/relay"
	"visavis/internal/relay/relaytest"
)

func TestARenewedCertificate(t *testing.T) {
	certificate, key := relaytest.CertificateFiles(t)
	failures := 0
	secured, err := relay.LoadCertificate(certificate, key, func(error) { failures++ })
	if err != nil {
		t.Fatal(err)
	}
	changes := 0
	changed := func() {
		t.Helper()
		changes++
		at := time.Now().Add(time.Duration(changes) * time.Minute) // whatever the clock of the files counts
		for _, file := range []string{certificate, key} {
			if err := os.Chtimes(file, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	expect := func(serial int64) {
		t.Helper()
		got, err := secured.GetCertificate(&tls.ClientHelloInfo{})
		if err != nil || got.Leaf.SerialNumber.Int64() != serial {
			t.Errorf("the certificate is %v, %v", got.Leaf.SerialNumber, err)
		}
	}
	expect(1)
	relaytest.WriteCertificate(t, certificate, key, 2)
	changed()
	expect(2)
	if err := os.WriteFile(certificate, []byte("half of a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	changed()
	expect(2)
	expect(2)
	if failures != 1 {
		t.Errorf("%d failures are reported", failures)
	}
	relaytest.WriteCertificate(t, certificate, key, 3)
	changed()
	expect(3)
	if err := os.Remove(certificate); err != nil {
		t.Fatal(err)
	}
	expect(3)
	if _, err := relay.LoadCertificate(certificate, key, nil); err == nil {
		t.Error("it starts without a certificate")
	}
}
