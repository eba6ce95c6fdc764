package fault

import (
	"net/http"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

const (
	unavailable = "DATABASE_UNAVAILABLE"
	readOnly    = "STORAGE_READ_ONLY"
)

// TestThroughFaultsOfPostgreSQLTheServerGoesOn injects faults between a server and its database.
func TestThroughFaultsOfPostgreSQLTheServerGoesOn(t *testing.T) {
	t.Parallel()
	cluster := storetest.NewCluster(t)
	url := cluster.NewDatabase("salon")
	n := harness.NewNetwork(t, cluster.Socket())
	server := harness.StartProcess(t, "postgres://visavis@"+n.Addr()+"/salon?sslmode=disable")
	o := begin(t, server, url, allowed{codes: []string{unavailable, readOnly, "TIMEOUT"}})
	for _, fault := range []struct {
		name         string
		times        int
		begin, end   func()
		allowed, why string
	}{
		{"the database is killed", scale(1, 15), cluster.Kill, cluster.Start, unavailable, "the database does not answer"},
		{"the network is cut", scale(1, 15), n.Cut, n.Heal, unavailable, "the database does not answer"},
		{"the network swallows everything", scale(1, 5), n.Stall, n.Heal, unavailable, "the database does not answer"},
		// Providers do this when the disk is nearly full. It also happens after a premature failover.
		{"the database can be read alone", scale(1, 15), func() {
			cluster.Execute(url, "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
		}, func() {
			cluster.Execute(url, "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")
		}, readOnly, "cannot write to the database"},
	} {
		for range fault.times {
			t.Log(fault.name)
			fault.begin()
			o.awaitError(fault.allowed)
			o.awaitUnavailable()
			o.expectReady(http.StatusServiceUnavailable, fault.why)
			if fault.allowed == readOnly {
				o.awaitReadable()
			}
			fault.end()
			o.awaitServed()
		}
	}
	for range scale(5, 60) {
		t.Log("every connection is ended")
		cluster.Execute(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'salon' AND pid <> pg_backend_pid()")
		o.awaitServed()
	}
	o.finish()
}
