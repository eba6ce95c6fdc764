package server

import (
	"context"
	"fmt"
	"net"

	"visavis/internal/account"
	"visavis/internal/config"
	"visavis/internal/demo"
	"visavis/internal/link"
	"visavis/internal/relay"
	"visavis/internal/store"
)

// signInsOf returns lines that describe how to sign in: the accounts of the demo salon, and the link that creates the
// owner if there is none.
func signInsOf(ctx context.Context, c config.Config, database *store.Store, accounts *account.Accounts) (lines []string, err error) {
	if c.Demo {
		demoSignIns, err := demo.CreateSignIns(ctx, database, accounts, c.DemoPassword)
		if err != nil {
			return nil, err
		}
		for _, s := range demoSignIns {
			lines = append(lines, fmt.Sprintf("%-12s %s  %s  PIN %s", s.Role, s.Email, s.Password, s.PIN))
		}
	}
	secret, err := accounts.OwnerLink(ctx)
	if err != nil || secret == "" {
		return lines, err
	}
	return append(lines, "Owner        "+c.PublicURL+link.Welcome(secret)+"  (works once)"), nil
}

// announce prints the addresses and how to sign in.
func announce(env Environment, c config.Config, addr, private net.Addr, relays *relay.Servers, signIns []string) {
	fmt.Fprintf(env.Out, "visavis is ready.\n  Admin        %s/admin\n  GraphQL      %s/graphql\n", c.PublicURL, c.PublicURL)
	if c.Explorer {
		fmt.Fprintf(env.Out, "  GraphiQL     %s/graphiql\n", c.PublicURL)
	}
	for _, url := range relays.URLs() {
		fmt.Fprintf(env.Out, "  Relay        %s\n", url)
	}
	if private != nil {
		fmt.Fprintf(env.Out, "  Metrics      http://%s/metrics\n", private)
	}
	for _, line := range signIns {
		fmt.Fprintln(env.Out, " ", line)
	}
	if env.Ready != nil {
		env.Ready(addr)
	}
}
