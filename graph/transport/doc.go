// Package transport carries GraphQL operations between clients and a gqlgen
// executor: over plain HTTP, over server-sent events and over WebSockets.
//
// HTTP follows the GraphQL-over-HTTP specification, SSE the "distinct
// connections mode" of GraphQL over Server-Sent Events, and WebSocket the
// graphql-transport-ws protocol. Every limit has a safe default, so the zero
// value of each transport is ready to use.
package transport
