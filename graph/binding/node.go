// Package binding holds Go types of the schema that belong to no other package.
package binding

// Node is any object with an ID; the schema declares which types implement it.
type Node any
