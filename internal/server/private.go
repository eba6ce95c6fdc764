package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"visavis/internal/web"
)

// servePrivately serves the handler on a separate address until end is called.
func servePrivately(addr string, handler http.Handler, logger *slog.Logger) (at net.Addr, end func() error, err error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot listen on VISAVIS_PRIVATE_ADDR; choose another port: %w", err)
	}
	server := &http.Server{
		Handler: web.PrivateHosts(addr, handler), ReadHeaderTimeout: 3 * time.Second, IdleTimeout: 60 * time.Second,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	return listener.Addr(), func() error {
		err := server.Close()
		if served := <-ended; !errors.Is(served, http.ErrServerClosed) {
			err = errors.Join(err, served)
		}
		return err
	}, nil
}
