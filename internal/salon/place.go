package salon

import "strconv"

// place names an element of a list in an input.
func place(field string, i int) string { return field + "." + strconv.Itoa(i) }
