package form

import "strings"

// Copied reads a code or a secret that was copied, or typed, without the space around it and invisible characters.
func Copied(text string) string { return strings.TrimSpace(Visible(text)) }
