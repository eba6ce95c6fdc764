package salon

import "strconv"

// place returns the field of an element in a list.
func place(field string, i int) string { return field + "." + strconv.Itoa(i) }
