// Package frontend embeds the web applications and serves them.
package frontend

import (
	"embed"
	"net/http"
)

// The applications as npm builds them. The folder holds nothing but .gitkeep until then.
//
//go:embed all:dist
var dist embed.FS

// Admin serves the admin app at /admin and everything below: its pages have addresses of their own.
func Admin() (http.Handler, error) { return newApp(dist, "admin", manyPages, adminPolicy, "") }

// Book serves the booking page of every branch, at /book and everything below, and [Loader].
func Book() (http.Handler, error) { return newApp(dist, "book", manyPages, bookPolicy, "embed.js") }

// GraphiQL serves the GraphQL explorer at /graphiql and everything below.
func GraphiQL() (http.Handler, error) { return newApp(dist, "graphiql", onePage, graphiQLPolicy, "") }
