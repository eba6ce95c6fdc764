package fault

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"visavis/test/harness"
)

// gains are what an attack has achieved.
type gains []error

func (g *gains) add(format string, values ...any) { *g = append(*g, fmt.Errorf(format, values...)) }

func (g *gains) err() error { return errors.Join(*g...) }

// codesOf returns the codes of all errors and user errors of an answer.
func codesOf(a harness.Answer) (codes []string) {
	for _, wrong := range a.Errors {
		codes = append(codes, fmt.Sprint(wrong.Extensions["code"]))
	}
	for _, payload := range a.Data {
		fields, _ := payload.(map[string]any)
		list, _ := fields["userErrors"].([]any)
		for _, wrong := range list {
			codes = append(codes, fmt.Sprint(wrong.(map[string]any)["code"]))
		}
	}
	return codes
}

// isRefused reports whether an answer has one of the codes.
func isRefused(a harness.Answer, codes ...string) bool {
	return slices.ContainsFunc(codesOf(a), func(code string) bool { return slices.Contains(codes, code) })
}

// mutate runs a mutation that may be refused.
func mutate(c *harness.Server, name, selection string, input harness.Variables) (payload map[string]any, a harness.Answer) {
	c.T.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	a = c.Ask("mutation($input: "+inputType+") { "+name+"(input: $input) { "+selection+" userErrors { code field } } }", harness.Variables{"input": input})
	payload, _ = a.Data[name].(map[string]any)
	return payload, a
}

// object returns an object in an answer, nil if there is none.
func object(fields map[string]any, name string) map[string]any {
	found, _ := fields[name].(map[string]any)
	return found
}

// A page is the answer to a request for a page.
type page struct {
	status int
	header http.Header
	body   string
}

// contains reports whether a text is anywhere in the page.
func (p page) contains(text string) bool { return strings.Contains(fmt.Sprint(p.header)+p.body, text) }

// visit requests a page from an address, and follows no redirect.
func (s *attackedSalon) visit(method, path, address string, headers ...string) page {
	s.t.Helper()
	request, err := http.NewRequestWithContext(s.t.Context(), method, "http://"+s.server.Addr+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header.Set("X-Client-Address", address)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return page{response.StatusCode, response.Header, string(body)}
}

// pathOf returns the path of a link of the server.
func pathOf(link any) string {
	text, _ := link.(string)
	_, behind, _ := strings.Cut(text, "://")
	_, path, _ := strings.Cut(behind, "/")
	return "/" + path
}
