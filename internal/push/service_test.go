package push

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A browser has subscribed to pushes.
type browser struct {
	path    string // of its endpoint
	private *ecdh.PrivateKey
	auth    []byte
}

func newBrowser(t *testing.T, name string) *browser {
	t.Helper()
	private, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	auth := make([]byte, 16)
	_, _ = rand.Read(auth)
	return &browser{"/fcm/send/" + name, private, auth}
}

func (b *browser) endpoint() string   { return "https://fcm.googleapis.com" + b.path }
func (b *browser) publicKey() string  { return encode(b.private.PublicKey().Bytes()) }
func (b *browser) authSecret() string { return encode(b.auth) }

// decrypt reads a message as RFC 8291 says.
func (b *browser) decrypt(body []byte) ([]byte, error) {
	const fixed = 16 + 4 + 1
	if len(body) < fixed || len(body) < fixed+int(body[fixed-1]) {
		return nil, errors.New("too short")
	}
	salt, size, senders := body[:16], binary.BigEndian.Uint32(body[16:]), body[fixed:fixed+int(body[fixed-1])]
	sealed := body[fixed+len(senders):]
	if len(body) > 4096 || int(size) < len(sealed) {
		return nil, fmt.Errorf("a record of %d bytes, of which %d are allowed", len(sealed), size)
	}
	sender, err := ecdh.P256().NewPublicKey(senders)
	if err != nil {
		return nil, err
	}
	shared, err := b.private.ECDH(sender)
	if err != nil {
		return nil, err
	}
	derive := func(secret, salt []byte, info string, length int) []byte {
		key, hkdfErr := hkdf.Key(sha256.New, secret, salt, info, length)
		err = errors.Join(err, hkdfErr)
		return key
	}
	input := derive(shared, b.auth, "WebPush: info\x00"+string(b.private.PublicKey().Bytes())+string(senders), 32)
	key, nonce := derive(input, salt, "Content-Encoding: aes128gcm\x00", 16), derive(input, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	sealing, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	record, err := sealing.Open(nil, nonce, sealed, nil)
	if err != nil {
		return nil, err
	}
	text, isLast := strings.CutSuffix(strings.TrimRight(string(record), "\x00"), "\x02")
	if !isLast {
		return nil, errors.New("the record has no end")
	}
	return []byte(text), nil
}

func encode(bytes []byte) string { return base64.RawURLEncoding.EncodeToString(bytes) }

// service is a push service. It takes the place of all known ones.
type service struct {
	*httptest.Server
	transport *http.Transport
	salon     *salon
	mutex     sync.Mutex
	browsers  map[string]*browser
	answer    func(w http.ResponseWriter, r *http.Request) // nil: 201
	came      []string                                     // messages, with the names of their devices
	asked     int
}

func startService(t *testing.T, s *salon) *service {
	t.Helper()
	p := &service{salon: s, browsers: map[string]*browser{}}
	p.Server = httptest.NewUnstartedServer(http.HandlerFunc(p.take))
	p.EnableHTTP2 = true
	p.StartTLS()
	t.Cleanup(p.Close)
	roots := x509.NewCertPool()
	roots.AddCert(p.Certificate())
	p.transport = &http.Transport{
		ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{RootCAs: roots, ServerName: "example.com"},
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, p.Listener.Addr().String())
		},
	}
	t.Cleanup(p.transport.CloseIdleConnections)
	return p
}

func (p *service) take(w http.ResponseWriter, r *http.Request) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.asked++
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = p.check(r)
	}
	of := p.browsers[r.URL.Path]
	if err == nil && of == nil {
		err = errors.New("no such browser")
	}
	var text []byte
	if err == nil {
		text, err = of.decrypt(body)
	}
	if isUrgent := strings.Contains(string(text), ":waits"); err == nil && isUrgent != (r.Header.Get("Urgency") == "high") {
		err = fmt.Errorf("urgency %s", r.Header.Get("Urgency"))
	}
	if err != nil {
		p.came = append(p.came, r.URL.Path+": "+err.Error())
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if p.answer != nil {
		p.answer(w, r)
		return
	}
	p.came = append(p.came, strings.TrimPrefix(r.URL.Path, "/fcm/send/")+" "+string(text))
	w.WriteHeader(http.StatusCreated)
}

// check verifies what push services verify: who signed, for whom and until when (RFC 8292), and how long the message is to be kept.
func (p *service) check(r *http.Request) error {
	ttl, err := strconv.Atoi(r.Header.Get("TTL"))
	if err != nil || ttl <= 0 || ttl > 3600 || r.Method != http.MethodPost || r.ProtoMajor != 2 ||
		r.Header.Get("Content-Encoding") != "aes128gcm" {
		return fmt.Errorf("%s %s with %v", r.Method, r.Proto, r.Header)
	}
	token, key, _ := strings.Cut(strings.TrimPrefix(r.Header.Get("Authorization"), "vapid t="), ", k=")
	if key != p.salon.key {
		return errors.New("another key than that to which the browser has subscribed")
	}
	parts := strings.Split(token, ".")
	decoded := make([][]byte, 4)
	for i, text := range append(parts, key) {
		if decoded[i], err = base64.RawURLEncoding.DecodeString(text); err != nil {
			return err
		}
	}
	point, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), decoded[3])
	if err != nil {
		return err
	}
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	signature := decoded[2]
	if len(signature) != 64 || !ecdsa.Verify(point, digest[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
		return errors.New("the signature is wrong")
	}
	var claims struct {
		Aud, Sub string
		Exp      int64
	}
	if err := json.Unmarshal(decoded[1], &claims); err != nil {
		return err
	}
	now := p.salon.now.Load()
	if claims.Aud != "https://"+r.Host || claims.Sub != publicURL || claims.Exp <= now || claims.Exp > now+24*3600 {
		return fmt.Errorf("it claims %+v", claims)
	}
	return nil
}

// answers sets what the service answers; nil: it takes each message.
func (p *service) answers(answer func(w http.ResponseWriter, r *http.Request)) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.answer = answer
}

// taken returns the messages that came, and how many requests, and forgets both.
func (p *service) taken() (came []string, asked int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	came, asked = p.came, p.asked
	p.came, p.asked = nil, 0
	slices.Sort(came)
	return came, asked
}
