package pagination

import "encoding/base64"

// ByKey returns the token of a row in a list ordered by a key and ID.
func ByKey(key []byte, id string) Token { return Token{base64.RawURLEncoding.EncodeToString(key), id} }

// Key returns the key of a token from ByKey.
func (t *Token) Key() ([]byte, error) {
	key, err := base64.RawURLEncoding.DecodeString(t.First)
	if err != nil {
		return nil, ErrInvalidToken()
	}
	return key, nil
}
