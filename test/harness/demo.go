package harness

import (
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

func StartDemo(t testing.TB, origins ...string) *Server {
	return Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, Explorer: true, CORSOrigins: origins})
}
