package compose

import (
	"slices"
	"strings"
)

// present leaves out what is empty.
func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}

// join writes the parts that are not empty.
func joinNonEmpty(separator string, parts ...string) string {
	return strings.Join(nonEmpty(parts...), separator)
}
