package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// few are the rules that scripts run: enough to show what they are about, and the same while the catalogue grows.
var few = func() (out []*rules.Rule) {
	for _, id := range []string{"AL001", "AL002", "AL101", "AL102", "AL201", "AL401", "AL501", "AL502", "AL701", "AL110"} {
		out = append(out, catalogue.Find(id))
	}
	return out
}()

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		// Main, but that the clock stands still: how long a run takes is told to people alone.
		"archlint": func() {
			p := &program{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, rules: few, getenv: os.Getenv,
				now: func() time.Time { return time.Time{} }}
			os.Exit(p.run(os.Args[1:]))
		},
	})
}

// The scripts are what users see; each is a txtar archive.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "..", "..", "testdata", "cli"),
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: false,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "refuses": refuses},
		Setup: func(e *testscript.Env) error {
			// What the environment of the test says must not count.
			e.Setenv("NO_COLOR", "")
			e.Setenv("FORCE_COLOR", "")
			return nil
		},
	})
}

// exits is the command "exits CODE PROGRAM [ARG...]" of the scripts: the program must end with that very exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program [arg...]")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var ended interface{ ExitCode() int }
		if !errors.As(err, &ended) {
			ts.Fatalf("%v", err)
		}
		got = strconv.Itoa(ended.ExitCode())
	}
	if got != args[0] {
		ts.Fatalf("it ended with %s, want %s", got, args[0])
	}
}

// refuses is the command "refuses TEXT [ARG...]" of the scripts: archlint must say nothing on standard output, that text
// as one line on standard error, and end with 2.
func refuses(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: refuses text [arg...]")
	}
	exits(ts, false, append([]string{"2", "archlint"}, args[1:]...))
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("it wrote to standard output: %s", out)
	}
	if got, want := ts.ReadFile("stderr"), "archlint: "+args[0]+"\n"; got != want {
		ts.Fatalf("got  %swant %s", got, want)
	}
}

// To start must cost nothing that is worth mention: below 10 ms, of which the process takes most.
func BenchmarkStartup(b *testing.B) {
	for b.Loop() {
		if code := Main([]string{"version"}, nil, io.Discard, io.Discard); code != clean {
			b.Fatal(code)
		}
	}
}
