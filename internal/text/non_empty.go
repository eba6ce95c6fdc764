package text

import "slices"

// NonEmpty returns the parts that are not empty.
func NonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(part string) bool { return part == "" })
}
