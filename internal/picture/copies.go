package picture

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

// copies remembers small copies of pictures. The ID of a picture is that of its content, so they never change; nil means that there is none.
type copies = lru.Cache[copyKey, *Picture]

type copyKey struct {
	pictureID string
	within    Bounds
}

// remembered limits copies: that takes a few megabytes.
const remembered = 256

func newCopies() *copies {
	c, err := lru.New[copyKey, *Picture](remembered)
	if err != nil {
		panic(err) // it remembers nothing
	}
	return c
}

// Small returns a small copy of the picture with an ID, as [Small] makes it, or nil if the ID is unknown or there is no such copy.
func (l *Library) Small(ctx context.Context, pictureID string, within Bounds) (*Picture, error) {
	key := copyKey{pictureID, within}
	if small, known := l.copies.Get(key); known {
		return small, nil
	}
	row, err := l.Picture(ctx, pictureID)
	if row == nil || err != nil {
		return nil, err
	}
	small, err := Small(Picture{ContentType: row.ContentType, Content: row.Content}, within)
	if err == nil {
		l.copies.Add(key, small)
	}
	return small, err
}
