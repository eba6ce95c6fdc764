package form

import "strings"

// Secret reads a secret that was copied from a link or typed, without the space around it and invisible characters.
func Secret(text string) string { return strings.TrimSpace(Visible(text)) }
