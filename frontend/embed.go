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
	return newAdmin(dist)
}

func newAdmin(files fs.FS) (http.Handler, error) {
	admin, err := newApp(files, "admin", manyPages, adminPolicy, "")
	if err != nil {
		return nil, err
	}
	admin, err = withCalls(admin, files)
	if err != nil {
		return nil, err
	}
	root, err := fs.Sub(files, "dist/admin")
	if err != nil {
		return nil, err
	}
	return installable(pushing(root, admin)), nil
}

// Book returns the handler of the booking pages and the embed script at /book and everything below.
func Book() (http.Handler, error) { return newApp(dist, "book", manyPages, bookPolicy, "embed.js") }

// GraphiQL returns the handler of the GraphQL explorer at /graphiql and everything below.
func GraphiQL() (http.Handler, error) { return newApp(dist, "graphiql", onePage, graphiQLPolicy, "") }
