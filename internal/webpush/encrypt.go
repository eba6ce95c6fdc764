package webpush

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"
)

// ErrKey is returned for what is not the key of a browser.
var ErrKey = errors.New("not the key of a push subscription")

// ParsePublicKey reads the public key of a browser, an uncompressed point of P-256 in base64url.
func ParsePublicKey(text string) (*ecdh.PublicKey, error) {
	key, err := decode(text)
	if err != nil {
		return nil, ErrKey
	}
	public, err := ecdh.P256().NewPublicKey(key)
	if err != nil {
		return nil, ErrKey
	}
	return public, nil
}

// authLength is the length of a browser's secret in bytes.
const authLength = 16

// ParseAuthSecret reads the secret of a browser in base64url.
func ParseAuthSecret(text string) ([]byte, error) {
	auth, err := decode(text)
	if err != nil || len(auth) != authLength {
		return nil, ErrKey
	}
	return auth, nil
}

// decode reads base64url with or without padding.
func decode(text string) ([]byte, error) {
	return base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
}

const (
	saltLength = 16
	// recordSize is that of the only record of a message. Push services take no larger ones.
	recordSize = 4096
)

// Encrypt encrypts a text for a browser (RFC 8291), as the body of a request with the content coding aes128gcm.
func Encrypt(text []byte, public *ecdh.PublicKey, auth []byte) ([]byte, error) {
	ours, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	salt := make([]byte, saltLength)
	_, _ = rand.Read(salt) // never fails
	return encrypt(text, public, auth, ours, salt)
}

func encrypt(text []byte, public *ecdh.PublicKey, auth []byte, ours *ecdh.PrivateKey, salt []byte) ([]byte, error) {
	shared, err := ours.ECDH(public)
	if err != nil {
		return nil, err
	}
	sealing, nonce, err := contentKey(shared, auth, salt, public.Bytes(), ours.PublicKey().Bytes())
	if err != nil {
		return nil, err
	}
	header := binary.BigEndian.AppendUint32(append([]byte{}, salt...), recordSize)
	header = append(append(header, byte(len(ours.PublicKey().Bytes()))), ours.PublicKey().Bytes()...)
	const isLast = 2 // ends the text of the last record
	record := append(append([]byte{}, text...), isLast)
	if len(header)+len(record)+sealing.Overhead() > recordSize {
		return nil, errors.New("the text of the push is too long")
	}
	return sealing.Seal(header, nonce, record, nil), nil
}

// contentKey derives the cipher and the nonce of a message's record.
func contentKey(shared, auth, salt, browser, server []byte) (cipher.AEAD, []byte, error) {
	input, err := hkdf.Key(sha256.New, shared, auth, "WebPush: info\x00"+string(browser)+string(server), sha256.Size)
	if err != nil {
		return nil, nil, err
	}
	key, err := hkdf.Key(sha256.New, input, salt, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, nil, err
	}
	nonce, err := hkdf.Key(sha256.New, input, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil, err
	}
	sealing, err := cipher.NewGCM(block)
	return sealing, nonce, err
}
