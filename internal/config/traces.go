package config

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// readTraces returns the OTLP protocol from OpenTelemetry's variables, or "" if none of them enables traces; the
// standard would default to localhost. The SDK reads all other variables itself.
func readTraces(or func(name, otherwise string) string) (protocol string, err error) {
	endpoint := or("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", or("OTEL_EXPORTER_OTLP_ENDPOINT", ""))
	otherwise := "none"
	if endpoint != "" {
		otherwise = "otlp"
	}
	exporter := or("OTEL_TRACES_EXPORTER", otherwise)
	switch {
	case strings.EqualFold(or("OTEL_SDK_DISABLED", "false"), "true"), exporter == "none":
		return "", nil
	case exporter != "otlp":
		return "", fmt.Errorf("OTEL_TRACES_EXPORTER is %q; write otlp or none", exporter)
	}
	protocol = or("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", or("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"))
	if !slices.Contains([]string{"http/protobuf", "grpc"}, protocol) {
		err = fmt.Errorf("OTEL_EXPORTER_OTLP_PROTOCOL is %q; write http/protobuf or grpc", protocol)
	}
	return protocol, errors.Join(err, checkCollector(endpoint), checkSampler(or("OTEL_TRACES_SAMPLER", "always_on"), or("OTEL_TRACES_SAMPLER_ARG", "1")))
}

// checkCollector does not quote the URL, which may contain a password.
func checkCollector(endpoint string) error {
	parsed, err := url.Parse(endpoint)
	if endpoint != "" && (err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Hostname() == "") {
		return errors.New("OTEL_EXPORTER_OTLP_ENDPOINT is not a web address; write one such as http://127.0.0.1:4318")
	}
	return nil
}

func checkSampler(name, argument string) error {
	samplers := []string{"always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"}
	if !slices.Contains(samplers, strings.ToLower(name)) {
		return fmt.Errorf("OTEL_TRACES_SAMPLER is %q; write one of %s", name, strings.Join(samplers, ", "))
	}
	ratio, err := strconv.ParseFloat(argument, 64)
	if strings.HasSuffix(strings.ToLower(name), "ratio") && (err != nil || !(0 <= ratio && ratio <= 1)) {
		return fmt.Errorf("OTEL_TRACES_SAMPLER_ARG is %q; write a number from 0 to 1", argument)
	}
	return nil
}
