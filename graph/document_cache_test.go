package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestLongDocumentsAreNotCached(t *testing.T) {
	cache := newDocumentCache()
	for length, want := range map[int]bool{20: true, 8 << 10: true, 8<<10 + 1: false, 120_000: false} {
		text := strings.Repeat(" ", length)
		cache.Add(t.Context(), text, &ast.QueryDocument{})
		if _, got := cache.Get(t.Context(), text); got != want {
			t.Errorf("a document of %d bytes is cached: %v", length, got)
		}
	}
}
