package store_test

import (
	"testing"

	"visavis/internal/store/storetest"
)

func TestAStandbyIsRefusedAsDatabase(t *testing.T) {
	t.Parallel()
	cluster := storetest.NewCluster(t)
	url := cluster.NewDatabase("salon")
	closeNew(t, url)
	cluster.BecomeStandby()
	expectReason(t, refused(t, url), "is a read-only standby; connect to its primary")
}
