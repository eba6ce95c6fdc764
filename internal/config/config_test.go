package config

import (
	"reflect"
	"strings"
	"testing"
)

func read(environment map[string]string) (Config, error) {
	return Read(func(name string) (string, bool) {
		value, set := environment[name]
		return value, set
	})
}

func TestWithoutAnyVariableTheServerStaysOnThisMachine(t *testing.T) {
	got, err := read(nil)
	want := Config{Addr: "127.0.0.1:8080", DatabaseURL: "sqlite:data/visavis.db", Explorer: true}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestEverythingCanBeConfigured(t *testing.T) {
	got, err := read(map[string]string{
		"VISAVIS_ADDR":         ":9000",
		"VISAVIS_PRIVATE_ADDR": "127.0.0.1:9001",
		"VISAVIS_DATABASE_URL": "postgres://salon:secret@db/visavis",
		"VISAVIS_CORS_ORIGINS": "https://salon.example, http://localhost:5173",
		"VISAVIS_PUBLIC_URL":   "https://booking.example/",
		"VISAVIS_DEMO":         "true",
		"VISAVIS_EXPLORER":     "false",

		"VISAVIS_DEMO_PASSWORD":         "only for show",
		"VISAVIS_CLIENT_ADDRESS_HEADER": "x-forwarded-for",
	})
	want := Config{
		Addr:        ":9000",
		PrivateAddr: "127.0.0.1:9001",
		DatabaseURL: "postgres://salon:secret@db/visavis",
		CORSOrigins: []string{"https://salon.example", "http://localhost:5173"},
		PublicURL:   "https://booking.example",
		Demo:        true,
		LivingDemo:  true,

		DemoPassword:        "only for show",
		ClientAddressHeader: "X-Forwarded-For",
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestTheDemoMayHaveAnEmptyCalendar(t *testing.T) {
	for value, want := range map[string][2]bool{"": {}, "false": {}, "empty-calendar": {true, false}, "true": {true, true}, "1": {true, true}} {
		got, err := read(map[string]string{"VISAVIS_DEMO": value})
		if err != nil || got.Demo != want[0] || got.LivingDemo != want[1] {
			t.Errorf("%q: got %v, %v, %v", value, got.Demo, got.LivingDemo, err)
		}
	}
}

func TestABadValueSaysWhatToWrite(t *testing.T) {
	for _, test := range []struct{ name, value, advice string }{
		{"VISAVIS_ADDR", "8080", "such as 127.0.0.1:8080"},
		{"VISAVIS_ADDR", "localhost:http", "such as 127.0.0.1:8080"},
		{"VISAVIS_ADDR", "localhost:70000", "such as 127.0.0.1:8080"},
		{"VISAVIS_PRIVATE_ADDR", "9001", "such as 127.0.0.1:8080"},
		{"VISAVIS_DATABASE_URL", "visavis.db", "write sqlite: and a path"},
		{"VISAVIS_DATABASE_URL", "sqlite:", "write sqlite: and a path"},
		{"VISAVIS_DATABASE_URL", "mysql://root:secret@db/visavis", "postgres://user:password@host/database"},
		{"VISAVIS_CORS_ORIGINS", "*", "write complete origins"},
		{"VISAVIS_CORS_ORIGINS", "https://*.example", "write complete origins"},
		{"VISAVIS_CORS_ORIGINS", "https://salon.example/booking", "write complete origins"},
		{"VISAVIS_CORS_ORIGINS", "salon.example", "write complete origins"},
		{"VISAVIS_CORS_ORIGINS", "https://:443", "write complete origins"},
		{"VISAVIS_PUBLIC_URL", "booking.example", "such as https://booking.example.com"},
		{"VISAVIS_PUBLIC_URL", "https://:8443", "such as https://booking.example.com"},
		{"VISAVIS_PUBLIC_URL", "https://salon:secret@booking.example", "such as https://booking.example.com"},
		{"VISAVIS_PUBLIC_URL", "https://booking.example?", "such as https://booking.example.com"},
		{"VISAVIS_PUBLIC_URL", "https://booking.example/#", "such as https://booking.example.com"},
		{"VISAVIS_PUBLIC_URL", "https://Salon.example:443/booking/", "at the root of its host; write https://salon.example"},
		{"VISAVIS_DEMO", "perhaps", "write true, empty-calendar or false"},
		{"VISAVIS_EXPLORER", "off", "write true or false"},
		{"VISAVIS_CLIENT_ADDRESS_HEADER", "X-Forwarded-For:", "such as X-Forwarded-For"},
	} {
		_, err := read(map[string]string{test.name: test.value})
		if err == nil {
			t.Errorf("%s=%s is taken", test.name, test.value)
			continue
		}
		sentence := err.Error()
		if !strings.HasPrefix(sentence, test.name) || !strings.Contains(sentence, test.advice) || strings.Contains(sentence, "\n") {
			t.Errorf("%s=%s: %s", test.name, test.value, sentence)
		}
		if strings.Contains(sentence, "secret") {
			t.Errorf("%s: the password is told: %s", test.name, sentence)
		}
	}
}
