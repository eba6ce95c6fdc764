package config

import "testing"

func TestADemoWhosePasswordEverybodyKnowsStaysOnThisMachine(t *testing.T) {
	for _, test := range []struct {
		addr, password string
		refused        bool
	}{
		{"127.0.0.1:8080", "", false},
		{"localhost:8080", "", false},
		{"[::1]:8080", "", false},
		{":8080", "", true},
		{"0.0.0.0:8080", "", true},
		{"192.0.2.7:8080", "", true},
		{"salon-server:8080", "", true},
		{":8080", "only for show", false},
	} {
		_, err := read(map[string]string{"VISAVIS_DEMO": "true", "VISAVIS_ADDR": test.addr, "VISAVIS_DEMO_PASSWORD": test.password})
		if (err != nil) != test.refused {
			t.Errorf("at %s with the password %q: %v", test.addr, test.password, err)
		}
	}
	for name, value := range map[string]string{"VISAVIS_PUBLIC_URL": "https://demo.salon.example", "VISAVIS_CLIENT_ADDRESS_HEADER": "X-Forwarded-For"} {
		behindProxy := map[string]string{"VISAVIS_DEMO": "true", name: value}
		if _, err := read(behindProxy); err == nil {
			t.Errorf("with %s a password that everybody knows will do", name)
		}
		behindProxy["VISAVIS_DEMO_PASSWORD"] = "only for show"
		if _, err := read(behindProxy); err != nil {
			t.Errorf("with %s and another password: %v", name, err)
		}
	}
	if _, err := read(map[string]string{"VISAVIS_DEMO": "true", "VISAVIS_PUBLIC_URL": "http://localhost:9000"}); err != nil {
		t.Errorf("on this machine: %v", err)
	}
	if _, err := read(map[string]string{"VISAVIS_ADDR": ":8080"}); err != nil {
		t.Errorf("without a demo: %v", err)
	}
}
