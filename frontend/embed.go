// Package frontend embeds the web applications and serves them.
package frontend

import (
	"embed"
	"io/fs"
	"net/http"
)

// The applications as npm builds them. The folder holds nothing but .gitkeep until then.
//
//go:embed all:dist
var dist embed.FS

// Admin returns the handler of the admin app at /admin and everything below; its pages have their own addresses.
func Admin() (http.Handler, error) {
	admin, err := newApp(dist, "admin", manyPages, adminPolicy, "")
	if err != nil {
		return nil, err
	}
	root, err := fs.Sub(dist, "dist/admin")
	if err != nil {
		return nil, err
	}
	return installable(pushing(root, withDevices(admin))), nil // one document, with the call among its pages
}

// Book returns the handler of the booking pages and the embed script at /book and everything below.
func Book() (http.Handler, error) { return newApp(dist, "book", manyPages, bookPolicy, "embed.js") }

// GraphiQL returns the handler of the GraphQL explorer at /graphiql and everything below.
func GraphiQL() (http.Handler, error) { return newApp(dist, "graphiql", onePage, graphiQLPolicy, "") }
