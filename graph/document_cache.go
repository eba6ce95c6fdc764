package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	cachedDocuments      = 500
	cachedDocumentLength = 8 << 10 // in bytes; those of our own pages are shorter
)

// documentCache caches parsed documents, except long ones: strangers could fill it with 120 kB each.
type documentCache struct {
	graphql.Cache[*ast.QueryDocument]
}

func newDocumentCache() documentCache {
	return documentCache{lru.New[*ast.QueryDocument](cachedDocuments)}
}

// Add caches a document unless it is long.
func (c documentCache) Add(ctx context.Context, text string, document *ast.QueryDocument) {
	if len(text) <= cachedDocumentLength {
		c.Cache.Add(ctx, text, document)
	}
}
