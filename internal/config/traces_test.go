package config

import (
	"strings"
	"testing"
)

func TestTracesAreSentWhenSomebodyAsksForThem(t *testing.T) {
	const endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT"
	for _, test := range []struct {
		environment map[string]string
		want        string
	}{
		{nil, ""},
		{map[string]string{"OTEL_SERVICE_NAME": "salon", "OTEL_TRACES_SAMPLER": "always_on", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, ""},
		{map[string]string{"OTEL_TRACES_EXPORTER": "otlp"}, "http/protobuf"},
		{map[string]string{endpoint: "http://collector:4318"}, "http/protobuf"},
		{map[string]string{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "https://collector/v1/traces"}, "http/protobuf"},
		{map[string]string{endpoint: "http://collector:4317", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}, "grpc"},
		{map[string]string{endpoint: "http://collector:4318", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL": "http/protobuf"}, "http/protobuf"},
		{map[string]string{endpoint: "http://collector:4318", "OTEL_TRACES_EXPORTER": "none"}, ""},
		{map[string]string{endpoint: "http://collector:4318", "OTEL_SDK_DISABLED": "TRUE"}, ""},
		{map[string]string{endpoint: "http://collector:4318", "OTEL_SDK_DISABLED": "false"}, "http/protobuf"},
	} {
		if got, err := read(test.environment); err != nil || got.Traces != test.want {
			t.Errorf("%v: got %q, %v, want %q", test.environment, got.Traces, err, test.want)
		}
	}
}

func TestABadVariableOfTracesSaysWhatToWrite(t *testing.T) {
	for _, test := range []struct{ name, value, advice string }{
		{"OTEL_TRACES_EXPORTER", "console", "write otlp or none"},
		{"OTEL_EXPORTER_OTLP_PROTOCOL", "http", "write http/protobuf or grpc"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318", "such as http://127.0.0.1:4318"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT", "https://:hunter2@", "such as http://127.0.0.1:4318"},
		{"OTEL_TRACES_SAMPLER", "sometimes", "write one of always_on"},
		{"OTEL_TRACES_SAMPLER_ARG", "10%", "write a number from 0 to 1"},
	} {
		environment := map[string]string{"OTEL_TRACES_EXPORTER": "otlp", "OTEL_TRACES_SAMPLER": "parentbased_traceidratio"}
		environment[test.name] = test.value
		_, err := read(environment)
		if err == nil || !strings.Contains(err.Error(), test.name) || !strings.Contains(err.Error(), test.advice) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s=%s: %v", test.name, test.value, err)
		}
	}
}
