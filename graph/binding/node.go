// Package binding holds the Go side of what the schema has and no other package
// stands for.
package binding

// Node is whatever has an ID; the schema knows which types those are.
type Node any
