package targets_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"testing"
)

// bareVariable makes the test binary serve nothing but the floor of every server: net/http that reads JSON and writes JSON.
const bareVariable = "VISAVIS_TEST_BARE"

// serveBare answers every request like a GraphQL server answers trivialOperation.
func serveBare() {
	debug.SetGCPercent(200) // as the product does
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr())
	panic(http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked struct {
			Query     string
			Variables map[string]any
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		answer, err := json.Marshal(map[string]any{"data": map[string]any{"__typename": "Query"}})
		if err != nil {
			panic(err)
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer)
	})))
}

// startBare starts that server in a process of its own until the end of the benchmark.
func startBare(b *testing.B) (addr string, pid int) {
	b.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), bareVariable+"=true")
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := command.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(line), command.Process.Pid
}
