package transport

import (
	"encoding/json"
	"net/http"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/web/contentcoding"
)

// ReusableData is the data of a response that many requests get. Safe for concurrent use.
type ReusableData struct {
	json       json.RawMessage
	compressed func() []byte // of the whole response, made when a client first accepts it
}

// NewReusableData returns the data of a response without errors.
func NewReusableData(data json.RawMessage) *ReusableData {
	return &ReusableData{data, sync.OnceValue(func() []byte { return contentcoding.Compress(dataParts(data)...) })}
}

// mayCompress reports whether a response of that length is worth compressing, and the client and the operation permit it.
func (t HTTP) mayCompress(request http.Header, operation *ast.OperationDefinition, length int) bool {
	return length >= contentcoding.Smallest && t.Compressible != nil &&
		contentcoding.Accepts(request, contentcoding.Gzip) && t.Compressible(operation)
}

// compressed returns a response in compressed form.
func compressed(pieces [][]byte, reused *ReusableData) []byte {
	if reused != nil {
		return reused.compressed()
	}
	return contentcoding.Compress(pieces...)
}

func lengthOf(pieces [][]byte) (length int) {
	for _, piece := range pieces {
		length += len(piece)
	}
	return length
}
