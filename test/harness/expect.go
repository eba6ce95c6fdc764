package harness

import (
	"fmt"
	"strings"
)

// Refused runs a booking mutation that must be refused. It returns the user error, the obstacles and the alternatives, a line each.
func (s *Server) Refused(name string, input Variables, headers ...string) string {
	s.T.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	a := s.Ask("mutation($input: "+inputType+") { "+name+`(input: $input) {
		obstacles { code } alternatives { start staff { displayName } } userErrors { code field message } } }`, Variables{"input": input}, headers...)
	if len(a.Errors) > 0 {
		s.T.Fatalf("%s: %+v", name, a.Errors)
	}
	payload := a.Data[name].(map[string]any)
	wrong := List(payload["userErrors"])
	if len(wrong) != 1 {
		s.T.Fatalf("%s: %v", name, wrong)
	}
	text := fmt.Sprint(wrong[0]["code"], " ", wrong[0]["field"], " ", wrong[0]["message"])
	for _, o := range List(payload["obstacles"]) {
		text += "\n" + o["code"].(string)
	}
	for _, a := range List(payload["alternatives"]) {
		text += "\n" + a["start"].(string) + " " + a["staff"].(map[string]any)["displayName"].(string)
	}
	return text
}

// ExpectEqual compares two values as they print.
func (s *Server) ExpectEqual(what string, got, want any) {
	s.T.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		s.T.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// ExpectNotLogged expects that the log contains none of the secrets.
func (s *Server) ExpectNotLogged(secrets ...string) {
	s.T.Helper()
	for _, secret := range secrets {
		if strings.Contains(s.Log.String(), secret) {
			s.T.Errorf("the log contains %s", secret)
		}
	}
}
