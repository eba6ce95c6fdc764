package relay_test

import (
	"testing"
	"time"

	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"

	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

// TestACallThroughTheRelay has two participants who reach each other by the relay only, and see each other.
func TestACallThroughTheRelay(t *testing.T) {
	r := start(t, nil)
	for _, transport := range []turnurl.Transport{turnurl.UDP, turnurl.TCP} {
		t.Run(string(transport), func(t *testing.T) {
			servers := relay.NewServers(secret, at(t, r, transport))
			caller, called := join(t, servers, "caller"), join(t, servers, "called")
			offer, err := caller.CreateOffer(nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := called.SetRemoteDescription(describe(t, caller, offer)); err != nil {
				t.Fatal(err)
			}
			answer, err := called.CreateAnswer(nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := caller.SetRemoteDescription(describe(t, called, answer)); err != nil {
				t.Fatal(err)
			}
			show(t, caller, called)
			for _, one := range []*participant{caller, called} {
				pair, err := one.SCTP().Transport().ICETransport().GetSelectedCandidatePair()
				if err != nil || pair.Local.Typ != webrtc.ICECandidateTypeRelay || pair.Remote.Typ != webrtc.ICECandidateTypeRelay {
					t.Errorf("the pair is %v, %v", pair, err)
				}
			}
		})
	}
}

// frame is how long a picture lasts.
const frame = 20 * time.Millisecond

type participant struct {
	*webrtc.PeerConnection
	camera *webrtc.TrackLocalStaticSample
	seen   chan struct{} // closed when the first packet of the other's camera has come
}

// join makes a participant with a camera who uses relays only.
func join(t *testing.T, servers *relay.Servers, name string) *participant {
	t.Helper()
	config := webrtc.Configuration{ICETransportPolicy: webrtc.ICETransportPolicyRelay}
	for _, s := range servers.For(name, now) {
		config.ICEServers = append(config.ICEServers, webrtc.ICEServer{URLs: s.URLs, Username: s.Username, Credential: s.Credential})
	}
	var settings webrtc.SettingEngine
	settings.SetRelayAcceptanceMinWait(0) // there is nothing better to wait for
	connection, err := webrtc.NewAPI(webrtc.WithSettingEngine(settings)).NewPeerConnection(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	p := &participant{PeerConnection: connection, seen: make(chan struct{})}
	connection.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) {
		if _, _, err := track.ReadRTP(); err == nil {
			close(p.seen)
		}
	})
	if p.camera, err = webrtc.NewTrackLocalStaticSample(webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeVP8}, "camera", name); err != nil {
		t.Fatal(err)
	}
	if _, err := connection.AddTrack(p.camera); err != nil {
		t.Fatal(err)
	}
	if _, err := connection.CreateDataChannel("text", nil); err != nil {
		t.Fatal(err)
	}
	return p
}

// describe returns the description with all candidates.
func describe(t *testing.T, p *participant, local webrtc.SessionDescription) webrtc.SessionDescription {
	t.Helper()
	gathered := webrtc.GatheringCompletePromise(p.PeerConnection)
	if err := p.SetLocalDescription(local); err != nil {
		t.Fatal(err)
	}
	<-gathered
	return *p.LocalDescription()
}

// show sends pictures of both participants until each has seen the other.
func show(t *testing.T, participants ...*participant) {
	t.Helper()
	pictures := time.NewTicker(frame)
	defer pictures.Stop()
	for _, p := range participants {
		for seen := false; !seen; {
			select {
			case <-p.seen:
				seen = true
			case <-pictures.C:
				for _, one := range participants {
					if err := one.camera.WriteSample(media.Sample{Data: make([]byte, 1000), Duration: frame}); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}
